import type { SheetCell, SheetValue, Steps, TableImage } from "../port.ts";
import { inChunks, sizeOf } from "./chunks.ts";
import { askPlace, idPlace, type TablePlace } from "./find.ts";
import { inExcel } from "./run.ts";

const TRIES = 3;

/**
 * Reads a whole table. When it takes several round trips, a person may sort or insert in between; the ids are then
 * read once more at the end, and everything anew if they stand otherwise.
 */
export function readTable(register: string, steps?: Steps, only?: ReadonlySet<string>): Promise<TableImage | null> {
  return inExcel(async (context) => {
    for (let tries = 1; ; tries++) {
      const asked = askPlace(context, register);
      await context.sync();
      const place = asked.place();
      if (place === null) return null;
      const { image, trips } = await readBody(context, place, steps, only);
      if (trips <= 1 || tries === TRIES || (await standsStill(context, register, image))) return image;
    }
  });
}

async function readBody(
  context: Excel.RequestContext,
  place: TablePlace,
  steps?: Steps,
  only?: ReadonlySet<string>,
): Promise<{ readonly image: TableImage; readonly trips: number }> {
  const { sheet, columns, row, column, rows } = place;
  const values: SheetCell[][] = columns.map(() => []);
  const wanted = columns.map(({ id }) => !only || only.has(id));
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
      await context.sync();
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
  await findFaults(context, place, values);
  return { image: { columns, rows, values, dates: place.dates }, trips };
}

/** `#…` may be a text or an error such as #N/A: only then the cells' types are asked for. */
async function findFaults(context: Excel.RequestContext, place: TablePlace, values: SheetCell[][]): Promise<void> {
  const suspects = values.map((cells) => cells.flatMap((cell, row) => (mayBeFault(cell) ? [row] : [])));
  if (suspects.every((rows) => rows.length === 0)) return;
  const asked = suspects.flatMap((rows, at) => {
    if (rows.length === 0) return [];
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const range = place.sheet.getRangeByIndexes(place.row + first, place.column + at, last - first + 1, 1);
    range.load("valueTypes");
    return [{ at, rows, first, range }];
  });
  await context.sync();
  for (const { at, rows, first, range } of asked) {
    for (const row of rows) {
      if (range.valueTypes[row - first]?.[0] !== Excel.RangeValueType.error) continue;
      const cell = values[at]![row];
      if (typeof cell === "string") values[at]![row] = { fault: cell };
    }
  }
}

const mayBeFault = (cell: SheetCell) => typeof cell === "string" && /^#[A-Z]/.test(cell);

async function standsStill(context: Excel.RequestContext, register: string, image: TableImage): Promise<boolean> {
  const at = idPlace(image.columns);
  if (at < 0) return true;
  const asked = askPlace(context, register);
  await context.sync();
  const place = asked.place();
  if (place === null || place.rows !== image.rows || place.columns[at]?.id !== image.columns[at]?.id) return false;
  const ids = place.sheet.getRangeByIndexes(place.row, place.column + at, place.rows, 1);
  ids.load("values");
  await context.sync();
  return ids.values.every(([id], row) => id === image.values[at]![row]);
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
