import { type Box, MAX_COLUMNS, MAX_ROWS, onSheet, parseBox, splitAddress } from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type Area } from "../model/operations.ts";
import { type WorkbookModel } from "../model/workbook.ts";

const WHOLE: Box = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** The area an address, a defined name or nothing (the whole sheet) stands for. Throws InvalidArgument, ItemNotFound. */
export function areaAt(model: WorkbookModel, address: string | undefined, home: string): Area {
  if (address === undefined || address === "") return onSheet(home, WHOLE);
  const { sheet, rest } = splitAddress(address);
  const target = sheet === null ? home : model.findSheet(sheet)?.id;
  if (target === undefined) throw notFound();
  const named = sheet === null ? namedArea(model, rest) : null;
  return named ?? onSheet(target, parseBox(rest));
}

/** The area a defined name points to, or null when it stands for something else or is unknown. */
export function namedArea(model: WorkbookModel, name: string): Area | null {
  const formula = model.findName(name)?.formula;
  if (formula === undefined) return null;
  const { sheet, rest } = splitAddress(formula.slice(1));
  const target = sheet === null ? undefined : model.findSheet(sheet)?.id;
  if (target === undefined) return null;
  try {
    return onSheet(target, parseBox(rest));
  } catch {
    return null;
  }
}

/** An area handed over as a range or written as an address. */
export function areaOf(model: WorkbookModel, range: unknown, home: string): Area {
  if (typeof range === "string") return areaAt(model, range, home);
  if (typeof range === "object" && range !== null && "area" in range) return range.area as Area;
  throw badArgument();
}
