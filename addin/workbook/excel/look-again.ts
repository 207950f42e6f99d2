import { relocate, sameRaw } from "../guard.ts";
import type { SheetCell, SheetValue, TableImage } from "../port.ts";
import { askPlace, samePlace, type TablePlace } from "./find.ts";

const TRIES = 4;

export interface Found<T> {
  readonly place: TablePlace;
  readonly where: (row: number) => number;
  readonly ids: readonly SheetValue[];
  readonly got: T;
}

/** The table as it stands and its ids, read in one round trip with whatever `also` asks for at the rows it is given. */
export async function lookAgain<T>(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  idColumn: string,
  also: (place: TablePlace, where: (row: number) => number) => () => T,
): Promise<Found<T> | null> {
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
    const idsNow = (ids.values as SheetValue[][]).map(([id]) => id!);
    const real = relocate(then, idsNow);
    const still = samePlace(place, now) && image.values[0] !== undefined && sameRows(image.rows, real, where);
    if (still) return { place: now, where: real, ids: idsNow, got: answer() };
    place = now;
    where = real;
  }
  return null;
}

function sameRows(rows: number, a: (row: number) => number, b: (row: number) => number): boolean {
  for (let row = 0; row < rows; row++) if (a(row) !== b(row)) return false;
  return true;
}

/** Whether a cell holds what the image shows; a fault is read as its text here. */
export const sameAsThen = (raw: SheetValue, expected: SheetCell | undefined) =>
  typeof expected === "object" ? raw === expected.fault : sameRaw(raw, expected);
