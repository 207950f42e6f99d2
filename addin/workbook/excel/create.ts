import { LISTS_SHEET, tableName } from "../names.ts";
import type { ColumnLayout, SheetValue, Steps, TableColumn, TableLayout } from "../port.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { askPlace } from "./find.ts";
import { formatCode, toWritten } from "./formats.ts";
import { greyLocked } from "./locked.ts";
import { inExcel } from "./run.ts";
import { lettersOf, stepFormula, stepParts } from "./step-formula.ts";

/** Points a character of the standard font takes, and the cell's edges. */
const POINTS_PER_CHARACTER = 5.25;
const EDGE_POINTS = 4;

/** Makes a register's sheet with its table and fills it. Whatever fails or is cancelled, the new sheet goes again. */
export function createTable(
  layout: TableLayout,
  rows: readonly (readonly SheetValue[])[],
  steps?: Steps,
): Promise<readonly TableColumn[]> {
  return inExcel(async (context) => {
    await writeLists(context, layout.columns);
    const name = await freeSheetName(context, layout.sheet);
    const sheet = context.workbook.worksheets.add(name);
    await context.sync();
    try {
      return await fill(context, sheet, layout, rows, steps);
    } catch (error) {
      sheet.delete();
      await context.sync();
      throw error;
    }
  });
}

async function fill(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  layout: TableLayout,
  rows: readonly (readonly SheetValue[])[],
  steps?: Steps,
): Promise<readonly TableColumn[]> {
  const { columns } = layout;
  const height = Math.max(rows.length, 1);
  const heads = sheet.getRangeByIndexes(0, 0, 1, columns.length);
  heads.numberFormat = [columns.map(() => "@")];
  heads.values = [columns.map(({ heading }) => heading)];
  columns.forEach((column, at) => {
    sheet.getRangeByIndexes(1, at, height, 1).numberFormat = (column.code ??
      formatCode(column.format)) as unknown as string[][];
  });
  await inChunks(
    rows.length,
    columns.length,
    async (start, count) => {
      const values = rows
        .slice(start, start + count)
        .map((row) => columns.map(({ format }, at) => toWritten(row[at] ?? "", format)));
      sheet.getRangeByIndexes(1 + start, 0, count, columns.length).values = values;
      await context.sync();
      return sizeOf(values);
    },
    steps,
  );
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, height + 1, columns.length), true);
  table.name = tableName(layout.register);
  dress(sheet, columns, 0, 1, height, columns);
  sheet.freezePanes.freezeRows(1);
  await context.sync();
  const asked = askPlace(context, layout.register);
  await context.sync();
  await greyLocked(context, sheet, columns, height);
  return asked.place()!.columns;
}

/** Widths, wrapping, hidden columns and lists of columns that stand side by side from `left`, their body from `top`. */
export function dress(
  sheet: Excel.Worksheet,
  columns: readonly ColumnLayout[],
  left: number,
  top: number,
  height: number,
  /** All columns of the table from the sheet's column `from` on. */
  all: readonly { readonly heading: string }[],
  from = 0,
): void {
  const sourceOf = (list: NonNullable<ColumnLayout["list"]>, at: number): string => {
    if (!list.steps) return `=${list.name}`;
    const model = all.findIndex(({ heading }) => heading === list.steps?.model?.heading);
    return stepFormula(list, list.steps, lettersOf(at), model < 0 ? undefined : lettersOf(from + model));
  };
  columns.forEach((column, at) => {
    const body = sheet.getRangeByIndexes(top, left + at, height, 1);
    body.format.columnWidth = column.width * POINTS_PER_CHARACTER + EDGE_POINTS;
    body.format.verticalAlignment = Excel.VerticalAlignment.top;
    if (column.wrap) body.format.wrapText = true;
    if (column.list) offerList(body, sourceOf(column.list, left + at));
    if (column.quiet) body.format.font.color = QUIET;
    if (column.hidden) body.columnHidden = true;
  });
}

/** Synonyms and the other language's labels are understood too, so that the list proposes and does not forbid. */
export function offerList(cells: Excel.Range, source: string): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source } };
  cells.dataValidation.errorAlert = {
    showAlert: false,
    style: Excel.DataValidationAlertStyle.information,
    title: "",
    message: "",
  };
}

const QUIET = "#616161";

/** Writes the lists' values one a column of a very hidden sheet, and names each. A list that exists is written anew. */
export async function writeLists(context: Excel.RequestContext, columns: readonly ColumnLayout[]): Promise<void> {
  const lists = columns.flatMap(({ list }) => (list ? [list, ...stepParts(list)] : []));
  if (lists.length === 0) return;
  const { worksheets, names } = context.workbook;
  const known = worksheets.getItemOrNullObject(LISTS_SHEET);
  const used = known.getUsedRangeOrNullObject();
  used.load("columnIndex,columnCount");
  const named = lists.map(({ name }) => names.getItemOrNullObject(name));
  for (const item of named) item.load("name");
  await context.sync();
  const sheet = known.isNullObject ? worksheets.add(LISTS_SHEET) : known;
  if (known.isNullObject) sheet.visibility = Excel.SheetVisibility.veryHidden;
  let next = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  lists.forEach(({ name, values }, at) => {
    const range = sheet.getRangeByIndexes(0, next++, values.length, 1);
    range.numberFormat = values.map(() => ["@"]);
    range.values = values.map((value) => [value]);
    if (!named[at]!.isNullObject) named[at]!.delete();
    names.add(name, range);
  });
  await context.sync();
}

/** The name, with a number behind it where another sheet has it. */
export async function freeSheetName(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLocaleLowerCase("lv")));
  const plain = wanted.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = plain.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(name.toLocaleLowerCase("lv"))) return name;
  }
}
