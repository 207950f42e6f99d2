/**
 * What synchronisation needs of a workbook, said in the sheet's own terms and in sets, so that a call costs a few
 * round trips however many rows it touches. `excel/` implements it over Excel, `memory.ts` for tests and benchmarks.
 *
 * Rows are counted from 0 in the table's body as {@link TableImage} shows it, columns are named by the table column's
 * id, which outlives renaming and moving. Dates and times are serial numbers here; `addin/sync` turns them into days and instants.
 */

/** What a cell shows as an error such as #N/A. */
export interface CellFault {
  readonly fault: string;
}
/** A cell's raw value as Excel gives it; an empty cell is `""`. */
export type SheetValue = string | number | boolean;
export type SheetCell = SheetValue | CellFault;

/**
 * What a cell holds and how it is shown. `date` is set when the number is shown as a day: `YYYY-MM-DD`; `time` with it
 * when the number has a time of day: `HH:MM:SS`.
 */
export interface ShownCell {
  readonly value: SheetValue;
  readonly text: string;
  readonly date?: string;
  readonly time?: string;
  /** Set when the cell holds an error such as #N/A. */
  readonly error?: true;
}

/** Which day serial 0 stands for in the workbook. */
export type DateSystem = 1900 | 1904;

export interface TableColumn {
  readonly id: string;
  readonly heading: string;
}

/** A register's table at one moment. `values[i]` are the cells of `columns[i]`, one a row. Hidden and filtered rows are among them. */
export interface TableImage {
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  readonly values: readonly (readonly SheetCell[])[];
  readonly dates: DateSystem;
}

/** How a column is laid out when the table is made. */
export interface ColumnLayout {
  readonly heading: string;
  /** TEXT is formatted `@` before any value is written; DATE shows `dd.mm.yyyy`, DATETIME `dd.mm.yyyy hh:mm`. */
  readonly format: "TEXT" | "DATE" | "DATETIME" | "NUMBER";
  /** Another number format than the one that `format` brings, as Excel has it in English. */
  readonly code?: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly hidden: boolean;
  readonly wrap: boolean;
  /** A closed list to choose from: a named range and its values. */
  readonly list?: {
    readonly name: string;
    readonly values: readonly string[];
    /** For a column of states: what is offered instead in a row of each state. */
    readonly steps?: StepLists;
  };
  /** Nobody types here: shown in grey. */
  readonly quiet?: true;
  /** Told with the heading, where Excel can. */
  readonly note?: string;
  /** Cells are shown as locked in rows whose column `heading` says one of these states. */
  readonly locked?: { readonly heading: string; readonly states: readonly string[] };
}

/**
 * `lists[m][s]`: what a cell that says the s-th of its list's values (from 1; 0: nothing) offers, in a row whose column
 * `model` says the m-th of that column's list (0: nothing known).
 */
export interface StepLists {
  readonly model: { readonly heading: string; readonly list: string } | null;
  readonly lists: readonly (readonly (readonly string[])[])[];
}

export interface TableLayout {
  readonly register: string;
  /** The sheet's name; the port makes it unique and fit for Excel. */
  readonly sheet: string;
  readonly columns: readonly ColumnLayout[];
}

/** The sheet that tells what a workbook holds. */
export interface StartSheet {
  /** The sheet's name; the port makes it unique and fit for Excel. */
  readonly name: string;
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly note: string;
  readonly heads: readonly [string, string];
  /** Each leads to the table it names. */
  readonly sheets: readonly { readonly table: string; readonly label: string; readonly help: string }[];
}

/** A plain list on a sheet of its own: a copy to work with, which nothing keeps in step. */
export interface ListSheet {
  /** The sheet's name; the port makes it unique and fit for Excel. */
  readonly name: string;
  readonly title: string;
  /** Widths in characters of the standard font. */
  readonly columns: readonly { readonly heading: string; readonly format: "TEXT" | "NUMBER"; readonly width: number }[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** A cell to be written. It is left as it is when it no longer holds what the image shows. */
export interface CellWrite {
  readonly row: number;
  readonly column: string;
  readonly value: SheetValue;
  /** Only tidies how a value is spelt: a formula is left alone. */
  readonly tidy?: true;
}

export interface TableWrites {
  /** The column by which rows are found again if they moved since the image was read. */
  readonly idColumn: string;
  /** Column formats, by column id, for text that must stay text and dates; used for the cells written. */
  readonly formats: ReadonlyMap<string, ColumnLayout["format"]>;
  readonly cells: readonly CellWrite[];
  /** Rows to add at the end: values by column id; a column left out stays empty. */
  readonly append: readonly ReadonlyMap<string, SheetValue>[];
  /** Rows of the image to delete; a row changed since then stays. */
  readonly remove: readonly number[];
}

/** Rows of the image of which something was left unwritten, because the person changed it meanwhile. */
export interface Written {
  readonly skipped: ReadonlySet<number>;
}

/** Lines of the base copy; null is a line that is gone. Line 0 is the meta line. */
export type BaseLines = ReadonlyMap<number, string | null>;

export interface Mark {
  readonly row: number;
  readonly column: string;
  /** Shown with the cell where Excel can. */
  readonly note: string;
}

export interface WorkbookSelection {
  readonly register: string;
  readonly columns: readonly TableColumn[];
  readonly values: readonly SheetCell[];
  readonly dates: DateSystem;
}

/** Told after each round trip of a long call; `signal` is looked at before each. */
export interface Steps {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((done: number, total: number) => void) | undefined;
}

export interface WorkbookPort {
  /** The workbook's date system. */
  dateSystem(): Promise<DateSystem>;
  /** Of these registers, those whose table stands in the workbook. */
  present(registers: readonly string[]): Promise<readonly string[]>;
  /** Of these registers, those of which the workbook holds anything: the table, the base copy or both. */
  traces(registers: readonly string[]): Promise<readonly string[]>;
  /**
   * Makes sheet, table, lists and hidden columns and fills them. `rows[i]` are cells in the layout's order.
   * Ends with the table's columns in that order. When it fails or is cancelled, nothing of it stays.
   */
  create(layout: TableLayout, rows: readonly (readonly SheetValue[])[], steps?: Steps): Promise<readonly TableColumn[]>;
  /** Makes the start sheet before all others, or writes it anew, and brings it to the front. */
  start(sheet: StartSheet): Promise<void>;
  /** Makes a sheet with a plain list and brings it to the front. When it fails, nothing of it stays. */
  list(sheet: ListSheet): Promise<void>;
  /** Adds columns that are missing at the table's end, empty. Ends with them in the order given. */
  addColumns(register: string, columns: readonly ColumnLayout[]): Promise<readonly TableColumn[]>;
  /** Offers the lists of these columns in place of those offered there, if any; the columns are named by id. */
  offer(register: string, columns: ReadonlyMap<string, ColumnLayout>): Promise<void>;
  /** The cells of one of the table's columns, named by id, as the person sees them; none when there is no such column. */
  shown(register: string, column: string, steps?: Steps): Promise<readonly ShownCell[]>;
  /**
   * The whole table as it stood at one moment as far as rows and columns go, or null when there is none. With `only`,
   * the values of just these columns (others are empty arrays). Throws TableMoving when it would not stand still.
   */
  read(register: string, steps?: Steps, only?: ReadonlySet<string>): Promise<TableImage | null>;
  /**
   * Writes where the sheet still holds what `image` shows. Right before each chunk the ids and the cells to be written
   * are read again in one round trip and the writes follow in the next, so that a cell edited, or a row sorted,
   * inserted or deleted meanwhile is never overwritten; such rows are told in {@link Written}. Cells written to a table
   * that moved in the very last moment get back what they held.
   */
  write(register: string, image: TableImage, writes: TableWrites, steps?: Steps): Promise<Written>;
  /** The base copy's lines in order, missing lines as null; null when there is no base copy. */
  readBase(register: string, steps?: Steps): Promise<readonly (string | null)[] | null>;
  /** The first 200 characters of the base copy's meta line; "" when there is none. */
  baseStamp(register: string): Promise<string>;
  /** Writes lines of the base copy, making its sheet if needed. The meta line (0) is written last. */
  writeBase(register: string, lines: BaseLines, steps?: Steps): Promise<void>;
  /** Paints and annotates cells, and clears what was painted before. Cells and rows are the image's. */
  mark(
    register: string,
    image: TableImage,
    idColumn: string,
    marks: readonly Mark[],
    clear: readonly Omit<Mark, "note">[],
  ): Promise<void>;
  /** Brings the sheet to the front; with a row, selects its cell (or the row's first visible cell). */
  jump(register: string, at: { readonly row: number; readonly column: string | null } | null): Promise<void>;
  /** The row of a register's table that the selection stands in. */
  selection(registers: readonly string[]): Promise<WorkbookSelection | null>;
  /** Hints that a register's sheet or the selection may have changed; the add-in's own writes give none. */
  onHint(hint: (what: "CHANGED" | "SELECTED") => void): () => void;
}
