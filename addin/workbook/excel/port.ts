import type { WorkbookPort } from "../port.ts";
import { addTableColumns } from "./add-columns.ts";
import { readBaseLines, readBaseStamp, writeBaseLines } from "./base.ts";
import { dateSystem } from "./calculate.ts";
import { createTable } from "./create.ts";
import { listen } from "./hints.ts";
import { writeListSheet } from "./list-sheet.ts";
import { jumpTo, presentTables, registersWithTraces, selectedTableRow } from "./look.ts";
import { markCells } from "./marks.ts";
import { offerLists } from "./offer.ts";
import { readTable } from "./read.ts";
import { shownCells } from "./shown.ts";
import { writeStart } from "./start.ts";
import { writeTable } from "./write.ts";

/** The workbook port over Excel itself, ExcelApi 1.14 or later. */
export function createExcelPort(): WorkbookPort {
  return {
    dateSystem,
    present: presentTables,
    traces: registersWithTraces,
    create: createTable,
    start: writeStart,
    list: writeListSheet,
    addColumns: addTableColumns,
    offer: offerLists,
    shown: shownCells,
    read: readTable,
    write: writeTable,
    readBase: readBaseLines,
    baseStamp: readBaseStamp,
    writeBase: writeBaseLines,
    mark: markCells,
    jump: jumpTo,
    selection: selectedTableRow,
    onHint: listen,
  };
}
