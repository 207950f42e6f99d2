import { bottom, type Box, boxOf, checked, intersect, onSheet, right } from "./address.ts";
import { type Book, type Effect } from "./book.ts";
import { badArgument, refused } from "./error.ts";
import { inheritLine } from "./inherit.ts";
import { type Area, type CellContent, type CellStyle, type Operation, type Origin } from "./operations.ts";
import { NO_STYLE, type Sheet, storedOf } from "./sheet.ts";
import { headingFollowUps } from "./table-headings.ts";
import { type Table } from "./table.ts";

type Of<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

/** Contents of before are announced up to this many cells; nobody needs the old state of a bulk write. */
const BEFORE_LIMIT = 2000;

export function setCells(book: Book, { area, contents }: Of<"setCells">, origin: Origin): Effect {
  const sheet = book.sheet(area.sheet);
  checked(area);
  if (contents.length !== area.rows || contents.some((line) => line.length !== area.columns))
    throw badArgument("contentsSize");
  const before = area.rows * area.columns <= BEFORE_LIMIT ? contentsOf(sheet, area) : undefined;
  contents.forEach((line, i) => writeLine(sheet, area.row + i, area.column, line));
  const grown = origin === "person" ? growths(book, area, contents) : [];
  const headings = book.tablesTouching(area).flatMap((table) => headingFollowUps(book, table, area));
  return { ...(before && { before }), follow: [...headings, ...grown] };
}

function writeLine(sheet: Sheet, row: number, first: number, line: readonly (CellContent | "" | null)[]): void {
  const blank = line.every((content) => content === null || content === "");
  if (blank && !sheet.cells.row(row)) return;
  const cells = sheet.cells.writable(row);
  line.forEach((content, j) => {
    if (content === null) return;
    cells[first + j] = content === "" ? undefined : storedOf(content);
    if (content !== "" && content.formula !== undefined) sheet.mayHaveFormulas = true;
  });
}

/** The contents of an area, null for an empty cell. */
export const contentsOf = (sheet: Sheet, box: Box): (CellContent | null)[][] =>
  Array.from({ length: box.rows }, (_, i) =>
    Array.from({ length: box.columns }, (_, j) => sheet.content(box.row + i, box.column + j)),
  );

/** A person who types right below or right of a table makes it grow over what was typed, as Excel's AutoCorrect does. */
function growths(book: Book, area: Area, contents: Of<"setCells">["contents"]): Operation[] {
  const filled = (box: Box): boolean =>
    contents.some((line, i) =>
      line.some(
        (content, j) =>
          content !== null &&
          content !== "" &&
          intersect(box, { row: area.row + i, column: area.column + j, rows: 1, columns: 1 }) !== null,
      ),
    );
  return book.tablesOn(area.sheet).flatMap((table) => {
    const grown = grownBox(table, area, filled);
    if (!grown || book.tablesTouching(onSheet(area.sheet, grown)).length > 1) return [];
    const sheet = book.sheet(area.sheet);
    const { box } = table;
    const strip = { ...grown, row: bottom(box), rows: grown.rows - box.rows };
    return [
      { type: "resizeTable", table: table.id, area: onSheet(area.sheet, grown) } as const,
      ...(strip.rows > 0 ? inheritLine(sheet, "rows", bottom(box) - 1, strip) : []),
    ];
  });
}

function grownBox({ box }: Table, area: Area, filled: (box: Box) => boolean): Box | null {
  const inside = area.column >= box.column && right(area) <= right(box);
  if (inside && area.row <= bottom(box) && bottom(area) > bottom(box)) {
    const strip = { ...box, row: bottom(box), rows: 1 };
    if (filled(strip)) return { ...box, rows: bottom(area) - box.row };
  }
  const beside = area.row >= box.row && bottom(area) <= bottom(box);
  if (beside && area.column <= right(box) && right(area) > right(box)) {
    const strip = { ...box, column: right(box), columns: 1 };
    if (filled(strip)) return { ...box, columns: right(area) - box.column };
  }
  return null;
}

export function setFormats(book: Book, { area, formats }: Of<"setFormats">): Effect {
  const { formats: layer } = book.sheet(area.sheet);
  checked(area);
  if (typeof formats === "string") {
    layer.update(area, () => formats);
    return {};
  }
  if (formats.length !== area.rows || formats.some((line) => line.length !== area.columns))
    throw badArgument("formatsSize");
  formats.forEach((line, i) =>
    line.forEach((format, j) => {
      if (format !== null) layer.put(area.row + i, area.column + j, format);
    }),
  );
  return {};
}

/** Equal styles are one object, so that a layer's snapshot and its comparisons stay small. */
const known = new Map<string, CellStyle>([["{}", NO_STYLE]]);

export function setStyle(book: Book, { area, style }: Of<"setStyle">): Effect {
  checked(area);
  const merged = new Map<CellStyle, CellStyle>();
  book.sheet(area.sheet).styles.update(area, (before) => {
    const done = merged.get(before) ?? internStyle({ ...before, ...style });
    merged.set(before, done);
    return done;
  });
  return {};
}

/** The one object that stands for all styles equal to this one; what says nothing is left out. */
export function internStyle(style: CellStyle): CellStyle {
  const said = Object.entries(style).filter(([, value]) => value !== null && value !== false && value !== undefined);
  const sorted = Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  const key = JSON.stringify(sorted);
  const interned = known.get(key) ?? Object.freeze(sorted as CellStyle);
  known.set(key, interned);
  return interned;
}

export function setValidation(book: Book, { area, rule }: Of<"setValidation">): Effect {
  checked(area);
  if (rule && !rule.source.startsWith("=") && rule.source.length > 255) throw badArgument("listTooLong");
  if (rule && rule.source === "") throw badArgument("listEmpty");
  book.sheet(area.sheet).setValidation(boxOf(area), rule);
  return {};
}

export function setNote(book: Book, { sheet, row, column, text }: Of<"setNote">): Effect {
  checked({ row, column, rows: 1, columns: 1 });
  book.sheet(sheet).notes.set(row, column, text ?? undefined);
  return {};
}

export function reorderRows(book: Book, { area, order }: Of<"reorderRows">): Effect {
  const sheet = book.sheet(area.sheet);
  checked(area);
  const whole = new Set(order);
  if (order.length !== area.rows || whole.size !== area.rows || order.some((i) => !(i >= 0 && i < area.rows)))
    throw badArgument("order");
  for (const { box } of book.tablesTouching(area)) if (area.row <= box.row) throw refused("headingSorted");
  for (const grid of [sheet.cells, sheet.formats, sheet.styles, sheet.notes]) grid.reorder(area, order);
  return {};
}

export function merge(book: Book, { type, area }: Of<"merge" | "unmerge">): Effect {
  const sheet = book.sheet(area.sheet);
  checked(area);
  if (type === "merge" && book.tablesTouching(area).length > 0) throw refused("tableMerged");
  sheet.merges = sheet.merges.filter((box) => !intersect(box, area));
  if (type === "merge" && area.rows * area.columns > 1) sheet.merges.push(boxOf(area));
  return {};
}
