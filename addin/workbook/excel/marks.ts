import { relocate } from "../guard.ts";
import type { Mark, SheetValue, TableImage } from "../port.ts";
import { toRuns } from "./blocks.ts";
import { askPlace, type TablePlace } from "./find.ts";
import { inExcel, supports } from "./run.ts";

/** Light red that dark text can be read on. */
const REFUSED_FILL = "#FDE7E9";
/** Notes are one call each; more than these help nobody. */
const NOTES = 200;
/** A run of its own takes some 500 bytes of a request, of which Excel on the web takes 5 MB. */
const RUNS_AT_ONCE = 2_000;

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
    const cellsOf = <T extends Omit<Mark, "note">>(asked: readonly T[]) =>
      asked.flatMap((mark) => {
        const at = cellAt(before, where(mark.row), mark.column);
        return at ? [{ ...at, mark }] : [];
      });
    const [cleared, painted] = [cellsOf(clear), cellsOf(marks)];
    const old = supports("1.10") ? await notesByPlace(context, comments) : new Map<string, Excel.Comment>();
    for (const { name } of cleared) old.get(name)?.delete();
    const noted = supports("1.10") ? painted.slice(0, NOTES) : [];
    for (const { name, y, x, mark } of noted) {
      const known = old.get(name);
      if (known === undefined) comments.add(before.sheet.getRangeByIndexes(y, x, 1, 1), mark.note);
      else if (known.content !== mark.note) known.content = mark.note;
    }
    await fill(context, before, cleared, null);
    await fill(context, before, painted, REFUSED_FILL);
    await context.sync();
  });
}

interface PlacedCell {
  readonly y: number;
  readonly x: number;
}

/** Fills cells with a colour, or takes it away; cells one under another at once. */
async function fill(
  context: Excel.RequestContext,
  { sheet }: TablePlace,
  cells: readonly PlacedCell[],
  color: string | null,
): Promise<void> {
  let runs = 0;
  for (const { y, x, count } of toRuns(cells)) {
    const { fill } = sheet.getRangeByIndexes(y, x, count, 1).format;
    if (color === null) fill.clear();
    else fill.color = color;
    if (++runs % RUNS_AT_ONCE === 0) await context.sync();
  }
}

function cellAt(place: TablePlace, row: number, column: string): (PlacedCell & { readonly name: string }) | null {
  const at = place.columns.findIndex(({ id }) => id === column);
  if (row < 0 || row >= place.rows || at < 0) return null;
  const [y, x] = [place.row + row, place.column + at];
  return { y, x, name: `${y}:${x}` };
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
