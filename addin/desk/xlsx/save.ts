import { BUSY } from "../functions/cell-calls.ts";
import { formatBox } from "../model/address.ts";
import { type CellValue, type ListValidation } from "../model/operations.ts";
import { contentOf, type Sheet, type Stored } from "../model/sheet.ts";
import { type Table } from "../model/table.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { writeBeyond } from "./beyond.ts";
import { chartsTo } from "./charts.ts";
import { escaped, escapedHeading } from "./escape.ts";
import { formulaToFile } from "./function-names.ts";
import { type FileCell, type FileStyle, type FileValidation, type FileWriteSheet, writeXlsx } from "./hucre.ts";
import { propertiesOf } from "./properties.ts";
import { styleTo } from "./styles.ts";

/**
 * The workbook as an .xlsx file, with all that {@link openXlsx} reads, and its charts. Texts stay texts, days keep their
 * date system. PivotTables are written as the cells they show: the library knows no chosen items of filters, and a
 * PivotTable that shows all would add up what must not be added.
 */
export async function saveXlsx(model: WorkbookModel): Promise<Uint8Array> {
  const custom = propertiesOf(model);
  const bytes = await writeXlsx({
    sheets: model.sheets.map((sheet) => ({
      ...writeSheet(sheet, model.tablesOn(sheet.id)),
      charts: chartsTo(model, sheet),
    })),
    dateSystem: model.date1904 ? "1904" : "1900",
    activeSheet: model.sheets.indexOf(model.activeSheet),
    namedRanges: model.names.map(({ name, formula }) => ({ name, range: formula.slice(1) })),
    ...(Object.keys(custom).length > 0 && { properties: { custom } }),
  });
  return writeBeyond(bytes, model);
}

function writeSheet(sheet: Sheet, tables: readonly Readonly<Table>[]): FileWriteSheet {
  const { rows, cells } = writeCells(sheet);
  const tab = sheet.tabColor && { tabColor: { rgb: sheet.tabColor.slice(1) } };
  return {
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet),
    rowDefs: rowsOf(sheet, tables),
    merges: sheet.merges.map(({ row, column, rows: height, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + height - 1,
      endCol: column + columns - 1,
    })),
    dataValidations: sheet.validations.map(({ box, rule }) => ruleTo(formatBox(box), rule)),
    tables: tables.map((table) => ({
      name: table.name,
      displayName: table.name,
      range: formatBox(table.box),
      columns: table.columns.map(({ name }) => ({ name: escapedHeading(name) })),
      style: table.style,
      showRowStripes: table.bandedRows,
      showAutoFilter: table.filterButton,
    })),
    view: { showGridLines: sheet.gridlines, ...tab },
    ...(sheet.frozen.rows + sheet.frozen.columns > 0 && { freezePane: sheet.frozen }),
    ...(sheet.visibility === "Hidden" && { hidden: true }),
    ...(sheet.visibility === "VeryHidden" && { veryHidden: true }),
  };
}

type FileValue = FileCell["value"];

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
const valueTo = (value: CellValue): CellValue => (typeof value === "string" ? escaped(value) : value);

function writeCells(sheet: Sheet): { rows: FileValue[][]; cells: Map<string, Partial<FileCell>> } {
  const cells = new Map<string, Partial<FileCell>>();
  const rows: FileValue[][] = [];
  const grids = [sheet.cells, sheet.formats.cells, sheet.styles.cells, sheet.notes];
  const last = Math.max(...grids.map((grid) => grid.length));
  const styles = new Map<string, FileStyle | undefined>();
  for (let row = 0; row < last; row++) {
    const width = Math.max(...grids.map((grid) => grid.row(row)?.length ?? 0));
    const stored = sheet.cells.row(row);
    const line: FileValue[] = [];
    for (let column = 0; column < width; column++) {
      const content = stored?.[column];
      line.push(content === undefined ? null : valueTo(contentOf(content).value));
      const special = cellTo(sheet, row, column, content, styles);
      if (special) cells.set(`${row},${column}`, special);
    }
    rows.push(line);
  }
  return { rows, cells };
}

/** What a bare value cannot say: a formula, an error, a format or looks, a note; null when there is nothing of it. */
function cellTo(
  sheet: Sheet,
  row: number,
  column: number,
  stored: Stored | undefined,
  styles: Map<string, FileStyle | undefined>,
): Partial<FileCell> | null {
  const look = sheet.styles.get(row, column);
  const format = sheet.formats.get(row, column);
  const key = `${format}\n${JSON.stringify(look)}`;
  if (!styles.has(key)) styles.set(key, styleTo(look, format));
  const style = styles.get(key);
  const note = sheet.notes.get(row, column);
  const special = typeof stored === "object" ? stored : null;
  // The library takes a text that spells an error for one.
  const spelt = typeof stored === "string" && ERRORS.has(stored);
  if (!style && note === undefined && !special && !spelt) return null;
  const kept = stored === undefined ? null : valueTo(contentOf(stored).value);
  // A file has no word for a function that has not answered yet.
  const value = special?.error && kept === BUSY ? "#N/A" : kept;
  return {
    value,
    ...(spelt && { richText: [{ text: stored }] }),
    ...(special?.error && { type: "error" as const }),
    ...(special?.formula !== undefined && {
      type: "formula" as const,
      formula: formulaToFile(special.formula).slice(1),
      formulaResult: value,
    }),
    ...(style && { style }),
    ...(note !== undefined && { comment: { text: note } }),
  };
}

function columnsOf(sheet: Sheet): NonNullable<FileWriteSheet["columns"]> {
  const widths = sheet.widths.row(0) ?? [];
  const hidden = sheet.hiddenColumns.row(0) ?? [];
  return Array.from({ length: Math.max(widths.length, hidden.length) }, (_, column) => {
    const width = widths[column];
    return {
      ...(width !== undefined && { width: Math.max(0, (width - 5) / 7) }),
      ...(hidden[column] && { hidden: true }),
    };
  });
}

function rowsOf(sheet: Sheet, tables: readonly Readonly<Table>[]): NonNullable<FileWriteSheet["rowDefs"]> {
  const rows = new Map<number, { height?: number; hidden?: boolean }>();
  for (const [row, [height]] of sheet.heights.filled())
    if (height !== undefined) rows.set(row, { height: height * 0.75 });
  const hidden = [...sheet.hiddenRows.filled()].map(([row]) => row);
  for (const row of [...hidden, ...tables.flatMap((table) => table.hiddenRows ?? [])])
    rows.set(row, { ...rows.get(row), hidden: true });
  return rows;
}

function ruleTo(range: string, rule: ListValidation): FileValidation {
  const source = rule.source.startsWith("=") ? { formula1: rule.source.slice(1) } : { values: rule.source.split(",") };
  return {
    type: "list",
    range,
    ...source,
    allowBlank: rule.ignoreBlanks ?? true,
    showErrorMessage: rule.strict,
    errorStyle: "stop",
    ...(rule.title !== undefined && { errorTitle: rule.title }),
    ...(rule.message !== undefined && { errorMessage: rule.message }),
    ...(rule.prompt && { showInputMessage: true, inputTitle: rule.prompt.title, inputMessage: rule.prompt.message }),
  };
}
