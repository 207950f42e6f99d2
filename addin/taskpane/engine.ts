import { createImportService } from "../sync/import/service.ts";
import type { SaimeServer } from "../sync/server.ts";
import type { ResultsServer } from "../sync/results/port.ts";
import { createResultsService } from "../sync/results/service.ts";
import { createSheetService } from "../sync/session.ts";
import { workbookMemory } from "../workbook/excel/import-memory.ts";
import { createLaidPort } from "../workbook/excel/lay.ts";
import { createExcelPort } from "../workbook/excel/port.ts";
import { excelSources } from "../workbook/excel/sources.ts";
import { v4 } from "uuid";
import { fieldsKnown } from "./data/known-fields.ts";
import type { Institution, OpenWorkbook } from "./app/pane.ts";

/** Everything that works on the workbook, for the people of one institution. A chunk of its own. */
export function openWorkbook(server: SaimeServer, results: ResultsServer, { id, name }: Institution): OpenWorkbook {
  return {
    results: createResultsService({
      port: createExcelPort(),
      laid: createLaidPort(),
      institution: id,
      server: results,
    }),
    sheets: createSheetService({
      port: createExcelPort(),
      server,
      institution: id,
      institutionName: name,
      newId: () => v4(),
      now: () => new Date(),
    }),
    importer: createImportService({
      server,
      sources: excelSources(),
      memory: workbookMemory(),
      institution: () => id,
      fields: fieldsKnown,
    }),
  };
}
