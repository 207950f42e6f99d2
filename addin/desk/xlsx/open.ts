import { type Box, boxOf, onSheet, parseBox } from "../model/address.ts";
import { internStyle } from "../model/apply-cells.ts";
import { ModelError } from "../model/error.ts";
import { type CellContent, type ListValidation } from "../model/operations.ts";
import { GENERAL, Sheet, storedOf } from "../model/sheet.ts";
import { snapshotSheet, type WorkbookSnapshot } from "../model/snapshot.ts";
import { WorkbookModel } from "../model/workbook.ts";
import {
  dateToSerial,
  type FileCell,
  type FileSheet,
  type FileValidation,
  type FileWorkbook,
  readXlsx,
} from "./hucre.ts";
import { type Beyond, readBeyond } from "./beyond.ts";
import { formulaFromFile } from "./function-names.ts";
import { filteredIn, settingsIn } from "./properties.ts";
import { withTables } from "./tables.ts";
import { styleFrom } from "./styles.ts";
import { XlsxError } from "./xlsx-error.ts";
import { checkZip } from "./zip-check.ts";

const DATE_FORMAT = "yyyy-mm-dd";

/**
 * Reads a workbook: values, formulas with their results, number formats, tables, names, list validations, notes,
 * widths, hidden rows and columns, frozen panes, merged cells and simple looks, in both date systems. Charts, pivots,
 * pictures, conditional formats, fonts and borders are left behind. Throws {@link XlsxError}.
 */
export async function openXlsx(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  checkZip(bytes);
  let file: FileWorkbook;
  let beyond: Beyond;
  try {
    file = await readXlsx(bytes, { readStyles: true });
    beyond = await readBeyond(bytes);
  } catch (cause) {
    throw new XlsxError("DAMAGED", { cause });
  }
  if (file.sheets.length === 0) throw new XlsxError("DAMAGED");
  return toSnapshot(file, beyond);
}

function toSnapshot(file: FileWorkbook, beyond: Beyond): WorkbookSnapshot {
  const empty = new WorkbookModel().snapshot();
  const date1904 = file.dateSystem === "1904";
  const sheets = file.sheets.map((sheet, i) => readSheet(file, sheet, sheetId(i), date1904));
  if (!sheets.some(({ visibility }) => visibility === "Visible") && sheets[0]) sheets[0].visibility = "Visible";
  const chosen = sheets[file.activeSheet ?? 0];
  const active = chosen?.visibility === "Visible" ? chosen : sheets.find(({ visibility }) => visibility === "Visible");
  const model = new WorkbookModel({
    ...empty,
    date1904,
    sheets: sheets.map(snapshotSheet),
    active: active?.id ?? "",
    settings: settingsIn(file),
    nextSheet: sheets.length + 1,
  });
  addTables(model, file);
  addNames(model, file, beyond);
  return withTables(model.snapshot(), beyond, filteredIn(file));
}

const sheetId = (index: number): string =>
  `{00000000-0001-0000-${index.toString(16).padStart(4, "0").toUpperCase()}-000000000000}`;

function readSheet(file: FileWorkbook, from: FileSheet, id: string, date1904: boolean): Sheet {
  const sheet = new Sheet(id, from.name);
  sheet.visibility = from.veryHidden ? "VeryHidden" : from.hidden ? "Hidden" : "Visible";
  const tab = from.view?.tabColor?.rgb;
  sheet.tabColor = tab ? `#${tab.slice(-6).toUpperCase()}` : "";
  sheet.gridlines = from.view?.showGridLines ?? true;
  sheet.frozen = { rows: from.freezePane?.rows ?? 0, columns: from.freezePane?.columns ?? 0 };
  from.rows.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (value === null || value === "") return;
      const isDate = value instanceof Date;
      sheet.cells.set(row, column, isDate ? dateToSerial(value, date1904) : value);
      if (isDate) sheet.formats.put(row, column, DATE_FORMAT);
    }),
  );
  for (const [key, cell] of from.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    readCell(sheet, row, column, cell, file.themeColors, date1904);
  }
  readLines(sheet, from);
  readRules(sheet, from);
  return sheet;
}

function readCell(
  sheet: Sheet,
  row: number,
  column: number,
  cell: FileCell,
  theme: readonly string[] | undefined,
  date1904: boolean,
): void {
  const plain = (value: FileCell["value"]): CellContent["value"] =>
    value instanceof Date ? dateToSerial(value, date1904) : (value ?? "");
  const error = cell.type === "error" && { error: true as const };
  if (cell.formula !== undefined) {
    const formula = formulaFromFile(cell.formula.startsWith("=") ? cell.formula : `=${cell.formula}`);
    const value = plain(cell.formulaResult ?? cell.value);
    sheet.cells.set(row, column, { value, formula, ...error });
  } else if (error) sheet.cells.set(row, column, storedOf({ value: plain(cell.value), ...error }));
  if (cell.style) {
    const format = cell.style.numFmt;
    if (format && format !== GENERAL) sheet.formats.put(row, column, format);
    sheet.styles.put(row, column, internStyle(styleFrom(cell.style, theme)));
  }
  if (cell.comment) sheet.notes.set(row, column, cell.comment.text);
}

function readLines(sheet: Sheet, from: FileSheet): void {
  from.columns?.forEach(({ width, hidden }, column) => {
    if (width !== undefined) sheet.widths.set(0, column, Math.round(width * 7 + 5));
    if (hidden) sheet.hiddenColumns.set(0, column, true);
  });
  for (const [row, { height, hidden }] of from.rowDefs ?? []) {
    if (height !== undefined) sheet.heights.set(row, 0, Math.round(height / 0.75));
    if (hidden) sheet.hiddenRows.set(row, 0, true);
  }
  sheet.merges = (from.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow,
    column: startCol,
    rows: endRow - startRow + 1,
    columns: endCol - startCol + 1,
  }));
  for (const { ref, text } of from.threadedComments ?? []) {
    if (!ref) continue;
    const { row, column } = parseBox(ref);
    sheet.notes.set(row, column, text);
  }
}

function readRules(sheet: Sheet, from: FileSheet): void {
  for (const rule of from.dataValidations ?? []) {
    const read = listRule(rule);
    if (!read) continue;
    for (const part of rule.range.split(/\s+/)) {
      const box = tryBox(part);
      if (box) sheet.setValidation(box, read);
    }
  }
}

function listRule(rule: FileValidation): ListValidation | null {
  if (rule.type !== "list") return null;
  const formula = rule.formula1 ?? "";
  const quoted = /^"(.*)"$/s.exec(formula)?.[1]?.replaceAll('""', '"');
  const source = rule.values?.join(",") ?? quoted ?? (formula === "" ? "" : `=${formula.replace(/^=/, "")}`);
  if (source === "") return null;
  return {
    kind: "list",
    source,
    strict: rule.showErrorMessage === true && (rule.errorStyle ?? "stop") === "stop",
    ...(rule.errorTitle !== undefined && { title: rule.errorTitle }),
    ...(rule.errorMessage !== undefined && { message: rule.errorMessage }),
    ...(rule.inputMessage !== undefined && { prompt: { title: rule.inputTitle ?? "", message: rule.inputMessage } }),
    ...(rule.allowBlank === false && { ignoreBlanks: false }),
  };
}

function tryBox(text: string): Box | null {
  try {
    return boxOf(parseBox(text));
  } catch {
    return null;
  }
}

function addTables(model: WorkbookModel, file: FileWorkbook): void {
  file.sheets.forEach((from, i) => {
    for (const table of from.tables ?? []) {
      const box = table.range === undefined ? null : tryBox(table.range);
      if (!box) continue;
      const rows = Math.max(2, box.rows - (table.showTotalRow ? 1 : 0));
      const id = model.newTableId();
      const name = table.displayName ?? table.name;
      const style = table.style ?? "TableStyleMedium2";
      leaveOut(() => {
        model.apply({ type: "addTable", id, name, area: onSheet(sheetId(i), { ...box, rows }), style }, "file");
        const bandedRows = table.showRowStripes ?? true;
        model.apply(
          { type: "setTableLook", table: id, bandedRows, filterButton: table.showAutoFilter ?? true },
          "file",
        );
      });
    }
  });
}

/** Names of single sheets, and Excel's own such as print areas, are left out. */
function addNames(model: WorkbookModel, file: FileWorkbook, { hiddenNames }: Beyond): void {
  for (const { name, range, scope } of file.namedRanges ?? []) {
    if (scope !== undefined || name.startsWith("_xlnm.")) continue;
    const formula = range.startsWith("=") ? range : `=${range}`;
    leaveOut(() => model.apply({ type: "setName", name, formula, visible: !hiddenNames.has(name) }, "file"));
  }
}

/** A part of the file that the desk's rules refuse is left out; its cells are there all the same. */
function leaveOut(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
  }
}
