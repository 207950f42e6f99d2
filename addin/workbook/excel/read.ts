import { TableMoving } from "../moving.ts";
import type { SheetCell, SheetValue, Steps, TableImage } from "../port.ts";
import { toBlocks } from "./blocks.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { askPlace, idPlace, samePlace, type TablePlace } from "./find.ts";
import { inExcel } from "./run.ts";

const TRIES = 4;

/** Told inside this file: the table stands otherwise than when its place was asked. */
class Moved extends Error {}

/**
 * Reads a whole table. A person may move a column or insert a row between two round trips, so every round trip that
 * reads cells asks in the same breath where the table stands; and when there were several, the ids are read once more
 * at the end, for a sort moves no range. Whatever stands otherwise begins anew. Throws {@link TableMoving} when that
 * finds no end: a doubtful image would turn other rows' or columns' cells into edits.
 */
export function readTable(register: string, steps?: Steps, only?: ReadonlySet<string>): Promise<TableImage | null> {
  return inExcel(async (context) => {
    for (let tries = 1; tries <= TRIES; tries++) {
      const asked = askPlace(context, register);
      await context.sync();
      const place = asked.place();
      if (place === null) return null;
      try {
        return await readBody({ context, register, place }, steps, only);
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
      }
    }
    throw new TableMoving(register);
  });
}

interface Reading {
  readonly context: Excel.RequestContext;
  readonly register: string;
  readonly place: TablePlace;
}

/** One round trip for whatever was loaded before the call. Throws {@link Moved} when the table does not stand at `place` then. */
async function syncInPlace({ context, register, place }: Reading): Promise<void> {
  const asked = askPlace(context, register, place.dates);
  try {
    await context.sync();
  } catch (error) {
    // Table or sheet went meanwhile: the next asking tells it without an error.
    if ((error as { readonly code?: unknown } | null)?.code === "ItemNotFound") throw new Moved();
    throw error;
  }
  const now = asked.place();
  if (now === null || !samePlace(place, now)) throw new Moved();
}

async function readBody(reading: Reading, steps?: Steps, only?: ReadonlySet<string>): Promise<TableImage> {
  const { sheet, columns, row, column, rows, dates } = reading.place;
  const values: SheetCell[][] = columns.map(() => []);
  const id = idPlace(columns);
  // Without the ids nobody could tell whether rows changed places meanwhile.
  const wanted = columns.map((one, at) => !only || only.has(one.id) || at === id);
  const runs = runsOf(wanted);
  let trips = 0;
  await inChunks(
    rows,
    wanted.filter(Boolean).length,
    async (start, count) => {
      const ranges = runs.map(([first, width]) => {
        const range = sheet.getRangeByIndexes(row + start, column + first, count, width);
        range.load("values");
        return range;
      });
      await syncInPlace(reading);
      trips++;
      let bytes = 0;
      ranges.forEach((range, at) => {
        const [first, width] = runs[at]!;
        const chunk = range.values as SheetValue[][];
        bytes += sizeOf(chunk);
        for (let i = 0; i < width; i++) {
          const target = values[first + i]!;
          for (let line = 0; line < count; line++) target.push(chunk[line]![i]!);
        }
      });
      return bytes;
    },
    steps,
  );
  await findFaults(reading, values);
  if (trips > 1) await checkIds(reading, values[id]);
  if (only && id >= 0 && !only.has(columns[id]!.id)) values[id] = [];
  return { columns, rows, values, dates };
}

/**
 * `#…` may be a text or an error such as #N/A: only then the cells' types are asked for, and the cells once more, for
 * the types are of what stands there now.
 */
async function findFaults(reading: Reading, values: SheetCell[][]): Promise<void> {
  const suspects = values.flatMap((cells, at) =>
    cells.flatMap((cell, row) => (mayBeFault(cell) ? [{ row, column: String(at), cell }] : [])),
  );
  if (suspects.length === 0) return;
  const { sheet, row, column } = reading.place;
  const asked = toBlocks(suspects).map((block) => {
    const range = sheet.getRangeByIndexes(row + block.first, column + Number(block.column), block.cells.length, 1);
    range.load("values,valueTypes");
    return { block, range };
  });
  await syncInPlace(reading);
  for (const { block, range } of asked) {
    block.cells.forEach((cell, i) => {
      if (cell === null) return;
      if (range.values[i]![0] !== cell) throw new Moved();
      if (range.valueTypes[i]![0] !== Excel.RangeValueType.error) return;
      values[Number(block.column)]![block.first + i] = { fault: cell as string };
    });
  }
}

const mayBeFault = (cell: SheetCell) => typeof cell === "string" && /^#[A-Z]/.test(cell);

/** Throws {@link Moved} when the ids do not stand as they were read. A table without ids has none to compare. */
async function checkIds(reading: Reading, ids: readonly SheetCell[] | undefined): Promise<void> {
  if (ids === undefined) return;
  const { sheet, columns, row, column, rows } = reading.place;
  const at = column + idPlace(columns);
  await inChunks(rows, 1, async (start, count) => {
    const range = sheet.getRangeByIndexes(row + start, at, count, 1);
    range.load("values");
    await syncInPlace(reading);
    const chunk = range.values as SheetValue[][];
    chunk.forEach(([id], i) => {
      const was = ids[start + i];
      if (id !== (typeof was === "object" ? was.fault : was)) throw new Moved();
    });
    return sizeOf(chunk);
  });
}

/** Neighbouring wanted columns as [first, width]. */
export function runsOf(wanted: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  wanted.forEach((yes, at) => {
    const last = runs.at(-1);
    if (!yes) return;
    if (last && last[0] + last[1] === at) last[1]++;
    else runs.push([at, 1]);
  });
  return runs;
}
