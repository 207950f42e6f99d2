import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";
import type { ChangeSet, Choice, Deleted } from "../../addin/sync/service.ts";
import type { SheetCell } from "../../addin/workbook/port.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { FIELDS } from "./fields.ts";
import { Crash, Person, textOf } from "./person.ts";

/** One act of a history; numbers are taken modulo what there is to choose from. */
export interface Act {
  readonly type: (typeof ACTS)[number];
  readonly sheet: number;
  readonly a: number;
  readonly b: number;
}
export const ACTS = [
  "edit",
  "editMany",
  "empty",
  "insert",
  "delete",
  "undelete",
  "sort",
  "duplicate",
  "renameColumn",
  "moveColumn",
  "publish",
  "publishLosingReply",
  "publishLosingRequest",
  "publishRefusedAfterLosingReply",
  "refresh",
  "resolve",
  "discard",
  "check",
  "typeWhileItRuns",
  "addField",
  "editField",
  "crash",
  "reopen",
] as const;

/** Columns that histories edit, with a value never used before where the column keeps any text. */
const EDITED = [
  "name",
  "legalBasis",
  "holder",
  "lifeSituation",
  "yearlyVolume",
  "deliveredSince",
  "custom.CF-0001",
  "custom.CF-0002",
] as const;
/** A value no act ever edits: it tells rows apart whatever happens to their ids. */
const MARK = "costCentre";

/** Two people, one server, and what must hold of them. */
export class World {
  readonly server: SaimeServer;
  readonly people: readonly [Person, Person];
  /** Values typed, as `column|value`, that must have reached the server in the end … */
  readonly typed = new Set<string>();
  /** … but for those the person gave up: overtyped, deleted, or chose against. */
  readonly givenUp = new Set<string>();
  readonly marks = new Set<string>();
  readonly problems: string[] = [];
  /** What this version's cell held, to hold a push against; null where nobody can tell. */
  readonly valueAt: (row: string, version: number, column: string) => Cell | undefined;
  /** Rows deleted, the last one last. */
  readonly #bin: { readonly person: Person; readonly cells: ReadonlyMap<string, SheetCell> }[] = [];
  /** How many deeds stand by which each mark was given up. */
  readonly #gaveUp = new Map<string, number>();
  #ids = 0;
  #values = 0;

  readonly #addField: () => Promise<void> | void;

  constructor(
    server: SaimeServer,
    valueAt: World["valueAt"],
    addField: () => Promise<void> | void,
    newId?: () => string,
  ) {
    this.server = server;
    this.#addField = addField;
    this.valueAt = valueAt;
    if (newId) this.newId = newId;
    this.people = [new Person(this, 0, "lv"), new Person(this, 1, "en")];
  }
  newId = (): string => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, "0")}`;

  /** Nobody may overwrite a value they never saw: the version a push starts from must have been shown. */
  watch(person: Person, request: PushRequest): void {
    for (const { row, base, cells, retire } of request.rows) {
      if (base === null || retire) continue;
      for (const column of Object.keys(cells)) {
        if (column === "deliveredSince") continue;
        const value = this.valueAt(row, base, column);
        if (value === undefined || value === null) continue;
        const shown = Array.isArray(value) ? value.join("; ") : String(value);
        if (!person.own.has(`${column}|${shown}`) && !person.seen.has(`${row}|${column}|${shown}`)) {
          this.problems.push(`${String(person)} overwrites ${column}=${shown} of ${row} unseen`);
        }
      }
    }
  }

  async start(rows: number): Promise<void> {
    for (const person of this.people) await person.open();
    for (let row = 0; row < rows; row++) this.#insert(this.people[0], 0);
    await this.people[0].service.publish("services", { do: "LEAVE" });
    this.people[0].look();
    await this.people[1].service.refresh("services");
    this.people[1].look();
  }

  async act({ type, sheet, a, b }: Act): Promise<void> {
    const person = this.people[sheet % 2]!;
    const { table, service } = person;
    const row = table.rows === 0 ? 0 : a % table.rows;
    switch (type) {
      case "edit":
        return this.#edit(person, row, b);
      case "editMany":
        for (let i = 0; i < 3; i++) this.#edit(person, (row + i) % table.rows, b + i);
        return;
      case "empty":
        return this.#edit(person, row, b, true);
      case "insert":
        return this.#insert(person, a % (table.rows + 1));
      case "delete":
        this.#giveUpRow(person, row);
        if (table.rows > 1) {
          const cells = new Map(table.columns.map((column) => [column.id, column.cells[row]!]));
          this.#bin.push({ person, cells });
          table.delete(row);
        }
        return;
      case "undelete": {
        // As Ctrl+Z does it: the row comes back whole, hidden cells too, where it is not there yet.
        const last = this.#bin.findLastIndex((one) => one.person === person);
        const [{ cells } = { cells: null }] = last < 0 ? [] : this.#bin.splice(last, 1);
        const ids = table.columns[table.find("_id")]!;
        if (cells === null || (cells.get(ids.id) !== "" && ids.cells.includes(cells.get(ids.id)!))) return;
        table.insert(a % (table.rows + 1));
        table.columns.forEach((column) => (column.cells[a % table.rows] = cells.get(column.id) ?? ""));
        const mark = textOf(cells.get(table.columns[person.column(MARK)]!.id));
        const others = (this.#gaveUp.get(mark) ?? 1) - 1;
        this.#gaveUp.set(mark, others);
        if (mark !== "" && others === 0) this.marks.add(mark);
        return;
      }
      case "sort":
        return table.sort(b % table.columns.length);
      case "duplicate": {
        if (textOf(table.columns[person.column("name")]!.cells[row]) === "") return;
        table.duplicate(row, b % 2 === 0 ? row + 1 : row);
        const copy = b % 2 === 0 ? row + 1 : row;
        for (const key of EDITED) this.#type(person, copy, key, "");
        this.#type(person, copy, "name", this.#value());
        table.edit(copy, person.column("code"), "");
        return this.#mark(person, copy);
      }
      case "renameColumn": {
        // One renamed column at a time stays findable by its id.
        const column = table.columns[b % table.columns.length]!;
        if (!column.heading.startsWith("_")) column.heading = `My heading ${++this.#values}`;
        return;
      }
      case "moveColumn":
        return table.moveColumn(a % table.columns.length, b % table.columns.length);
      case "publish":
        return this.#try(person, () => service.publish("services", this.#deleted(person, b)));
      case "publishLosingReply":
        person.loseReplies = 1 + (b % 5);
        return this.#try(person, () => service.publish("services", this.#deleted(person, a)));
      case "publishLosingRequest":
        person.loseRequests = 1 + (b % 5);
        return this.#try(person, () => service.publish("services", this.#deleted(person, a)));
      case "publishRefusedAfterLosingReply": {
        // The server takes the part; by the time the same comes again it no longer knows or lets the person.
        const code = (["SIGNED_OUT", "FORBIDDEN", "BAD_REQUEST"] as const)[b % 3]!;
        person.loseReplies = 1;
        person.refusing = { code, pulls: b % 2 === 0 };
        return this.#try(person, () => service.publish("services", this.#deleted(person, a)));
      }
      case "refresh":
        return this.#try(person, () => service.refresh("services"));
      case "resolve":
        return this.#try(person, () => this.resolve(person, b));
      case "discard":
        return this.#try(person, () => this.#discard(person, b));
      case "check":
        return this.#try(person, () => service.check("services"));
      case "typeWhileItRuns": {
        let reads = b % 3;
        person.book.onRead = () => {
          if (reads-- > 0) return;
          person.book.onRead = null;
          if (b % 5 === 0) table.sort(a % table.columns.length);
          else if (b % 5 === 1) this.#insert(person, a % (table.rows + 1));
          else for (let column = 0; column < EDITED.length; column++) this.#edit(person, a % table.rows, column);
        };
        // The other person has just published the same row, so that what is typed now meets it half-way.
        const other = this.people[(sheet + 1) % 2]!;
        this.#edit(other, a % other.table.rows, b % 4);
        await this.#try(other, () => other.service.publish("services", { do: "LEAVE" }));
        return this.#try(person, () =>
          b % 2 === 0 ? service.refresh("services") : service.publish("services", { do: "LEAVE" }),
        );
      }
      case "addField":
        return this.#addField();
      case "editField":
        return this.#edit(person, row, EDITED.length - 1 - (b % FIELDS.length));
      case "crash":
        person.crashAfter = b % 9;
        return;
      case "reopen":
        person.book.onRead = null;
        return person.restart();
    }
  }

  async resolve(person: Person, choice: number): Promise<void> {
    const changes = await person.service.changes("services");
    this.#show(person, changes);
    const choices: Choice[] = [];
    changes.rows.forEach(({ row, conflicts }, at) => {
      conflicts.forEach(({ column, mine }, i) => {
        const take = (choice + at + i) % 2 === 0 ? "MINE" : "THEIRS";
        if (take === "THEIRS") this.#giveUpCell(column, mine);
        choices.push({ row, column, take });
      });
    });
    if (choices.length > 0) this.#show(person, await person.service.resolve("services", choices));
  }

  async #discard(person: Person, choice: number): Promise<void> {
    const { rows } = await person.service.changes("services");
    const row = rows[choice % Math.max(rows.length, 1)];
    if (!row) return;
    for (const { column, to } of row.cells) this.#giveUpCell(column, to);
    // Whatever stands in the row by then goes, also what was typed after the list was shown.
    const place = person.table.columns[person.table.find("_id")]!.cells.indexOf(row.row);
    for (const key of place < 0 ? [] : EDITED) {
      this.#giveUpCell(key, textOf(person.table.columns[person.column(key)]?.cells[place]));
    }
    if (row.kind === "NEW") this.#giveUpId(person, row.row);
    await person.service.discard("services", [row.row]);
  }

  /** What the pane shows of a conflict, the person has seen. */
  #show(person: Person, { rows }: ChangeSet): void {
    for (const { row, conflicts } of rows) {
      for (const { column, theirs } of conflicts) person.seen.add(`${row}|${column}|${String(theirs)}`);
    }
  }

  async #try(person: Person, task: () => Promise<unknown>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (error instanceof Crash) person.restart();
      else if (!(error instanceof ServerError && ["OFFLINE", person.refusing?.code].includes(error.code))) throw error;
    } finally {
      person.refusing = null;
      person.loseReplies = 0;
      person.loseRequests = 0;
    }
    person.look();
  }

  #deleted(_person: Person, choice: number): Deleted {
    return [{ do: "RETIRE", reason: "Not delivered" } as const, { do: "LEAVE" } as const, { do: "PUT_BACK" } as const][
      choice % 3
    ]!;
  }

  #value(): string {
    return `v${++this.#values}`;
  }
  #type(person: Person, row: number, key: string, value: string | number): void {
    const column = person.column(key);
    // The sheet learns of a new field with its next refresh.
    if (column < 0) return;
    const before = person.table.columns[column]!.cells[row];
    this.givenUp.add(`${key}|${textOf(before)}`);
    // Whoever types over a value has it before their eyes.
    const id = textOf(person.table.columns[person.table.find("_id")]!.cells[row]);
    person.seen.add(`${id}|${key}|${textOf(before)}`);
    person.table.edit(row, column, value);
    person.own.add(`${key}|${String(value)}`);
    if (value !== "" && typeof value === "string") this.typed.add(`${key}|${value}`);
  }
  #edit(person: Person, row: number, choice: number, empty = false): void {
    // A person edits rows that are there; typing into an empty row is an insertion.
    if (textOf(person.table.columns[person.column("name")]!.cells[row]) === "") return;
    const key = EDITED[choice % EDITED.length]!;
    if (key === "yearlyVolume") this.#type(person, row, key, empty ? "" : choice % 4);
    else if (key === "deliveredSince") this.#type(person, row, key, empty ? "" : 45_000 + (choice % 3));
    else this.#type(person, row, key, empty ? "" : this.#value());
  }
  #insert(person: Person, at: number): void {
    const { table } = person;
    const blank = table.rows === 1 && table.columns.every(({ cells }) => cells[0] === "");
    if (!blank) table.insert(at);
    const row = blank ? 0 : at;
    this.#type(person, row, "name", this.#value());
    this.#mark(person, row);
  }
  #mark(person: Person, row: number): void {
    const mark = this.#value();
    this.marks.add(mark);
    person.table.edit(row, person.column(MARK), mark);
  }
  #giveUpRow(person: Person, row: number): void {
    for (const key of [...EDITED, MARK]) {
      const value = person.table.columns[person.column(key)]?.cells[row];
      this.givenUp.add(`${key}|${textOf(value)}`);
      if (key === MARK) this.#giveUpMark(textOf(value));
    }
  }
  #giveUpCell(column: string, cell: Cell): void {
    this.givenUp.add(`${column}|${String(cell)}`);
    // A copy that outlived its original is an edit of it, mark and all.
    if (column === MARK) this.#giveUpMark(String(cell));
  }
  #giveUpMark(mark: string): void {
    this.marks.delete(mark);
    this.#gaveUp.set(mark, (this.#gaveUp.get(mark) ?? 0) + 1);
  }
  #giveUpId(person: Person, id: string): void {
    const row = person.table.columns[person.table.find("_id")]!.cells.indexOf(id);
    if (row >= 0) this.#giveUpRow(person, row);
  }

  /** Everybody publishes, refreshes and settles until nothing is left to do. */
  async quiesce(): Promise<void> {
    for (const person of this.people) {
      person.book.onRead = null;
      person.restart();
    }
    for (let round = 0; round < 12; round++) {
      let busy = false;
      for (const person of this.people) {
        const before = await person.service.refresh("services");
        person.look();
        await this.resolve(person, round);
        person.look();
        const report = await person.service.publish("services", { do: "RETIRE", reason: "Not delivered" });
        person.look();
        this.#show(person, report.changes);
        // What the server refuses for good is given up by the person.
        const refused = report.changes.rows.filter(({ refusals }) => refusals.length > 0);
        for (const row of refused) {
          for (const { column, to } of row.cells) this.#giveUpCell(column, to);
          if (row.kind === "NEW") this.#giveUpId(person, row.row);
        }
        if (refused.length > 0)
          await person.service.discard(
            "services",
            refused.map(({ row }) => row),
          );
        busy ||= before.changedRows + before.newRows + before.retiredRows > 0 || report.changes.rows.length > 0;
      }
      if (!busy && round > 1) return;
    }
    for (const person of this.people) {
      const { rows } = await person.service.changes("services");
      this.problems.push(`${String(person)} has not come to rest: ${JSON.stringify(rows)}`);
    }
  }

  /** The rows of a person's sheet by id, as the sheet's text of each cell. */
  picture(person: Person): Map<string, string> {
    const { columns, rows } = person.table;
    const ids = columns[person.table.find("_id")]!.cells;
    const picture = new Map<string, string>();
    for (let row = 0; row < rows; row++) {
      const cells = [...EDITED, MARK, "code"].map((key) => columns[person.column(key)]?.cells[row] ?? "");
      if (cells.every((cell) => cell === "")) continue;
      const id = textOf(ids[row]);
      if (picture.has(id)) this.problems.push(`${String(person)} has ${id} twice`);
      picture.set(id, JSON.stringify(cells));
    }
    return picture;
  }
}
