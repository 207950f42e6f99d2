import { bottom, type Box, checked, intersect, MAX_COLUMNS, MAX_ROWS, quoteSheet, right } from "./address.ts";
import { type Book, type Effect } from "./book.ts";
import { ModelError, refused } from "./error.ts";
import { inheritLine } from "./inherit.ts";
import { type Operation } from "./operations.ts";
import { type Sheet } from "./sheet.ts";
import { type Move, movedIndex, type Shift, shiftBox } from "./shift.ts";
import { planTable, type TablePlan } from "./shift-tables.ts";
import { headingFollowUps } from "./table-headings.ts";

/** Inserts or deletes whole rows, whole columns or an area's cells, with all that hangs on them. */
export function applyShift(book: Book, sheetKey: string, shift: Shift): Effect {
  const sheet = book.sheet(sheetKey);
  checked(shift.box);
  const plans = book.tablesOn(sheet.id).map((table) => planTable(table, shift));
  if (shift.kind === "insert") refuseOverflow(sheet, shift);
  shiftCells(sheet, shift);
  shiftReferences(book, sheet, shift);
  const follow = plans.flatMap((plan) => carryOut(book, plan));
  return { follow: [...follow, ...looks(book, sheet, shift)] };
}

function carryOut(book: Book, plan: TablePlan): Operation[] {
  const { table } = plan;
  if (plan.gone) {
    book.tables = book.tables.filter((other) => other !== table);
    return [];
  }
  table.box = plan.box;
  table.columns = plan.columns;
  table.nextColumn = plan.nextColumn;
  table.hiddenRows = plan.hiddenRows;
  const headings = plan.newColumns
    ? headingFollowUps(book, table, { ...plan.newColumns, row: table.box.row, rows: 1 })
    : [];
  return [...plan.follow, ...headings];
}

function refuseOverflow(sheet: Sheet, { axis, box }: Shift): void {
  const used = sheet.cells.bounds();
  if (!used) return;
  const strip = axis === "rows" ? { ...box, rows: MAX_ROWS - box.row } : { ...box, columns: MAX_COLUMNS - box.column };
  const pushed = intersect(used, strip);
  const over = axis === "rows" ? bottom(used) + box.rows > MAX_ROWS : right(used) + box.columns > MAX_COLUMNS;
  if (pushed && over) throw new ModelError("InsertDeleteConflict", "pushedOff");
}

function shiftCells(sheet: Sheet, shift: Shift): void {
  for (const layer of [sheet.cells, sheet.formats, sheet.styles, sheet.notes]) layer.shift(shift);
  sheet.merges = sheet.merges.flatMap((box) => shiftBox(box, shift) ?? []);
  sheet.validations = sheet.validations.flatMap(({ box, rule }) => {
    const moved = shiftBox(box, shift);
    return moved ? [{ box: moved, rule }] : [];
  });
  if (shift.axis === "rows" && shift.box.columns >= MAX_COLUMNS)
    for (const grid of [sheet.hiddenRows, sheet.heights]) grid.shift(shift);
  if (shift.axis === "columns" && shift.box.rows >= MAX_ROWS)
    for (const grid of [sheet.hiddenColumns, sheet.widths]) grid.shift(shift);
}

function shiftReferences(book: Book, sheet: Sheet, shift: Shift): void {
  book.rewriteAll((target, box) => {
    if (target !== sheet.id) return {};
    const moved = shiftBox(box, shift);
    return moved && { box: moved };
  });
}

/** New rows look like the row above them, the first rows of a table like the row they push down. */
function looks(book: Book, sheet: Sheet, { kind, axis, box }: Shift): Operation[] {
  if (kind === "delete") return [];
  if (axis === "columns") return box.column > 0 ? inheritLine(sheet, "columns", box.column - 1, box) : [];
  const underHeading = book
    .tablesOn(sheet.id)
    .some((table) => table.box.row + 1 === box.row && intersect(table.box, box));
  if (underHeading) return inheritLine(sheet, "rows", bottom(box), box);
  return box.row > 0 ? inheritLine(sheet, "rows", box.row - 1, box) : [];
}

/** Moves whole rows or columns within a sheet. Columns of a table keep their ids. */
export function applyMove(book: Book, sheetKey: string, move: Move): Effect {
  const sheet = book.sheet(sheetKey);
  const limit = move.axis === "rows" ? MAX_ROWS : MAX_COLUMNS;
  const whole = [move.from, move.count, move.to].every(Number.isInteger);
  if (!whole || move.from < 0 || move.count < 1 || move.to < 0 || move.from + move.count > limit || move.to > limit)
    throw refused("nothingToMove");
  if (move.to >= move.from && move.to <= move.from + move.count) return {};
  const boxes = book.tablesOn(sheet.id).map((table) => [table, movedTable(table.box, move)] as const);
  for (const [table, box] of boxes) {
    if (move.axis === "columns") {
      const order = table.columns.map((column, i) => ({ column, at: movedIndex(table.box.column + i, move) }));
      table.columns = order.sort((a, b) => a.at - b.at).map(({ column }) => column);
    } else table.hiddenRows &&= table.hiddenRows.map((row) => movedIndex(row, move)).sort((a, b) => a - b);
    table.box = box;
  }
  for (const layer of [sheet.cells, sheet.formats, sheet.styles, sheet.notes]) layer.move(move);
  const lines = move.axis === "rows" ? [sheet.hiddenRows, sheet.heights] : [sheet.hiddenColumns, sheet.widths];
  for (const grid of lines) grid.move(move);
  sheet.validations = sheet.validations.flatMap(({ box, rule }) =>
    movedParts(box, move).map((part) => ({ box: part, rule })),
  );
  sheet.merges = sheet.merges.flatMap((box) => {
    const parts = movedParts(box, move);
    return parts.length === 1 ? parts : [];
  });
  book.rewriteAll((target, box) => {
    const parts = target === sheet.id ? movedParts(box, move) : [];
    return parts.length === 1 ? { box: parts[0] ?? box } : {};
  });
  return {};
}

/** Where a table stands after the move. Refused when the move would tear it apart. */
function movedTable(box: Box, move: Move): Box {
  const { start, size } = line(box, move.axis);
  const heading = move.axis === "rows" ? 1 : 0;
  const within = (index: number): boolean => index >= start + heading && index <= start + size;
  if (within(move.from) && within(move.from + move.count) && within(move.to)) return box;
  const parts = movedParts(box, move);
  const [only] = parts;
  if (parts.length !== 1 || !only) throw refused("tableParted");
  if (heading === 1 && movedIndex(start, move) !== only.row) throw refused("headingMoved");
  return only;
}

/** The pieces a box falls into, whole when it is moved or passed over as a whole. */
function movedParts(box: Box, move: Move): Box[] {
  const { start, size } = line(box, move.axis);
  const cuts = [move.from, move.from + move.count, move.to].filter((cut) => cut > start && cut < start + size);
  const edges = [start, ...new Set(cuts.sort((a, b) => a - b)), start + size];
  const pieces = edges.slice(1).map((end, i) => {
    const first = edges[i] ?? start;
    return { at: movedIndex(first, move), size: end - first };
  });
  pieces.sort((a, b) => a.at - b.at);
  const joined: { at: number; size: number }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.at + last.size === piece.at) last.size += piece.size;
    else joined.push({ ...piece });
  }
  return joined.map(({ at, size: length }) =>
    move.axis === "rows" ? { ...box, row: at, rows: length } : { ...box, column: at, columns: length },
  );
}

const line = (box: Box, axis: Move["axis"]): { start: number; size: number } =>
  axis === "rows" ? { start: box.row, size: box.rows } : { start: box.column, size: box.columns };

/** Writes a sheet's new name into every reference that names it. */
export function renameInReferences(book: Book, sheet: Sheet, name: string): void {
  book.rewriteAll((target, _box, written) => (target === sheet.id && written ? { sheet: quoteSheet(name) } : {}));
}

/** Turns every reference to a sheet that goes into #REF!. */
export function breakReferences(book: Book, sheet: Sheet): void {
  book.rewriteAll((target) => (target === sheet.id ? null : {}));
}
