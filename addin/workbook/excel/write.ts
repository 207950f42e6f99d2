import { relocate, sameRaw } from "../guard.ts";
import type { CellWrite, SheetCell, SheetValue, Steps, TableImage, TableWrites, Written } from "../port.ts";
import { appendRows } from "./append.ts";
import { type Block, groupsFromBottom, toBlocks } from "./blocks.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { DATE_FORMAT, GENERAL, TEXT_FORMAT, toWritten } from "./formats.ts";
import { inExcel } from "./run.ts";

/** Cells checked and written in two round trips: small enough for the 5 MB of the web, large enough to be few. */
const CELLS_AT_ONCE = 20_000;
const TRIES = 4;

interface Placed {
  readonly write: CellWrite;
  readonly row: number;
}

/** Writes cells, then appends, then deletes; see {@link WorkbookPort.write} for what is left alone. */
export function writeTable(register: string, image: TableImage, writes: TableWrites, steps?: Steps): Promise<Written> {
  return inExcel(async (context) => {
    const skipped = new Set<number>();
    const total = writes.cells.length + writes.append.length + writes.remove.length;
    let done = 0;
    for (let start = 0; start < writes.cells.length; start += CELLS_AT_ONCE) {
      steps?.signal?.throwIfAborted();
      const some = writes.cells.slice(start, start + CELLS_AT_ONCE);
      await writeCells(context, register, image, writes, some, skipped);
      steps?.onStep?.((done += some.length), total);
    }
    if (writes.append.length > 0) {
      await appendRows(context, register, writes, steps);
      steps?.onStep?.((done += writes.append.length), total);
    }
    if (writes.remove.length > 0) {
      steps?.signal?.throwIfAborted();
      await removeRows(context, register, image, writes, skipped);
      steps?.onStep?.(total, total);
    }
    return { skipped };
  });
}

/** The table as it stands and its ids, read in one round trip with whatever `also` asks for at the rows it is given. */
async function lookAgain<T>(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  idColumn: string,
  also: (place: TablePlace, where: (row: number) => number) => () => T,
): Promise<{ readonly place: TablePlace; readonly where: (row: number) => number; readonly got: T } | null> {
  const then = image.values[image.columns.findIndex(({ id }) => id === idColumn)] ?? [];
  const first = askPlace(context, register);
  await context.sync();
  let place = first.place();
  // Nothing moved is by far the likeliest; only when something did, the rows are found by their ids.
  let where = (row: number) => row;
  for (let tries = 0; tries < TRIES && place; tries++) {
    const at = place.columns.findIndex(({ id }) => id === idColumn);
    if (at < 0) return null;
    const asked = askPlace(context, register);
    const ids = place.sheet.getRangeByIndexes(place.row, place.column + at, place.rows, 1);
    ids.load("values");
    const answer = also(place, where);
    await context.sync();
    const now = asked.place();
    if (now === null) return null;
    const real = relocate(
      then,
      (ids.values as SheetValue[][]).map(([id]) => id!),
    );
    const still = samePlace(place, now) && image.values[0] !== undefined && sameRows(image.rows, real, where);
    if (still) return { place: now, where: real, got: answer() };
    place = now;
    where = real;
  }
  return null;
}

const samePlace = (a: TablePlace, b: TablePlace) =>
  a.row === b.row &&
  a.column === b.column &&
  a.rows === b.rows &&
  a.columns.length === b.columns.length &&
  a.columns.every(({ id }, at) => id === b.columns[at]!.id);

function sameRows(rows: number, a: (row: number) => number, b: (row: number) => number): boolean {
  for (let row = 0; row < rows; row++) if (a(row) !== b(row)) return false;
  return true;
}

async function writeCells(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  writes: TableWrites,
  cells: readonly CellWrite[],
  skipped: Set<number>,
): Promise<void> {
  const found = await lookAgain(context, register, image, writes.idColumn, (place, where) => {
    const placed = cells.flatMap((write): Placed[] => {
      const row = where(write.row);
      return row >= 0 && row < place.rows && place.columns.some(({ id }) => id === write.column)
        ? [{ write, row }]
        : [];
    });
    const blocks = toBlocks(placed.map((one) => ({ row: one.row, column: one.write.column, cell: one })));
    const asked = blocks.map((block) => {
      const range = rangeOf(place, block);
      const tidy = block.cells.some((one) => one?.write.tidy);
      range.load(tidy ? "values,numberFormat,formulas" : "values,numberFormat");
      return { block, range, tidy };
    });
    return () => ({ placed, asked });
  });
  if (found === null) {
    for (const { row } of cells) skipped.add(row);
    return;
  }
  const { placed, asked } = found.got;
  const reached = new Set(placed.map(({ write }) => write));
  for (const write of cells) if (!reached.has(write)) skipped.add(write.row);
  const columnAt = new Map(image.columns.map(({ id }, at) => [id, at]));

  for (const { block, range, tidy } of asked) {
    const format = writes.formats.get(block.column) ?? "NUMBER";
    const values: (SheetValue | null)[][] = [];
    const formats: (string | null)[][] = [];
    let [any, reformat] = [false, false];
    block.cells.forEach((one, i) => {
      const raw = range.values[i]![0] as SheetValue;
      let value: SheetValue | null = null;
      let shape: string | null = null;
      if (one) {
        const expected = image.values[columnAt.get(block.column)!]?.[one.write.row];
        const isFormula = tidy && String(range.formulas[i]![0]).startsWith("=") && range.formulas[i]![0] !== raw;
        if (!same(raw, expected)) skipped.add(one.write.row);
        else if (!(one.write.tidy && isFormula)) {
          const shown = String(range.numberFormat[i]![0]);
          if (format === "TEXT" && shown !== TEXT_FORMAT) shape = TEXT_FORMAT;
          if (
            format === "DATE" &&
            typeof one.write.value === "number" &&
            (shown === GENERAL || shown === TEXT_FORMAT)
          ) {
            shape = DATE_FORMAT;
          }
          value = toWritten(one.write.value, format);
          any = true;
        }
      }
      reformat ||= shape !== null;
      values.push([value]);
      formats.push([shape]);
    });
    if (!any) continue;
    const target = rangeOf(found.place, block);
    if (reformat) target.numberFormat = formats;
    target.values = values;
  }
  await context.sync();
}

/** A fault is read as its text here. */
const same = (raw: SheetValue, expected: SheetCell | undefined) =>
  typeof expected === "object" ? raw === expected.fault : sameRaw(raw, expected);

function rangeOf(place: TablePlace, block: Block<unknown>): Excel.Range {
  const at = place.columns.findIndex(({ id }) => id === block.column);
  return place.sheet.getRangeByIndexes(place.row + block.first, place.column + at, block.cells.length, 1);
}

/** Deletes rows of which every cell is still as the image shows it. */
async function removeRows(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  writes: TableWrites,
  skipped: Set<number>,
): Promise<void> {
  const found = await lookAgain(context, register, image, writes.idColumn, (place, where) => {
    const rows = writes.remove.flatMap((row) => {
      const at = where(row);
      return at >= 0 && at < place.rows ? [{ row, at }] : [];
    });
    const groups = groupsFromBottom(rows.map(({ at }) => at)).map(([first, count]) => {
      const range = place.sheet.getRangeByIndexes(place.row + first, place.column, count, place.columns.length);
      range.load("values");
      return { first, count, range };
    });
    return () => ({ rows, groups });
  });
  if (found === null) {
    for (const row of writes.remove) skipped.add(row);
    return;
  }
  const { rows, groups } = found.got;
  const now = new Map<number, readonly SheetValue[]>();
  for (const { first, range } of groups) {
    (range.values as SheetValue[][]).forEach((line, i) => now.set(first + i, line));
  }
  const { place } = found;
  const going: number[] = [];
  const reached = new Set(rows.map(({ row }) => row));
  for (const row of writes.remove) if (!reached.has(row)) skipped.add(row);
  for (const { row, at } of rows) {
    const line = now.get(at)!;
    const still = image.columns.every(({ id }, i) => {
      const column = place.columns.findIndex((one) => one.id === id);
      return column >= 0 && same(line[column]!, image.values[i]?.[row]);
    });
    if (still) going.push(at);
    else skipped.add(row);
  }
  // Excel keeps one row in a table: the last one to go is emptied instead.
  const kept = going.length === place.rows ? going.pop() : undefined;
  const range = (first: number, count: number) =>
    place.sheet.getRangeByIndexes(place.row + first, place.column, count, place.columns.length);
  for (const [first, count] of groupsFromBottom(going)) range(first, count).delete(Excel.DeleteShiftDirection.up);
  if (kept !== undefined) {
    const line = place.table.getDataBodyRange();
    line.clear(Excel.ClearApplyTo.contents);
  }
  await context.sync();
}
