import { bottom, boxOf, checked, intersect, right } from "./address.ts";
import { type Book, type Effect } from "./book.ts";
import { badArgument, exists, refused } from "./error.ts";
import { type Area, type Operation } from "./operations.ts";
import { checkName, sameName } from "./rules.ts";
import { headingFollowUps } from "./table-headings.ts";
import { type Table } from "./table.ts";

type Of<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

export function addTable(book: Book, operation: Of<"addTable">): Effect {
  const { id, name, area, style } = operation;
  const sheet = book.sheet(area.sheet);
  checked(area);
  if (area.rows < 2) throw badArgument("tableRows");
  if (book.tables.some((table) => table.id === id)) throw exists();
  checkTableName(book, name);
  refuseOverlap(book, area);
  const columns = Array.from({ length: area.columns }, (_, i) => ({ id: i + 1, name: "" }));
  const table: Table = {
    id,
    sheet: sheet.id,
    name,
    box: boxOf(area),
    columns,
    nextColumn: area.columns + 1,
    style,
    bandedRows: true,
    filterButton: true,
    hiddenRows: null,
  };
  book.tables.push(table);
  sheet.merges = sheet.merges.filter((box) => !intersect(box, area));
  return { follow: headingFollowUps(book, table, area) };
}

function checkTableName(book: Book, name: string, own?: Table): void {
  checkName(name);
  const taken = book.tables.some((table) => table !== own && sameName(table.name, name));
  if (taken || book.findName(name)) throw exists("nameTaken", { name });
}

function refuseOverlap(book: Book, area: Area, own?: Table): void {
  if (book.tablesTouching(area).some((table) => table !== own)) throw refused("tableOverlap");
}

/** The heading row stays where it is; columns that stay keep their ids. */
export function resizeTable(book: Book, { table: key, area }: Of<"resizeTable">): Effect {
  const table = book.table(key);
  const { box } = table;
  checked(area);
  const sound =
    book.sheet(area.sheet).id === table.sheet &&
    area.rows >= 2 &&
    area.row === box.row &&
    intersect(area, box) !== null;
  if (!sound) throw badArgument("tableResize");
  refuseOverlap(book, area, table);
  table.columns = Array.from({ length: area.columns }, (_, i) => {
    const kept = table.columns[area.column + i - box.column];
    return kept ?? { id: table.nextColumn++, name: "" };
  });
  table.box = boxOf(area);
  table.hiddenRows &&= table.hiddenRows.filter((row) => row < bottom(area));
  const added = [
    { ...boxOf(area), columns: box.column - area.column },
    { ...boxOf(area), column: right(box), columns: right(area) - right(box) },
  ];
  return { follow: added.flatMap((part) => (part.columns > 0 ? headingFollowUps(book, table, part) : [])) };
}

export function renameTable(book: Book, { table: key, name }: Of<"renameTable">): Effect {
  const table = book.table(key);
  checkTableName(book, name, table);
  table.name = name;
  return {};
}

export function deleteTable(book: Book, { table: key }: Of<"deleteTable">): Effect {
  const table = book.table(key);
  book.tables = book.tables.filter((other) => other !== table);
  return {};
}

export function setTableLook(book: Book, { table: key, style, bandedRows, filterButton }: Of<"setTableLook">): Effect {
  const table = book.table(key);
  table.style = style ?? table.style;
  table.bandedRows = bandedRows ?? table.bandedRows;
  table.filterButton = filterButton ?? table.filterButton;
  return {};
}

export function filterTable(book: Book, { table: key, hiddenRows }: Of<"filterTable">): Effect {
  const table = book.table(key);
  const { box } = table;
  if (hiddenRows?.some((row) => row <= box.row || row >= bottom(box))) throw badArgument("filterRows");
  table.hiddenRows = hiddenRows && [...new Set(hiddenRows)].sort((a, b) => a - b);
  return {};
}

export function setName(book: Book, { name, formula, visible }: Of<"setName">): Effect {
  const others = book.names.filter((known) => !sameName(known.name, name));
  if (formula !== null) {
    checkName(name);
    if (!formula.startsWith("=")) throw badArgument("nameFormula");
    if (book.tables.some((table) => sameName(table.name, name))) throw exists("nameTaken", { name });
  }
  book.names = formula === null ? others : [...others, { name, formula, visible }];
  return {};
}
