import { relocate } from "../guard.ts";
import type { Mark, SheetValue, TableImage } from "../port.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { inExcel, supports } from "./run.ts";

/** Light red that dark text can be read on. */
const REFUSED_FILL = "#FDE7E9";
/** Notes are one call each; more than these help nobody. */
const NOTES = 200;

/** Paints refused cells with a note where Excel can, and clears what was painted before. */
export function markCells(
  register: string,
  image: TableImage,
  idColumn: string,
  marks: readonly Mark[],
  clear: readonly Omit<Mark, "note">[],
): Promise<void> {
  return inExcel(async (context) => {
    const first = askPlace(context, register);
    await context.sync();
    const before = first.place();
    const idAt = before?.columns.findIndex(({ id }) => id === idColumn) ?? -1;
    if (before === null || idAt < 0) return;
    const ids = before.sheet.getRangeByIndexes(before.row, before.column + idAt, before.rows, 1);
    ids.load("values");
    const comments = before.sheet.comments;
    if (supports("1.10")) comments.load("items/id,items/content");
    await context.sync();
    const then = image.values[image.columns.findIndex(({ id }) => id === idColumn)] ?? [];
    const where = relocate(
      then,
      (ids.values as SheetValue[][]).map(([id]) => id!),
    );
    const cellOf = (at: Omit<Mark, "note">) => cellAt(before, where(at.row), at.column);
    const old = supports("1.10") ? await notesByPlace(context, comments) : new Map<string, Excel.Comment>();
    for (const at of clear) {
      const cell = cellOf(at);
      if (!cell) continue;
      cell.range.format.fill.clear();
      old.get(cell.name)?.delete();
    }
    let notes = 0;
    for (const mark of marks) {
      const cell = cellOf(mark);
      if (!cell) continue;
      cell.range.format.fill.color = REFUSED_FILL;
      if (!supports("1.10") || notes++ >= NOTES) continue;
      const known = old.get(cell.name);
      if (known === undefined) comments.add(cell.range, mark.note);
      else if (known.content !== mark.note) known.content = mark.note;
    }
    await context.sync();
  });
}

function cellAt(
  place: TablePlace,
  row: number,
  column: string,
): { readonly range: Excel.Range; readonly name: string } | null {
  const at = place.columns.findIndex(({ id }) => id === column);
  if (row < 0 || row >= place.rows || at < 0) return null;
  const [y, x] = [place.row + row, place.column + at];
  return { range: place.sheet.getRangeByIndexes(y, x, 1, 1), name: `${y}:${x}` };
}

/** The sheet's comments by the place of their cell. */
async function notesByPlace(
  context: Excel.RequestContext,
  comments: Excel.CommentCollection,
): Promise<ReadonlyMap<string, Excel.Comment>> {
  const located = comments.items.map((comment) => {
    const range = comment.getLocation();
    range.load("rowIndex,columnIndex");
    return { comment, range };
  });
  if (located.length > 0) await context.sync();
  return new Map(located.map(({ comment, range }) => [`${range.rowIndex}:${range.columnIndex}`, comment]));
}
