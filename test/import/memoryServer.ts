import { v4 } from "uuid";
import { services } from "../../schema/registers/services.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { checkRow } from "../../schema/registers/check-row.ts";
import type { Asker } from "../../schema/registers/lifecycle.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { PullPage, PushAnswer, PushRequest, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";

interface Kept {
  readonly id: string;
  version: number;
  retired: boolean;
  cells: Record<string, Cell>;
}
const PORTFOLIO_OWNER: Asker = { person: null, held: ["SERVICE_PORTFOLIO_OWNER"], fact: () => null };
const COLUMNS = Object.keys(services.columns);

/**
 * A register of services in memory that keeps the protocol: codes are given and unique, the lifecycle is checked, a
 * batch and part is answered from memory, a dry run changes nothing. For tests of what stands before the server; the
 * server itself is tested on databases.
 */
export class MemoryServer implements SaimeServer {
  readonly rows = new Map<string, Kept>();
  readonly requests: PushRequest[] = [];
  /** How many of the next replies are lost, after the request has been carried out. */
  loseReplies = 0;
  pageRows = 1_000;
  readonly #answers = new Map<string, PushAnswer>();
  #codes = 0;

  async pull(_register: string, since: string | null): Promise<PullPage> {
    const start = since === null ? 0 : Number(since);
    const all = [...this.rows.values()];
    const page = all.slice(start, start + this.pageRows);
    const values = [
      page.map((row) => row.id),
      page.map((row) => row.version),
      page.map((row) => row.retired),
      ...COLUMNS.map((column) => page.map((row) => row.cells[column] ?? null)),
    ];
    const cursor = String(start + page.length);
    const more = start + page.length < all.length;
    return { columns: ["id", "version", "retired", ...COLUMNS], values, count: page.length, cursor, more, full: true };
  }

  async push(request: PushRequest): Promise<PushAnswer> {
    this.requests.push(request);
    const name = `${request.batch}/${request.part}`;
    const before = this.#answers.get(name);
    const answer = before ? { ...before, repeated: true } : this.#carryOut(request);
    if (!request.dryRun) this.#answers.set(name, answer);
    if (this.loseReplies > 0) {
      this.loseReplies--;
      throw new ServerError("OFFLINE", "no reply");
    }
    return answer;
  }

  async undo(): Promise<never> {
    throw new ServerError("FAILED", "not kept in memory");
  }
  async history(): Promise<never> {
    throw new ServerError("FAILED", "not kept in memory");
  }

  #carryOut({ batch, part, rows, dryRun }: PushRequest): PushAnswer {
    const saved = structuredClone([...this.rows]);
    const codes = this.#codes;
    const results = rows.map((row) => this.#one(row));
    if (dryRun) {
      this.rows.clear();
      for (const [id, row] of saved) this.rows.set(id, row);
      this.#codes = codes;
    }
    return { batch, part, dryRun, repeated: false, results };
  }

  #one(push: PushRow): RowResult {
    const current = this.rows.get(push.row);
    const cells: Record<string, Cell> = { ...(current?.cells ?? { stage: "PLANNING" }), ...push.cells };
    if (current && COLUMNS.every((key) => sameCell(cells[key] ?? null, current.cells[key] ?? null))) {
      return { row: push.row, outcome: "UNCHANGED", id: push.row, version: current.version };
    }
    const refusals = [...checkRow(services, current?.cells ?? null, cells, PORTFOLIO_OWNER)];
    const { code } = cells;
    if (!current && typeof code === "string" && [...this.rows.values()].some((row) => row.cells["code"] === code)) {
      refusals.push(refuse("DUPLICATE_CODE", "code", { value: code }));
    }
    if (refusals.length > 0) return { row: push.row, outcome: "REFUSED", refusals };
    cells["code"] ??= `P-${String(++this.#codes).padStart(4, "0")}`;
    const version = (current?.version ?? 0) + 1;
    this.rows.set(push.row, { id: push.row, version, retired: cells["stage"] === "RETIRED", cells });
    return { row: push.row, outcome: "APPLIED", id: push.row, version, cells: {} };
  }

  /** Puts a row in as if it had always been there. */
  seed(cells: Record<string, Cell>, id = v4()): string {
    this.rows.set(id, { id, version: 1, retired: cells["stage"] === "RETIRED", cells });
    return id;
  }
}
