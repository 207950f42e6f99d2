import type { CellWrite, SheetCell, SheetValue, Steps, TableImage, TableWrites, Written } from "../port.ts";
import { appendRows } from "./append.ts";
import { toBlocks } from "./blocks.ts";
import { rangeOf } from "./find.ts";
import { formatCode, GENERAL, TEXT_FORMAT, toWritten } from "./formats.ts";
import { lookAgain, sameAsThen } from "./look-again.ts";
import { removeRows } from "./remove.ts";
import { inExcel } from "./run.ts";
import { type Target, writeInPlace } from "./write-in-place.ts";

/**
 * Cells checked and written in two round trips, each of which may tell what a cell holds twice: small enough for the
 * 5 MB of the web, large enough to be few.
 */
const CELLS_AT_ONCE = 20_000;
const CHARACTERS_AT_ONCE = 1_000_000;

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
    for (const some of portions(writes.cells, image)) {
      steps?.signal?.throwIfAborted();
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

function* portions(cells: readonly CellWrite[], image: TableImage): Iterable<readonly CellWrite[]> {
  const before = new Map(image.columns.map(({ id }, at) => [id, image.values[at]]));
  const length = (cell: SheetCell | undefined) => (typeof cell === "string" ? cell.length : 8);
  let [start, characters] = [0, 0];
  for (const [at, { row, column, value }] of cells.entries()) {
    const more = Math.max(length(value), length(before.get(column)?.[row]));
    if (at > start && (at - start >= CELLS_AT_ONCE || characters + more > CHARACTERS_AT_ONCE)) {
      yield cells.slice(start, at);
      [start, characters] = [at, 0];
    }
    characters += more;
  }
  if (start < cells.length) yield cells.slice(start);
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
  const targets: Target[] = [];
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
        if (!sameAsThen(raw, expected)) skipped.add(one.write.row);
        else if (!(one.write.tidy && isFormula)) {
          const shown = String(range.numberFormat[i]![0]);
          if (format === "TEXT" && shown !== TEXT_FORMAT) shape = TEXT_FORMAT;
          if (
            (format === "DATE" || format === "DATETIME") &&
            typeof one.write.value === "number" &&
            (shown === GENERAL || shown === TEXT_FORMAT)
          ) {
            shape = formatCode(format);
          }
          value = toWritten(one.write.value, format);
          any = true;
        }
      }
      reformat ||= shape !== null;
      values.push([value]);
      formats.push([shape]);
    });
    if (any) targets.push({ block, values, formats: reformat ? formats : null });
  }
  if (targets.length === 0 || (await writeInPlace(context, register, found, writes.idColumn, targets))) return;
  for (const { row } of cells) skipped.add(row);
}
