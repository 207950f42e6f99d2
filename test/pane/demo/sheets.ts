import { ServerError } from "../../../addin/sync/server.ts";
import type {
  ChangeSet,
  Counts,
  OwnColumn,
  PendingRow,
  Phase,
  PublishReport,
  SheetProblem,
  SheetService,
  Work,
} from "../../../addin/sync/service.ts";
import { refuse } from "../../../schema/messages/refusals.ts";
import { customFieldsOf } from "../../../schema/registers/custom-fields.ts";
import { HISTORY, manyEdits, PENDING } from "./rows.ts";
import type { Scenario } from "./scenario.ts";

const NOTHING: Counts = { APPLIED: 0, MERGED: 0, CONFLICT: 0, REFUSED: 0, UNCHANGED: 0 };
const HEADING_TAKEN = customFieldsOf([]).guards[0]!;
const PROBLEM: SheetProblem = {
  code: "COLUMN_MISSING",
  column: "name",
  message: {
    lv: "Lapā nav kolonnas “Nosaukums”. Atsauciet tās dzēšanu vai izveidojiet lapu no jauna.",
    en: "The sheet has no column “Name”. Undo its deletion, or create the sheet anew.",
  },
};

/** A demo workbook: it keeps the pane's promises towards the page without any Excel or server. */
export class DemoSheets implements SheetService {
  readonly #scenario: Scenario;
  readonly #hints = new Set<(what: "CHANGED" | "SELECTED") => void>();
  #sheet: Scenario["sheet"];
  #rows: readonly PendingRow[];
  #lastSync: string | null = "2026-11-21T07:05:00Z";
  #lastBatch: { batch: string; at: string; rows: number } | null = {
    batch: "batch-1",
    at: "2026-11-21T06:58:00Z",
    rows: 17,
  };
  /** What the pane asked for, for tests to look at. */
  readonly calls: string[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#sheet = scenario.sheet;
    const { pending } = scenario;
    this.#rows = pending === "SOME" ? PENDING : pending === "NONE" ? [] : manyEdits(pending);
    if (this.#sheet === "NONE") this.#rows = [];
  }

  status: SheetService["status"] = async () => [
    {
      register: "services",
      sheet: this.#sheet,
      rows: this.#sheet === "NONE" ? 0 : 1745,
      pending: this.#rows.length,
      conflicts: this.#rows.filter(({ conflicts }) => conflicts.length > 0).length,
      lastSync: this.#sheet === "NONE" ? null : this.#lastSync,
      problems: this.#problems(),
    },
  ];

  open: SheetService["open"] = async (register, language, work) => {
    this.calls.push(`open ${register} ${language}`);
    if (this.#sheet === "NONE") await this.#steps(["PULL", "WRITE"], work);
    this.#sheet = "OPEN";
  };

  openAll: SheetService["openAll"] = async (registers, language, _maker, work) => {
    this.calls.push(`openAll ${registers.join()} ${language}`);
    await this.#steps(["SHEETS"], work);
    this.#sheet = "OPEN";
  };

  list: SheetService["list"] = async ({ name, columns, rows }) => {
    this.calls.push(`list ${name}: ${columns.map(({ heading }) => heading).join(" | ")}`);
    for (const row of rows) this.calls.push(row.join(" | "));
  };

  refresh: SheetService["refresh"] = async (register, work) => {
    this.calls.push(`refresh ${register}`);
    await this.#steps(["READ", "PULL", "COMPARE", "WRITE"], work);
    this.#lastSync = "2026-11-21T08:00:00Z";
    return { changedRows: 12, newRows: 3, retiredRows: 1, conflicts: 0 };
  };

  changes: SheetService["changes"] = async () => this.#changes();

  check: SheetService["check"] = async (_register, work) => {
    this.calls.push("check");
    await this.#steps(["READ", "SEND"], work);
    return this.#report(this.#count());
  };

  publish: SheetService["publish"] = async (_register, deleted, work) => {
    this.calls.push(`publish ${JSON.stringify(deleted)}`);
    await this.#steps(["READ", "SEND", "WRITE"], work);
    const counts = this.#count();
    this.#rows = this.#rows.filter(
      (row) => row.conflicts.length > 0 || row.refusals.length > 0 || (row.kind === "DELETE" && deleted.do === "LEAVE"),
    );
    this.#lastBatch = { batch: "batch-2", at: "2026-11-21T08:01:00Z", rows: counts.APPLIED };
    return this.#report(counts);
  };

  undo: SheetService["undo"] = async (_register, batch, work) => {
    this.calls.push(`undo ${batch}`);
    await this.#steps(["SEND", "WRITE"], work);
    this.#lastBatch = null;
    return this.#report({ ...NOTHING, APPLIED: 16, CONFLICT: 1 });
  };

  lastBatch: SheetService["lastBatch"] = async () => this.#lastBatch;

  resolve: SheetService["resolve"] = async (_register, choices) => {
    this.calls.push(`resolve ${choices.map(({ column, take }) => `${column} ${take}`).join(", ")}`);
    this.#rows = this.#rows.map((row) => ({
      ...row,
      conflicts: row.conflicts.filter(
        ({ column }) => !choices.some((choice) => choice.row === row.row && choice.column === column),
      ),
    }));
    return this.#changes();
  };

  fill: SheetService["fill"] = async (register, row, column, cell) => {
    this.calls.push(`fill ${register} ${row} ${column} ${JSON.stringify(cell)}`);
    return this.#changes();
  };

  discard: SheetService["discard"] = async (_register, rows) => {
    this.calls.push(`discard ${rows.length}`);
    this.#rows = this.#rows.filter(({ row }) => !rows.includes(row));
    return this.#changes();
  };

  jump: SheetService["jump"] = async (_register, row, column) => {
    this.calls.push(`jump ${row} ${column}`);
  };

  /** The person's own columns that were not kept for everyone yet. */
  #own: readonly OwnColumn[] = [
    { id: "90", heading: "Lietas numurs" },
    { id: "91", heading: "Kods" },
  ];
  keep: SheetService["keep"] = async (_register, column) => {
    this.calls.push(`keep ${column.heading}`);
    if (column.heading === "Kods") return [refuse("RULE", "headingLv", {}, undefined, HEADING_TAKEN)];
    this.#own = this.#own.filter(({ id }) => id !== column.id);
    return [];
  };

  selectedRow: SheetService["selectedRow"] = async () => {
    if (this.#scenario.selected === "NONE") return null;
    const published = this.#scenario.selected !== "NEW";
    return {
      register: this.#scenario.selected === "INCIDENT" ? "incidents" : "services",
      row: published ? "11111111-0000-4000-8000-000000000001" : null,
      code: published ? "P-0007" : null,
      title: published ? "Izziņa par deklarēto dzīvesvietu" : "Digitālais iesniegums par koku ciršanu",
      cells: {},
    };
  };

  history: SheetService["history"] = async () => {
    this.#fail();
    return HISTORY;
  };

  onHint: SheetService["onHint"] = (hint) => {
    this.#hints.add(hint);
    return () => this.#hints.delete(hint);
  };

  /** Someone typed into the sheet. */
  type(row: PendingRow): void {
    this.#rows = [...this.#rows, row];
    for (const hint of this.#hints) hint("CHANGED");
  }

  #problems(): readonly SheetProblem[] {
    return this.#sheet === "BROKEN" ? [PROBLEM] : [];
  }

  #changes(): ChangeSet {
    const own = this.#scenario.own && this.#own.length > 0 ? { own: this.#own } : {};
    return { register: "services", rows: this.#rows, problems: this.#problems(), ...own };
  }

  #count(): Counts {
    const counts: Record<keyof Counts, number> = { ...NOTHING };
    for (const { conflicts, refusals } of this.#rows)
      counts[conflicts.length > 0 ? "CONFLICT" : refusals.length > 0 ? "REFUSED" : "APPLIED"] += 1;
    return counts;
  }

  #report(counts: Counts): PublishReport {
    return { batch: "batch-2", counts, changes: this.#changes() };
  }

  #fail(): void {
    if (this.#scenario.fails) throw new ServerError(this.#scenario.fails, "Demo failure");
  }

  async #steps(phases: readonly Phase[], work: Work | undefined): Promise<void> {
    const total = 1745;
    for (const phase of phases) {
      for (const done of [0, 600, 1200, total]) {
        work?.onProgress?.({ phase, done, total });
        if (this.#scenario.slow > 0) await new Promise((resolve) => setTimeout(resolve, this.#scenario.slow));
        if (work?.signal?.aborted) throw new ServerError("CANCELLED", "Cancelled");
      }
    }
    this.#fail();
  }
}
