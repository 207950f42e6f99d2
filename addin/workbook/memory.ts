import { relocate, sameRaw } from "./guard.ts";
import type {
  BaseLines,
  ColumnLayout,
  DateSystem,
  Mark,
  SheetCell,
  SheetValue,
  ShownCell,
  ListSheet,
  StartSheet,
  Steps,
  TableColumn,
  TableImage,
  TableLayout,
  TableWrites,
  WorkbookPort,
  WorkbookSelection,
  Written,
} from "./port.ts";

interface MemoryColumn {
  readonly id: string;
  heading: string;
  cells: SheetCell[];
}

/** A table in memory with what a person does to it. Rows and columns count from 0. */
export class MemoryTable {
  columns: MemoryColumn[] = [];
  rows = 0;
  /** Painted cells with their notes: `row id|column id`. */
  readonly marks = new Map<string, string>();
  #nextId = 1;

  addColumn(heading: string, at = this.columns.length): MemoryColumn {
    const column = { id: String(this.#nextId++), heading, cells: new Array<SheetCell>(this.rows).fill("") };
    this.columns.splice(at, 0, column);
    return column;
  }
  deleteColumn(at: number): void {
    this.columns.splice(at, 1);
  }
  moveColumn(from: number, to: number): void {
    this.columns.splice(to, 0, ...this.columns.splice(from, 1));
  }
  edit(row: number, column: number, value: SheetCell): void {
    this.columns[column]!.cells[row] = value;
  }
  insert(at: number): void {
    for (const column of this.columns) column.cells.splice(at, 0, "");
    this.rows++;
  }
  delete(at: number): void {
    for (const column of this.columns) column.cells.splice(at, 1);
    this.rows--;
  }
  /** Copies a whole row, hidden cells too, below itself or elsewhere. */
  duplicate(row: number, at = row + 1): void {
    for (const column of this.columns) column.cells.splice(at, 0, column.cells[row]!);
    this.rows++;
  }
  /** Row i becomes row `order[i]` of before. */
  reorder(order: readonly number[]): void {
    for (const column of this.columns) column.cells = order.map((row) => column.cells[row]!);
  }
  sort(column: number): void {
    const cells = this.columns[column]!.cells;
    const name = (row: number) => JSON.stringify(cells[row]);
    this.reorder(cells.map((_, row) => row).sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b)));
  }
  find(heading: string): number {
    return this.columns.findIndex((column) => column.heading === heading);
  }
}

/** A workbook in memory: fast, with Excel's rules that matter to synchronisation and none of its looks. */
export class MemoryWorkbook implements WorkbookPort {
  readonly tables = new Map<string, MemoryTable>();
  readonly bases = new Map<string, (string | null)[]>();
  readonly dates: DateSystem;
  /** Called between reading again and nothing else: a test's person may act while a call is under way. */
  onRead: (() => void) | null = null;
  selected: { readonly register: string; readonly row: number } | null = null;
  startSheet: StartSheet | null = null;
  readonly lists: ListSheet[] = [];
  readonly #hints = new Set<(what: "CHANGED" | "SELECTED") => void>();

  constructor(dates: DateSystem = 1900) {
    this.dates = dates;
  }

  table(register: string): MemoryTable {
    const table = this.tables.get(register);
    if (!table) throw new Error(`The workbook has no table of ${register}.`);
    return table;
  }
  async dateSystem(): Promise<DateSystem> {
    return this.dates;
  }
  async present(registers: readonly string[]): Promise<readonly string[]> {
    return registers.filter((register) => this.tables.has(register));
  }
  async traces(registers: readonly string[]): Promise<readonly string[]> {
    return registers.filter((register) => this.tables.has(register) || this.bases.has(register));
  }
  async create(
    layout: TableLayout,
    rows: readonly (readonly SheetValue[])[],
    steps?: Steps,
  ): Promise<readonly TableColumn[]> {
    steps?.signal?.throwIfAborted();
    const table = new MemoryTable();
    for (const column of layout.columns) table.addColumn(column.heading);
    table.rows = Math.max(rows.length, 1);
    table.columns.forEach((column, at) => {
      column.cells = rows.length > 0 ? rows.map((row) => row[at] ?? "") : [""];
    });
    this.tables.set(layout.register, table);
    return table.columns.map(({ id, heading }) => ({ id, heading }));
  }
  async start(sheet: StartSheet): Promise<void> {
    this.startSheet = sheet;
  }
  async list(sheet: ListSheet): Promise<void> {
    this.lists.push(sheet);
  }
  async addColumns(register: string, columns: readonly ColumnLayout[]): Promise<readonly TableColumn[]> {
    const table = this.table(register);
    return columns.map((column) => {
      const { id, heading } = table.addColumn(column.heading);
      return { id, heading };
    });
  }
  async offer(): Promise<void> {}
  async shown(register: string, id: string): Promise<readonly ShownCell[]> {
    const column = this.table(register).columns.find((one) => one.id === id);
    return (column?.cells ?? []).map((cell) =>
      typeof cell === "object"
        ? { value: cell.fault, text: cell.fault, error: true }
        : { value: cell, text: String(cell) },
    );
  }
  async read(register: string, steps?: Steps, only?: ReadonlySet<string>): Promise<TableImage | null> {
    steps?.signal?.throwIfAborted();
    const table = this.tables.get(register);
    if (!table) return null;
    const image = {
      columns: table.columns.map(({ id, heading }) => ({ id, heading })),
      rows: table.rows,
      values: table.columns.map((column) => (only && !only.has(column.id) ? [] : column.cells.slice())),
      dates: this.dates,
    };
    this.onRead?.();
    return image;
  }
  async write(register: string, image: TableImage, writes: TableWrites, steps?: Steps): Promise<Written> {
    steps?.signal?.throwIfAborted();
    const table = this.table(register);
    const then = (column: string) => image.columns.findIndex((one) => one.id === column);
    const now = new Map(table.columns.map((column) => [column.id, column]));
    const where = relocate(image.values[then(writes.idColumn)] ?? [], now.get(writes.idColumn)?.cells ?? []);
    const skipped = new Set<number>();
    for (const write of writes.cells) {
      const row = where(write.row);
      const column = now.get(write.column);
      const expected = image.values[then(write.column)]?.[write.row];
      if (row < 0 || !column || !sameRaw(column.cells[row], expected)) skipped.add(write.row);
      else column.cells[row] = write.value;
    }
    const gone: number[] = [];
    for (const row of writes.remove) {
      const at = where(row);
      const same =
        at >= 0 && image.columns.every(({ id }, i) => sameRaw(now.get(id)?.cells[at] ?? "", image.values[i]?.[row]));
      if (same) gone.push(at);
      else skipped.add(row);
    }
    for (const row of writes.append) {
      for (const column of table.columns) column.cells.push(row.get(column.id) ?? "");
      table.rows++;
    }
    for (const row of gone.sort((a, b) => b - a)) table.delete(row);
    // Excel keeps one empty row in a table.
    if (table.rows === 0) table.insert(0);
    return { skipped };
  }
  async readBase(register: string): Promise<readonly (string | null)[] | null> {
    return this.bases.get(register)?.slice() ?? null;
  }
  async baseStamp(register: string): Promise<string> {
    return this.bases.get(register)?.[0]?.slice(0, 200) ?? "";
  }
  async writeBase(register: string, lines: BaseLines): Promise<void> {
    const base = this.bases.get(register) ?? [];
    for (const [line, text] of lines) {
      while (base.length <= line) base.push(null);
      base[line] = text;
    }
    this.bases.set(register, base);
  }
  async mark(
    register: string,
    image: TableImage,
    idColumn: string,
    marks: readonly Mark[],
    clear: readonly Omit<Mark, "note">[],
  ): Promise<void> {
    const table = this.table(register);
    const ids = image.values[image.columns.findIndex((column) => column.id === idColumn)] ?? [];
    const name = (at: Omit<Mark, "note">) => `${JSON.stringify(ids[at.row])}|${at.column}`;
    for (const at of clear) table.marks.delete(name(at));
    for (const at of marks) table.marks.set(name(at), at.note);
  }
  async jump(register: string, at: { readonly row: number; readonly column: string | null } | null): Promise<void> {
    if (at) this.select(register, at.row);
  }
  async selection(registers: readonly string[]): Promise<WorkbookSelection | null> {
    if (!this.selected || !registers.includes(this.selected.register)) return null;
    const { register, row } = this.selected;
    const table = this.table(register);
    const columns = table.columns.map(({ id, heading }) => ({ id, heading }));
    return { register, columns, values: table.columns.map(({ cells }) => cells[row] ?? ""), dates: this.dates };
  }
  onHint(hint: (what: "CHANGED" | "SELECTED") => void): () => void {
    this.#hints.add(hint);
    return () => this.#hints.delete(hint);
  }
  select(register: string, row: number): void {
    this.selected = { register, row };
    for (const hint of this.#hints) hint("SELECTED");
  }
}
