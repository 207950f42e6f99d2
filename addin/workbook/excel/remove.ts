import type { SheetValue, TableImage, TableWrites } from "../port.ts";
import { groupsFromBottom } from "./blocks.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { lookAgain, sameAsThen } from "./look-again.ts";
import { growTable, rowsFromEnd } from "./table-end.ts";
import { contentOf } from "./write-in-place.ts";

const HELD = "values,valueTypes,formulas,numberFormat";

/** A row of the table's body, counted from 0, with the row of the image that was found there. */
interface Going {
  readonly row: number;
  readonly at: number;
}

/**
 * Deletes rows of which every cell is still as the image shows it. A person may sort the table or type in the last
 * moment: what the rows held is therefore read in the same round trip, and those that were not the ones meant are put
 * back where they stood.
 */
export async function removeRows(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  writes: TableWrites,
  skipped: Set<number>,
): Promise<void> {
  const found = await lookAgain(context, register, image, writes.idColumn, (place, where) => {
    const rows = writes.remove.flatMap((row): Going[] => {
      const at = where(row);
      return at >= 0 && at < place.rows ? [{ row, at }] : [];
    });
    const groups = groupsFromBottom(rows.map(({ at }) => at)).map(([first, count]) => {
      const range = place.sheet.getRangeByIndexes(place.row + first, place.column, count, place.columns.length);
      range.load("values");
      return { first, range };
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
  const reached = new Set(rows.map(({ row }) => row));
  for (const row of writes.remove) if (!reached.has(row)) skipped.add(row);
  const going: Going[] = [];
  for (const one of rows) {
    if (isStill(image, one.row, found.place, now.get(one.at)!)) going.push(one);
    else skipped.add(one.row);
  }
  if (going.length > 0) await deleteAndCheck(context, register, image, found.place, going, skipped);
}

function isStill(image: TableImage, row: number, place: TablePlace, line: readonly SheetValue[]): boolean {
  return image.columns.every(({ id }, i) => {
    const column = place.columns.findIndex((one) => one.id === id);
    return column >= 0 && sameAsThen(line[column]!, image.values[i]?.[row]);
  });
}

async function deleteAndCheck(
  context: Excel.RequestContext,
  register: string,
  image: TableImage,
  { table, rows, dates }: TablePlace,
  going: readonly Going[],
  skipped: Set<number>,
): Promise<void> {
  const asked = askPlace(context, register, dates);
  // Excel keeps one row in a table: the last one to go is emptied instead.
  const kept = going.length === rows ? going.at(-1) : undefined;
  const deleted = going.filter((one) => one !== kept);
  const groups = groupsFromBottom(deleted.map(({ at }) => at)).map(([first, count]) => {
    // From the table's own rows: it may have moved. A row that is no more ends the deleting before it has begun.
    const range = table.rows
      .getItemAt(first + count - 1)
      .getRange()
      .getOffsetRange(1 - count, 0)
      .getResizedRange(count - 1, 0);
    range.load(HELD);
    range.delete(Excel.DeleteShiftDirection.up);
    return { first, range };
  });
  const emptied = kept && table.getDataBodyRange();
  emptied?.load(HELD);
  emptied?.clear(Excel.ClearApplyTo.contents);
  await context.sync();
  const place = asked.place();
  if (place === null) return;

  const rowAt = new Map(deleted.map(({ at, row }) => [at, row]));
  const wrong = groups
    .flatMap(({ first, range }) =>
      (range.values as SheetValue[][]).map((line, i) => ({ at: first + i, line, range, i })),
    )
    .filter(({ at, line }) => !isStill(image, rowAt.get(at)!, place, line))
    .sort((a, b) => a.at - b.at);
  for (const { at } of wrong) skipped.add(rowAt.get(at)!);
  const lost = new Set(wrong.map(({ at }) => at));
  const gone = deleted.map(({ at }) => at).filter((at) => !lost.has(at));
  if (kept && emptied) {
    const lines = emptied.values as SheetValue[][];
    const mine = lines.findIndex((line) => isStill(image, kept.row, place, line));
    if (mine < 0) skipped.add(kept.row);
    if (mine < 0 || lines.length > 1) {
      emptied.formulas = lines.map((line, i) => line.map((_, j) => (i === mine ? "" : contentOf(emptied, i, j))));
    }
  }
  let there = Math.max(1, place.rows - deleted.length);
  for (const { at, range, i } of wrong) {
    const back = gone.filter((one) => one < at).length;
    insertRow(table, at - back, there++, range, i);
  }
  await context.sync();
}

/** Puts a row back at its place among the `there` rows of the table. */
function insertRow(table: Excel.Table, at: number, there: number, held: Excel.Range, i: number): void {
  const body = table.getDataBodyRange();
  if (at < there) body.getRow(at).insert(Excel.InsertShiftDirection.down);
  else {
    rowsFromEnd(body, 1, 1).insert(Excel.InsertShiftDirection.down);
    growTable(table, body, 1);
  }
  const row = table.rows.getItemAt(at).getRange();
  row.numberFormat = [held.numberFormat[i] as string[]];
  row.formulas = [held.values[i]!.map((_, j) => contentOf(held, i, j))];
}
