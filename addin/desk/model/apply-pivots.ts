import { bottom, type Box, checked, contains, intersect, onSheet, right } from "./address.ts";
import { type Book, type Effect } from "./book.ts";
import { badArgument, exists, notFound, refused } from "./error.ts";
import { type Operation } from "./operations.ts";
import { type Field, filterLines, type PivotCell, pivotCells } from "./pivot-cells.ts";
import { EMPTY_PLAN } from "./pivot-plan.ts";
import { type Pivot } from "./pivot.ts";
import { sameName } from "./rules.ts";
import { wholeShift } from "./shift.ts";
import { bodyOf } from "./table.ts";

type Of<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

/** An empty report at a cell; it shows nothing until fields are chosen. */
export function addPivot(book: Book, { id, name, table, area }: Of<"addPivot">): Effect {
  const sheet = book.sheet(area.sheet);
  checked(area);
  if (book.pivots.some((one) => one.id === id || (one.sheet === sheet.id && sameName(one.name, name)))) throw exists();
  const box = { row: area.row, column: area.column, rows: 1, columns: 1 };
  const pivot: Pivot = { ...EMPTY_PLAN, id, name, sheet: sheet.id, table: book.table(table).id, box };
  refuseOverlap(book, pivot, box);
  book.pivots = [...book.pivots, pivot];
  return {};
}

/** Changes what a report shows, if a plan is given, and works it out anew from the source table as it is now. */
export function setPivot(book: Book, { pivot: id, plan, name }: Of<"setPivot">): Effect {
  const old = book.pivots.find((one) => one.id === id);
  if (!old) throw notFound();
  const next: Pivot = { ...old, ...plan, ...(name !== undefined && { name }) };
  const fields = fieldsOf(book, next.table);
  const named = [...next.rows, ...next.columns, ...next.filters.map(({ field }) => field)];
  if ([...named, ...next.data.map(({ field }) => field)].some((field) => !fields.has(field))) throw badArgument();
  if (next.columns.length > 1) throw refused("pivotColumns");
  if (next.rows.length > 1 && next.layout === "Compact") throw refused("pivotCompact");
  const lines = pivotCells(next, fields);
  // Filters stand above the report; where there is no room it moves down, as in Excel.
  const body = old.box.row + filterLines(old);
  const row = Math.max(0, body - filterLines(next));
  const box = { row, column: old.box.column, rows: Math.max(lines.length, 1), columns: lines[0]?.length || 1 };
  checked(box);
  refuseOverlap(book, next, box, old.box);
  book.pivots = book.pivots.map((one) => (one === old ? { ...next, box } : one));
  return { follow: [...wiped(old), ...painted({ ...next, box }, lines)] };
}

/** The report goes with its cells. */
export function deletePivot(book: Book, { pivot: id }: Of<"deletePivot">): Effect {
  const old = book.pivots.find((one) => one.id === id);
  if (!old) throw notFound();
  book.pivots = book.pivots.filter((one) => one !== old);
  return { follow: wiped(old) };
}

function fieldsOf(book: Book, key: string): ReadonlyMap<string, Field> {
  const table = book.table(key);
  const sheet = book.sheet(table.sheet);
  const { row, column, rows } = bodyOf(table);
  return new Map(
    table.columns.map(({ name }, at) => {
      const values = Array.from({ length: rows }, (_, i) => sheet.value(row + i, column + at));
      return [name, { values, format: sheet.formats.get(row, column + at) }];
    }),
  );
}

/** Other reports, tables and filled cells stand in the way; what the report itself covered does not. */
function refuseOverlap(book: Book, pivot: Pivot, box: Box, own?: Box): void {
  const on = onSheet(pivot.sheet, box);
  const others = book.pivots.filter(({ id, sheet }) => id !== pivot.id && sheet === pivot.sheet);
  if (others.some((one) => intersect(one.box, box)) || book.tablesTouching(on).length > 0)
    throw refused("pivotOverlap");
  const sheet = book.sheet(pivot.sheet);
  for (let row = box.row; row < bottom(box); row++) {
    const cells = sheet.cells.row(row);
    for (let column = box.column; cells && column < right(box); column++) {
      const cell = { row, column, rows: 1, columns: 1 };
      if (cells[column] !== undefined && !(own && contains(own, cell))) throw refused("pivotOverlap");
    }
  }
}

function wiped({ sheet, box }: Pivot): Operation[] {
  const area = onSheet(sheet, box);
  const line = Array.from({ length: box.columns }, () => "" as const);
  const contents = Array.from({ length: box.rows }, () => line);
  return [
    { type: "setCells", area, contents },
    { type: "setFormats", area, formats: "General" },
    { type: "setStyle", area, style: { bold: false } },
  ];
}

function painted({ sheet, box }: Pivot, lines: readonly (readonly (PivotCell | null)[])[]): Operation[] {
  if (lines.length === 0) return [];
  const area = onSheet(sheet, box);
  const strong = lines.flatMap((line, i) =>
    line.flatMap((cell, j): Operation[] =>
      cell?.strong
        ? [
            {
              type: "setStyle",
              area: { sheet, row: box.row + i, column: box.column + j, rows: 1, columns: 1 },
              style: { bold: true },
            },
          ]
        : [],
    ),
  );
  return [
    { type: "setFormats", area, formats: lines.map((line) => line.map((cell) => cell?.format ?? null)) },
    {
      type: "setCells",
      area,
      contents: lines.map((line) => line.map((cell) => (cell ? { value: cell.value } : ("" as const)))),
    },
    ...strong,
  ];
}

/** Refuses what would change cells of a report other than by the report itself, as Excel does. */
export function guardPivots(book: Book, operation: Operation): void {
  for (const { sheet, box } of book.pivots) {
    const torn = tears(operation, box);
    if (torn === null) continue;
    const on = "area" in operation ? operation.area.sheet : "sheet" in operation ? operation.sheet : null;
    if (torn && on !== null && book.findSheet(on)?.id === sheet) throw refused("pivotCells");
  }
}

/** Whether an operation on a report's sheet would tear it; null for operations that change no cells. */
function tears(operation: Operation, box: Box): boolean | null {
  switch (operation.type) {
    case "setCells":
    case "reorderRows":
    case "merge":
    case "addTable":
    case "resizeTable":
      return intersect(operation.area, box) !== null;
    case "insertRows":
    case "insertColumns": {
      const rows = operation.type === "insertRows";
      const [start, end] = rows ? [box.row, bottom(box)] : [box.column, right(box)];
      return operation.at > start && operation.at < end;
    }
    case "deleteRows":
    case "deleteColumns": {
      const axis = operation.type === "deleteRows" ? "rows" : "columns";
      const gone = wholeShift("delete", axis, operation.at, operation.count).box;
      return intersect(gone, box) !== null && !contains(gone, box);
    }
    case "insertCells":
    case "deleteCells": {
      const { area, shift } = operation;
      const strip =
        shift === "vertical"
          ? { ...area, rows: Number.MAX_SAFE_INTEGER - area.row }
          : { ...area, columns: Number.MAX_SAFE_INTEGER - area.column };
      return intersect(strip, box) !== null;
    }
    default:
      return null;
  }
}
