import type { Box, LaidBlock, LaidCell, LaidChoice, LaidPort, LaidSheet } from "../laid.ts";
import { freeSheetName } from "./create.ts";
import { askPlace } from "./find.ts";
import { TEXT_FORMAT } from "./formats.ts";
import { layCharts } from "./lay-charts.ts";
import { layPivot } from "./lay-pivot.ts";
import { inExcel } from "./run.ts";

/** Points a character of the standard font takes, and the cell's edges. */
const POINTS_PER_CHARACTER = 5.25;
const EDGE_POINTS = 4;

/** Lays sheets out over Excel, ExcelApi 1.12 or later. */
export function createLaidPort(): LaidPort {
  return {
    lay: async (sheets, steps) => {
      for (const [done, sheet] of sheets.entries()) {
        steps?.signal?.throwIfAborted();
        steps?.onStep?.(done, sheets.length);
        await inExcel((context) => laySheet(context, sheet, done === 0));
      }
      steps?.onStep?.(sheets.length, sheets.length);
    },
    format: (register, runs) =>
      inExcel(async (context) => {
        const asked = askPlace(context, register);
        await context.sync();
        const place = asked.place();
        if (place === null) return;
        for (const { column, first, count, code } of runs) {
          const at = place.columns.findIndex(({ id }) => id === column);
          if (at < 0 || first + count > place.rows) continue;
          const range = place.sheet.getRangeByIndexes(place.row + first, place.column + at, count, 1);
          range.numberFormat = code as unknown as string[][];
        }
        await context.sync();
      }),
  };
}

async function laySheet(context: Excel.RequestContext, laid: LaidSheet, front: boolean): Promise<void> {
  const { names, worksheets } = context.workbook;
  const known = names.getItemOrNullObject(laid.key);
  const covered = known.getRangeOrNullObject();
  known.load("name");
  covered.load("address");
  await context.sync();
  const stands = !known.isNullObject && !covered.isNullObject;
  if (!known.isNullObject && !stands) known.delete();
  const sheet = stands ? covered.worksheet : worksheets.add(await freeSheetName(context, laid.name));
  const chosen = stands ? await readChoices(context, sheet, laid.choices) : laid.choices.map(({ first }) => first);

  // Only what was laid out is cleared: notes that a person wrote beside it stay.
  if (stands && laid.blocks.length > 0) covered.clear();
  if (stands) known.delete();
  names.add(laid.key, rangeOf(sheet, around(laid.blocks.map(boxOf))));
  for (const block of laid.blocks) layBlock(sheet, block);
  laid.choices.forEach((choice, at) => layChoice(sheet, choice, chosen[at] ?? choice.first));
  laid.widths.forEach((width, at) => {
    if (!stands) sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = width * POINTS_PER_CHARACTER + EDGE_POINTS;
  });
  await context.sync();
  await layCharts(context, sheet, laid.charts);
  for (const pivot of laid.pivots) await layPivot(context, sheet, pivot);
  if (front) sheet.activate();
  await context.sync();
}

async function readChoices(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  choices: readonly LaidChoice[],
): Promise<readonly string[]> {
  const cells = choices.map(({ row, column }) => {
    const cell = sheet.getRangeByIndexes(row, column, 1, 1);
    cell.load("values");
    return cell;
  });
  await context.sync();
  return choices.map(({ values, first }, at) => {
    const typed = String(cells[at]!.values[0]![0]);
    return values.includes(typed) ? typed : first;
  });
}

function layBlock(sheet: Excel.Worksheet, block: LaidBlock): void {
  const box = boxOf(block);
  const body = { ...box, row: box.row + block.headings, rows: box.rows - block.headings };
  block.formats?.forEach((format, at) => {
    if (format === undefined || body.rows < 1) return;
    const column = rangeOf(sheet, { ...body, column: box.column + at, columns: 1 });
    column.numberFormat = format as unknown as string[][];
  });
  rangeOf(sheet, box).formulas = block.cells.map((line) => line.map(written));
  if (block.headings > 0) rangeOf(sheet, { ...box, rows: block.headings }).format.font.bold = true;
}

function layChoice(sheet: Excel.Worksheet, { row, column, values }: LaidChoice, chosen: string): void {
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  // As text, so that a code such as 0012 that somebody types stays one.
  cell.numberFormat = TEXT_FORMAT as unknown as string[][];
  cell.values = [[chosen]];
  cell.format.font.bold = true;
  cell.format.fill.color = "#FFF4CE";
  // A list written into the rule holds 255 characters at most; a longer one is typed.
  const source = values.join(",");
  const fits = source.length <= 255 && values.every((value) => !value.includes(","));
  if (fits) cell.dataValidation.rule = { list: { inCellDropDown: true, source } };
}

/** Texts are shown as they are: an apostrophe keeps them from becoming formulas, numbers or days. */
const written = (cell: LaidCell): string | number | boolean => {
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "string" && cell !== "" ? `'${cell}` : cell;
};

const boxOf = ({ row, column, cells }: LaidBlock): Box => ({
  ...{ row, column, rows: cells.length, columns: cells[0]?.length ?? 0 },
});

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Box): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

function around(boxes: readonly Box[]): Box {
  const rows = Math.max(1, ...boxes.map(({ row, rows: count }) => row + count));
  const columns = Math.max(1, ...boxes.map(({ column, columns: count }) => column + count));
  return { row: 0, column: 0, rows, columns };
}
