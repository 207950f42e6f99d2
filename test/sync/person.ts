import { createSheetService } from "../../addin/sync/session.ts";
import { ServerError, type SaimeServer, type ServerErrorCode } from "../../addin/sync/server.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { type MemoryTable, MemoryWorkbook } from "../../addin/workbook/memory.ts";
import type { SheetCell, WorkbookPort } from "../../addin/workbook/port.ts";
import type { Language } from "../../schema/registers/words.ts";
import { services } from "../../schema/registers/services.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { FIELDS } from "./fields.ts";

/** Excel closed in the middle of a call. */
export class Crash extends Error {}

/** What a person needs of the world they work in. */
export interface Surroundings {
  readonly server: SaimeServer;
  readonly newId: () => string;
  /** Told of each push before it reaches the server. */
  watch(person: Person, request: PushRequest): void;
}

export const textOf = (cell: SheetCell | undefined): string =>
  typeof cell === "object" ? cell.fault : String(cell ?? "");

/** A person with a workbook: what they typed, what they have seen, and a line to the server that may fail. */
export class Person {
  readonly book = new MemoryWorkbook();
  service: SheetService;
  /** `row|column|value` the person has seen in the sheet or in a conflict. */
  readonly seen = new Set<string>();
  /** `column|value` they typed themselves. */
  readonly own = new Set<string>();
  loseReplies = 0;
  loseRequests = 0;
  /** What the server answers once no reply and no request is lost any more; null: what it did. */
  refusing: { readonly code: ServerErrorCode; readonly pulls: boolean } | null = null;
  /** Port calls until the next one fails as if Excel had been closed; null: none fails. */
  crashAfter: number | null = null;
  readonly #around: Surroundings;
  readonly #language: Language;
  readonly #number: number;

  constructor(around: Surroundings, number: number, language: Language) {
    this.#around = around;
    this.#number = number;
    this.#language = language;
    this.service = this.#start();
  }

  get table(): MemoryTable {
    return this.book.table("services");
  }

  /** A new start of the add-in: nothing but the workbook is remembered. */
  restart(): void {
    this.crashAfter = null;
    this.service = this.#start();
  }

  #start(): SheetService {
    return createSheetService({
      port: this.#crashing(this.book),
      server: this.#line(this.#around.server),
      institution: "institution",
      newId: () => this.#around.newId(),
      now: () => new Date(1_760_000_000_000),
      wait: async () => undefined,
    });
  }

  #crashing(port: MemoryWorkbook): WorkbookPort {
    const { crashed } = this;
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...given: unknown[]): unknown => {
          if (crashed()) return Promise.reject(new Crash("Excel was closed."));
          return (member as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  }
  readonly crashed = (): boolean => {
    if (this.crashAfter === null) return false;
    return this.crashAfter-- <= 0;
  };

  #line(server: SaimeServer): SaimeServer {
    const refuse = ({ code }: { readonly code: ServerErrorCode }) => new ServerError(code, `The server says ${code}.`);
    return {
      pull: (...given) => (this.refusing?.pulls ? Promise.reject(refuse(this.refusing)) : server.pull(...given)),
      history: (...given) => server.history(...given),
      undo: (...given) => server.undo(...given),
      push: async (request) => {
        if (this.loseRequests > 0) {
          this.loseRequests--;
          throw new ServerError("OFFLINE", "The request was lost.");
        }
        if (this.refusing && this.loseReplies === 0) throw refuse(this.refusing);
        if (!request.dryRun) this.#around.watch(this, request);
        const answer = await server.push(request);
        if (this.loseReplies > 0) {
          this.loseReplies--;
          throw new ServerError("OFFLINE", "The reply was lost.");
        }
        return answer;
      },
    };
  }

  look(): void {
    const { columns, rows } = this.table;
    const ids = columns[this.table.find("_id")]!.cells;
    // Columns that a refresh has brought.
    for (const { key, label } of FIELDS) {
      const at = columns.find(({ id, heading }) => !this.keys.has(id) && heading === label[this.#language]);
      if (at) this.keys.set(at.id, key);
    }
    for (const key of this.keys.values()) {
      const column = this.column(key);
      for (let row = 0; row < rows; row++) {
        this.seen.add(`${textOf(ids[row])}|${key}|${textOf(columns[column]!.cells[row])}`);
      }
    }
  }

  /** Where a register's column stands now, whatever it was renamed to. */
  column(key: string): number {
    return this.table.columns.findIndex(({ id }) => this.keys.get(id) === key);
  }
  keys = new Map<string, string>();

  async open(): Promise<void> {
    await this.service.open("services", this.#language);
    const declared = Object.keys(services.columns);
    this.table.columns.slice(0, declared.length + 2).forEach(({ id }, at) => {
      this.keys.set(id, declared[at - 2] ?? `hidden ${at}`);
    });
    this.look();
  }
  toString(): string {
    return `person ${this.#number}`;
  }
}
