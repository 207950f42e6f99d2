import { type Box, onSheet } from "./address.ts";
import { apply } from "./apply.ts";
import { contentsOf } from "./apply-cells.ts";
import { guardPivots } from "./apply-pivots.ts";
import { Book, type DefinedName } from "./book.ts";
import { type Area, type CellContent, type CellValue, type Chart, type Operation, type Origin } from "./operations.ts";
import { type Pivot } from "./pivot.ts";
import { sameName } from "./rules.ts";
import { type Sheet } from "./sheet.ts";
import { restoreSheet, snapshotSheet, snapshotTables, type WorkbookSnapshot } from "./snapshot.ts";
import { type Table } from "./table.ts";

/** An operation that was carried out. */
export interface Announcement {
  readonly operation: Operation;
  readonly origin: Origin;
  /** For `setCells` of at most 2,000 cells: what stood there, null for an empty cell. */
  readonly before?: readonly (readonly (CellContent | null)[])[];
  /**
   * Set when the model did this itself because of the operation announced before it: a table that grew, a heading put
   * right, formats of an inserted row, the next sheet brought to the front. Whoever caused the first operation has to
   * mirror these too.
   */
  readonly consequence: boolean;
}

export type Listener = (announcement: Announcement) => void;

/** A formula's result, worked out by the grid's formula engine. */
export interface Result {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly error?: true;
}

/**
 * The desk's workbook: the one truth that the add-in (through office.js) and the person (through the grid) both change,
 * always by {@link apply}. Rows and columns count from 0. Sheets and tables are found by id or by name.
 */
export class WorkbookModel {
  readonly #book = new Book();
  readonly #listeners = new Set<Listener>();
  readonly #restored = new Set<() => void>();
  readonly #resulted = new Set<() => void>();
  #settings: Readonly<Record<string, string>> = {};
  #nextSheet = 1;
  #nextTable = 1;
  #nextObject = 1;
  #date1904 = false;

  /** A workbook with one empty sheet, `Sheet1`, or the one a snapshot holds. */
  constructor(snapshot?: WorkbookSnapshot) {
    if (snapshot) this.restore(snapshot);
    else this.restore(emptyWorkbook());
  }

  /**
   * Checks an operation by Excel's rules, carries it out with what follows from it and announces each. Throws
   * {@link ModelError} and changes nothing when a rule forbids it.
   */
  apply(operation: Operation, origin: Origin): void {
    const announcements: Announcement[] = [];
    guardPivots(this.#book, operation);
    this.#carryOut(this.#byId(operation), origin, false, announcements);
    for (const announcement of announcements) for (const listener of this.#listeners) listener(announcement);
  }

  /** The operation with sheets and tables called by their ids, as listeners get to see it. */
  #byId(operation: Operation): Operation {
    const book = this.#book;
    if ("area" in operation) {
      const sheet = book.sheet(operation.area.sheet).id;
      const named = sheet === operation.area.sheet ? operation : { ...operation, area: { ...operation.area, sheet } };
      return "table" in named ? { ...named, table: book.table(named.table).id } : named;
    }
    if ("sheet" in operation) return { ...operation, sheet: book.sheet(operation.sheet).id };
    return "table" in operation ? { ...operation, table: book.table(operation.table).id } : operation;
  }

  #carryOut(operation: Operation, origin: Origin, consequence: boolean, into: Announcement[]): void {
    const { before, follow } = apply(this.#book, operation, origin);
    into.push({ operation, origin, consequence, ...(before && { before }) });
    for (const next of follow ?? []) this.#carryOut(next, origin, true, into);
  }

  /** Calls back for every operation after it was carried out. Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back after {@link restore} put another workbook in this one's place. Returns how to stop. */
  onRestored(listener: () => void): () => void {
    this.#restored.add(listener);
    return () => this.#restored.delete(listener);
  }

  /** Calls back after results of formulas were taken over. Returns how to stop. */
  onResults(listener: () => void): () => void {
    this.#resulted.add(listener);
    return () => this.#resulted.delete(listener);
  }

  /** Takes over results of formulas; not an edit, so nothing is announced. Cells without a formula are left alone. */
  takeResults(results: Iterable<Result>): void {
    for (const { sheet, row, column, value, error } of results) {
      const cells = this.#book.sheet(sheet).cells;
      const stored = cells.get(row, column);
      if (typeof stored === "object" && stored.formula !== undefined)
        cells.set(row, column, { value, formula: stored.formula, ...(error && { error }) });
    }
    for (const listener of this.#resulted) listener();
  }

  // --- Reading ---------------------------------------------------------------------------------------------------

  get sheets(): readonly Sheet[] {
    return this.#book.sheets;
  }
  get tables(): readonly Readonly<Table>[] {
    return this.#book.tables;
  }
  get names(): readonly DefinedName[] {
    return this.#book.names;
  }
  get pivots(): readonly Pivot[] {
    return this.#book.pivots;
  }
  get charts(): readonly Chart[] {
    return this.#book.charts;
  }
  get activeSheet(): Sheet {
    return this.#book.sheet(this.#book.active);
  }
  /** The selection of the active sheet, its first cell when nothing was selected yet. */
  get selection(): Area {
    return this.selectionOn(this.#book.active);
  }
  selectionOn(sheet: string): Area {
    const { id } = this.#book.sheet(sheet);
    return onSheet(id, this.#book.selections.get(id) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  }
  /** True when day 0 is 1904-01-01, as in workbooks once made on a Mac. */
  get date1904(): boolean {
    return this.#date1904;
  }

  findSheet(key: string): Sheet | undefined {
    return this.#book.findSheet(key);
  }
  /** Throws ItemNotFound. */
  sheet(key: string): Sheet {
    return this.#book.sheet(key);
  }
  findTable(key: string): Readonly<Table> | undefined {
    return this.#book.findTable(key);
  }
  /** Throws ItemNotFound. */
  table(key: string): Readonly<Table> {
    return this.#book.table(key);
  }
  tablesOn(sheet: string): readonly Readonly<Table>[] {
    return this.#book.tablesOn(this.#book.sheet(sheet).id);
  }
  tablesTouching(area: Area): readonly Readonly<Table>[] {
    return this.#book.tablesTouching(area);
  }
  findName(name: string): DefinedName | undefined {
    return this.#book.findName(name);
  }

  content(sheet: string, row: number, column: number): CellContent | null {
    return this.#book.sheet(sheet).content(row, column);
  }
  /** "" for an empty cell. */
  value(sheet: string, row: number, column: number): CellValue {
    return this.#book.sheet(sheet).value(row, column);
  }
  contents(area: Area): (CellContent | null)[][] {
    return contentsOf(this.#book.sheet(area.sheet), area);
  }
  /** False when certainly no cell of the workbook holds a formula. */
  get mayHaveFormulas(): boolean {
    return this.#book.sheets.some((sheet) => sheet.mayHaveFormulas);
  }
  /** The smallest box with all filled cells of a sheet, or null. */
  usedBox(sheet: string): Box | null {
    return this.#book.sheet(sheet).cells.bounds();
  }
  /** Hidden by hand or by a table's filter. */
  isRowHidden(sheet: string, row: number): boolean {
    const found = this.#book.sheet(sheet);
    return found.isRowHidden(row) || this.#book.tables.some((t) => t.sheet === found.id && t.hiddenRows?.includes(row));
  }

  // --- Ids and names for new things --------------------------------------------------------------------------------

  newSheetId(): string {
    return `{00000000-0001-0000-${hex(this.#nextSheet++ - 1)}-000000000000}`;
  }
  newTableId(): string {
    return String(this.#nextTable++);
  }
  /** An id for a PivotTable or a chart. */
  newObjectId(): string {
    return `{00000000-0008-0000-${hex(this.#nextObject++)}-000000000000}`;
  }
  /** `Sheet2`, `Table3` …: the stem with the first number that is free. */
  freeSheetName(stem = "Sheet"): string {
    return free(stem, (name) => this.#book.sheets.some((sheet) => sameName(sheet.name, name)));
  }
  freeTableName(stem = "Table"): string {
    return free(stem, (name) => Boolean(this.#book.findTable(name) ?? this.#book.findName(name)));
  }

  // --- The add-in's settings in the document -------------------------------------------------------------------------

  /** JSON texts by key, as office.js keeps them. */
  get settings(): Readonly<Record<string, string>> {
    return this.#settings;
  }
  saveSettings(settings: Readonly<Record<string, string>>): void {
    this.#settings = { ...settings };
  }

  // --- Keeping it ----------------------------------------------------------------------------------------------------

  /** The whole workbook as plain JSON. Cell contents are shared, not copied; they are never changed in place. */
  snapshot(): WorkbookSnapshot {
    const book = this.#book;
    return {
      version: 1,
      date1904: this.#date1904,
      sheets: book.sheets.map(snapshotSheet),
      tables: snapshotTables(book),
      names: book.names,
      active: book.active,
      selections: [...book.selections],
      settings: this.#settings,
      nextSheet: this.#nextSheet,
      nextTable: this.#nextTable,
      pivots: book.pivots,
      charts: book.charts,
      nextObject: this.#nextObject,
    };
  }

  /** Puts a snapshot's workbook in this one's place. Announces no operations; see {@link onRestored}. */
  restore(snapshot: WorkbookSnapshot): void {
    const sheets = snapshot.sheets.map(restoreSheet);
    const book = this.#book;
    book.sheets = sheets;
    book.tables = snapshot.tables.map((table) => ({
      ...table,
      columns: [...table.columns],
      hiddenRows: table.hiddenRows && [...table.hiddenRows],
    }));
    book.names = [...snapshot.names];
    book.pivots = [...(snapshot.pivots ?? [])];
    book.charts = [...(snapshot.charts ?? [])];
    this.#nextObject = snapshot.nextObject ?? 1;
    book.active = snapshot.active;
    book.selections.clear();
    for (const [sheet, box] of snapshot.selections) book.selections.set(sheet, box);
    this.#settings = { ...snapshot.settings };
    this.#nextSheet = snapshot.nextSheet;
    this.#nextTable = snapshot.nextTable;
    this.#date1904 = snapshot.date1904;
    for (const listener of this.#restored) listener();
  }
}

const hex = (n: number): string => n.toString(16).padStart(4, "0").toUpperCase();

function free(stem: string, taken: (name: string) => boolean): string {
  let n = 1;
  while (taken(stem + String(n))) n++;
  return stem + String(n);
}

function emptyWorkbook(): WorkbookSnapshot {
  const book = new Book();
  const id = "{00000000-0001-0000-0000-000000000000}";
  apply(book, { type: "addSheet", id, name: "Sheet1", position: 0, visibility: "Visible" }, "file");
  return {
    version: 1,
    date1904: false,
    sheets: book.sheets.map(snapshotSheet),
    tables: [],
    names: [],
    active: id,
    selections: [],
    settings: {},
    nextSheet: 2,
    nextTable: 1,
  };
}
