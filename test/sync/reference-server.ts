import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type {
  CellConflict,
  HistoryEntry,
  PullPage,
  PushAnswer,
  PushRequest,
  PushRow,
  RowResult,
  UndoAnswer,
} from "../../schema/sync/protocol.ts";

type Cells = Record<string, Cell>;
interface Stored {
  id: string;
  version: number;
  retired: boolean;
  seq: number;
  /** `versions[v]` are the cells at version v. */
  versions: Cells[];
  log: HistoryEntry[];
}

/**
 * The protocol written down as plainly as its comments say it: no database, no sets, no speed. Tests hold the sheet's
 * side and the real server against it.
 */
export class ReferenceServer implements SaimeServer {
  readonly rows = new Map<string, Stored>();
  readonly answers = new Map<string, PushAnswer>();
  /** Every value ever written, as `column|value`. */
  readonly written = new Set<string>();
  readonly register: Register;
  /** The institution's own columns; whoever does not have just these gets the whole picture. */
  fields: readonly CustomField[] = [];
  readonly pageRows: number;
  #seq = 0;
  #codes = 0;

  constructor(register: Register, pageRows = 7) {
    this.register = register;
    this.pageRows = pageRows;
  }

  cells(row: Stored): Cells {
    return row.versions[row.version]!;
  }

  async pull(_register: string, since: string | null): Promise<PullPage> {
    const print = this.fields.map(({ key }) => key).join();
    const known = since !== null && since.split(":")[2] === print;
    const [kind, from] = known ? [since.split(":")[0]!, Number(since.split(":")[1])] : ["full", 0];
    const waiting = [...this.rows.values()].filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
    const page = waiting.slice(0, this.pageRows);
    const more = waiting.length > page.length;
    const keys = Object.keys(withCustomFields(this.register, this.fields).columns);
    const reached = page.at(-1)?.seq ?? (kind === "full" ? this.#seq : from);
    return {
      columns: ["id", "version", "retired", ...keys],
      values: [
        page.map(({ id }) => id),
        page.map(({ version }) => version),
        page.map(({ retired }) => retired),
        ...keys.map((key) => page.map((row) => this.cells(row)[key] ?? null)),
      ],
      count: page.length,
      cursor: `${more && kind === "full" ? "full" : "since"}:${reached}:${print}`,
      more,
      full: kind === "full",
      ...(this.fields.length > 0 && { fields: this.fields }),
    };
  }

  async push(request: PushRequest): Promise<PushAnswer> {
    const name = `${request.batch}/${request.part}`;
    const before = this.answers.get(name);
    if (before && !request.dryRun) return { ...before, repeated: true };
    const results = request.rows.map((row) => this.#take(row, request));
    const answer = { batch: request.batch, part: request.part, dryRun: request.dryRun, repeated: false, results };
    if (!request.dryRun) this.answers.set(name, structuredClone(answer));
    return structuredClone(answer);
  }

  #take(row: PushRow, { batch, dryRun }: PushRequest): RowResult {
    const stored = this.rows.get(row.row);
    if (stored === undefined && row.base !== null) return this.#refuse(row, "NOT_FOUND", null);
    if (stored?.retired) return this.#refuse(row, "RETIRED", null);
    const now = stored ? this.cells(stored) : {};
    const base = stored && row.base !== null ? stored.versions[row.base]! : {};
    const changes: Cells = {};
    const conflicts: CellConflict[] = [];
    for (const [column, mine] of Object.entries(row.cells)) {
      const theirs = now[column] ?? null;
      if (sameCell(mine, theirs)) continue;
      if (sameCell(theirs, base[column] ?? null)) changes[column] = mine;
      else {
        const last = stored!.log.findLast(({ changes }) => changes.some((change) => change.column === column));
        const { by, at } = last ?? { by: "somebody", at: "2026-01-01T00:00:00.000Z" };
        conflicts.push({ column, base: base[column] ?? null, mine, theirs, by, at });
      }
    }
    if (conflicts.length > 0) return { row: row.row, outcome: "CONFLICT", version: stored!.version, conflicts };
    const after = { ...now, ...changes };
    const { title } = this.register;
    if ((after[title] ?? null) === null) return this.#refuse(row, "REQUIRED", title);
    if (stored && Object.keys(changes).length === 0 && !row.retire) {
      return {
        row: row.row,
        id: row.row,
        outcome: "UNCHANGED",
        version: stored.version,
        cells: differing(row, base, now),
      };
    }
    if ((after.code ?? null) === null) after.code = `P-${String(this.#codes + 1).padStart(4, "0")}`;
    const taken = [...this.rows.values()].some((one) => one.id !== row.row && this.cells(one).code === after.code);
    if (taken) return this.#refuse(row, "DUPLICATE_CODE", "code");
    const version = (stored?.version ?? 0) + 1;
    const merged = stored !== undefined && row.base !== stored.version;
    if (!dryRun) {
      if (after.code !== now.code) this.#codes++;
      const kept = stored ?? { id: row.row, version: 0, retired: false, seq: 0, versions: [{}], log: [] };
      const keys = Object.keys(after).filter((key) => !sameCell(after[key] ?? null, now[key] ?? null));
      kept.versions[version] = after;
      kept.version = version;
      kept.retired = row.retire === true;
      kept.seq = ++this.#seq;
      kept.log.push({
        version,
        at: new Date(1_700_000_000_000 + this.#seq * 1000).toISOString(),
        by: "somebody",
        kind: stored ? (row.retire ? "RETIRE" : "CHANGE") : "CREATE",
        batch,
        changes: keys.map((column) => ({ column, from: now[column] ?? null, to: after[column] ?? null })),
      });
      for (const key of keys) this.written.add(`${key}|${String(after[key])}`);
      this.rows.set(row.row, kept);
    }
    return {
      row: row.row,
      id: row.row,
      outcome: merged ? "MERGED" : "APPLIED",
      version,
      cells: differing(row, base, after),
      ...(row.retire && { retired: true }),
    };
  }

  #refuse(
    row: PushRow,
    code: "NOT_FOUND" | "RETIRED" | "REQUIRED" | "DUPLICATE_CODE",
    column: string | null,
  ): RowResult {
    return { row: row.row, outcome: "REFUSED", refusals: [{ code, column, message: { lv: code, en: code } }] };
  }

  async undo(_register: string, batch: string): Promise<UndoAnswer> {
    const results: RowResult[] = [];
    const undoneBy = `undo-${batch}`;
    for (const row of this.rows.values()) {
      const entry = row.log.find((one) => one.batch === batch);
      if (!entry) continue;
      if (entry.version !== row.version) {
        results.push({ row: row.id, id: row.id, outcome: "CONFLICT", version: row.version });
        continue;
      }
      const cells = entry.version === 1 ? this.cells(row) : row.versions[entry.version - 1]!;
      row.versions[++row.version] = cells;
      row.retired = entry.kind === "CREATE";
      row.seq = ++this.#seq;
      row.log.push({ ...entry, version: row.version, kind: "UNDO", batch: undoneBy });
      results.push({ row: row.id, id: row.id, outcome: "APPLIED", version: row.version, retired: row.retired });
    }
    if (results.length === 0) throw new ServerError("BAD_REQUEST", "There is nothing to undo.");
    return { batch, undoneBy, results };
  }

  async history(_register: string, row: string): Promise<readonly HistoryEntry[]> {
    return this.rows.get(row)?.log ?? [];
  }
}

/** Cells that the sheet does not have after sending `row` from `base`. */
function differing(row: PushRow, base: Cells, now: Cells): Cells {
  const sheet = { ...base, ...row.cells };
  return Object.fromEntries(Object.entries(now).filter(([key, cell]) => !sameCell(cell, sheet[key] ?? null)));
}
