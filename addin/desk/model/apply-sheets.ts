import { checked, MAX_COLUMNS, MAX_ROWS } from "./address.ts";
import { breakReferences, renameInReferences } from "./apply-shifts.ts";
import { type Book, type Effect } from "./book.ts";
import { badArgument, exists, ModelError, refused } from "./error.ts";
import { type Operation } from "./operations.ts";
import { checkSheetName, sameName } from "./rules.ts";
import { Sheet } from "./sheet.ts";

type Of<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

export function addSheet(book: Book, { id, name, position, visibility }: Of<"addSheet">): Effect {
  if (id === "" || book.sheets.some((sheet) => sheet.id === id)) throw exists();
  checkNewName(book, name);
  const sheet = new Sheet(id, name);
  sheet.visibility = visibility;
  book.sheets.splice(Math.max(0, Math.min(position, book.sheets.length)), 0, sheet);
  if (book.active === "" && visibility === "Visible") book.active = id;
  return {};
}

function checkNewName(book: Book, name: string, own?: Sheet): void {
  checkSheetName(name);
  if (book.sheets.some((sheet) => sheet !== own && sameName(sheet.name, name)))
    throw exists("sheetNameTaken", { name });
}

export function renameSheet(book: Book, { sheet: key, name }: Of<"renameSheet">): Effect {
  const sheet = book.sheet(key);
  checkNewName(book, name, sheet);
  renameInReferences(book, sheet, name);
  sheet.name = name;
  return {};
}

export function moveSheet(book: Book, { sheet: key, position }: Of<"moveSheet">): Effect {
  const sheet = book.sheet(key);
  if (!(position >= 0 && position < book.sheets.length)) throw badArgument();
  book.sheets = book.sheets.filter((other) => other !== sheet);
  book.sheets.splice(position, 0, sheet);
  return {};
}

export function deleteSheet(book: Book, { sheet: key }: Of<"deleteSheet">): Effect {
  const sheet = book.sheet(key);
  if (sheet.visibility === "VeryHidden") throw new ModelError("GeneralException", "veryHidden");
  const next = stillVisible(book, sheet);
  breakReferences(book, sheet);
  book.sheets = book.sheets.filter((other) => other !== sheet);
  book.tables = book.tables.filter((table) => table.sheet !== sheet.id);
  book.charts = book.charts.filter((chart) => chart.sheet !== sheet.id);
  book.selections.delete(sheet.id);
  return { follow: next };
}

export function setVisibility(book: Book, { sheet: key, visibility }: Of<"setVisibility">): Effect {
  const sheet = book.sheet(key);
  const next = visibility === "Visible" ? [] : stillVisible(book, sheet);
  sheet.visibility = visibility;
  return { follow: next };
}

/** What must become active once a sheet is out of sight. Throws when none would be left to see. */
function stillVisible(book: Book, leaving: Sheet): Operation[] {
  const at = book.sheets.indexOf(leaving);
  const seen = (sheet: Sheet): boolean => sheet !== leaving && sheet.visibility === "Visible";
  const next = book.sheets.slice(at).find(seen) ?? book.sheets.slice(0, at).findLast(seen);
  if (!next) throw refused("lastSheet");
  return book.active === leaving.id ? [{ type: "activate", sheet: next.id }] : [];
}

export function setTabColor(book: Book, { sheet, color }: Of<"setTabColor">): Effect {
  if (color !== "" && !/^#[0-9A-F]{6}$/i.test(color)) throw badArgument();
  book.sheet(sheet).tabColor = color.toUpperCase();
  return {};
}

export function activate(book: Book, { sheet: key }: Of<"activate">): Effect {
  const sheet = book.sheet(key);
  if (sheet.visibility !== "Visible") throw refused("hiddenToFront");
  book.active = sheet.id;
  return {};
}

export function select(book: Book, { area }: Of<"select">): Effect {
  const sheet = book.sheet(area.sheet);
  checked(area);
  if (sheet.visibility !== "Visible") throw refused("hiddenSelect");
  book.selections.set(sheet.id, { row: area.row, column: area.column, rows: area.rows, columns: area.columns });
  return { follow: book.active === sheet.id ? [] : [{ type: "activate", sheet: sheet.id }] };
}

export function setHidden(book: Book, operation: Of<"setRowsHidden" | "setColumnsHidden">): Effect {
  const sheet = book.sheet(operation.sheet);
  const rows = operation.type === "setRowsHidden";
  eachLine(operation, rows ? MAX_ROWS : MAX_COLUMNS, (line) => {
    const hidden = operation.hidden || undefined;
    if (rows) sheet.hiddenRows.set(line, 0, hidden);
    else sheet.hiddenColumns.set(0, line, hidden);
  });
  return {};
}

export function setSize(book: Book, operation: Of<"setColumnWidth" | "setRowHeight">): Effect {
  const sheet = book.sheet(operation.sheet);
  const rows = operation.type === "setRowHeight";
  if (!(operation.pixels >= 0 && operation.pixels <= 2000)) throw badArgument();
  eachLine(operation, rows ? MAX_ROWS : MAX_COLUMNS, (line) => {
    if (rows) sheet.heights.set(line, 0, operation.pixels);
    else sheet.widths.set(0, line, operation.pixels);
  });
  return {};
}

function eachLine(
  { at, count }: { readonly at: number; readonly count: number },
  limit: number,
  act: (line: number) => void,
): void {
  if (!Number.isInteger(at) || !Number.isInteger(count) || at < 0 || count < 1 || at + count > limit)
    throw badArgument();
  for (let line = at; line < at + count; line++) act(line);
}

export function freeze(book: Book, { sheet, rows, columns }: Of<"freeze">): Effect {
  if (!(rows >= 0 && columns >= 0)) throw badArgument();
  book.sheet(sheet).frozen = { rows, columns };
  return {};
}

export function setGridlines(book: Book, { sheet, shown }: Of<"setGridlines">): Effect {
  book.sheet(sheet).gridlines = shown;
  return {};
}
