import { findRegister } from "../../../schema/registers/catalogue.ts";
import type { RegisterKey } from "../../../schema/registers/catalogue.ts";
import { withCustomFields, type CustomField } from "../../../schema/registers/custom.ts";
import type { Register } from "../../../schema/registers/register.ts";
import { OUTCOMES, type Outcome, type PushRow, type RowResult } from "../../../schema/sync/protocol.ts";
import type {
  ImportPlan,
  ImportPreview,
  ImportProposal,
  ImportReport,
  ImportRow,
  ImportService,
  SourceGrid,
} from "../importing.ts";
import { ServerError, type SaimeServer } from "../server.ts";
import type { Work } from "../service.ts";
import { addField } from "./add-field.ts";
import { addressStart } from "./address.ts";
import { readCandidates } from "./candidates.ts";
import { compareRow, type Compared } from "./compare.ts";
import { findHeading, headingTexts, type Heading } from "./headings.ts";
import { derivedRowId, newBatchId } from "./ids.ts";
import { importable, proposeKey, proposeMapping } from "./mapping.ts";
import { matchRows } from "./matching.ts";
import { recall, remember } from "./memory.ts";
import { partsOf } from "./parts.ts";
import { pullAll } from "./picture.ts";
import type { MemoryPort, SourcePort } from "./port.ts";
import { afterPush } from "./results.ts";
import { splitRows } from "./rows.ts";
import { pushPart, wait, type Wait } from "./sending.ts";
import { stopped } from "./stopped.ts";

export interface ImportDoors {
  readonly server: SaimeServer;
  readonly sources: SourcePort;
  readonly memory: MemoryPort;
  /** The id of the signed-in person's institution; part of what new rows' ids are derived from. */
  readonly institution: () => Promise<string> | string;
  /** The institution's own columns of a register; none when left out. */
  readonly fields?: (register: RegisterKey) => readonly CustomField[];
  /** How to wait between retries; tests need not. */
  readonly pause?: Wait;
}

/** The import over a server, a workbook and a memory. */
export function createImportService(doors: ImportDoors): ImportService {
  const { server, sources, memory, pause = wait, fields = () => [] } = doors;
  const registerOf = (key: RegisterKey) => withCustomFields(declared(key), fields(key));

  async function compare(plan: ImportPlan, grid: SourceGrid, work?: Work): Promise<readonly Compared[]> {
    const register = registerOf(plan.register);
    const candidates = readCandidates(register, plan, grid);
    work?.onProgress?.({ phase: "COMPARE", done: 0, total: candidates.length });
    const rows = await pullAll(server, plan.register, work);
    const institution = await doors.institution();
    const matches = matchRows(register, plan, candidates, rows, (key, occurrence) =>
      derivedRowId(institution, plan.register, key, occurrence),
    );
    work?.onProgress?.({ phase: "COMPARE", done: candidates.length, total: candidates.length });
    return candidates.map((candidate, place) => compareRow(register, plan, candidate, matches[place] ?? null));
  }

  async function keep(plan: ImportPlan, grid: SourceGrid): Promise<void> {
    // What cannot be remembered is asked again next time; an import does not fail for it.
    await remember(memory, plan, headingTexts(grid, headingOf(plan))).catch(() => undefined);
  }

  return {
    sources: () => sources.list(),
    read: (source, work) => sources.read(source, work),

    async propose(key, grid, said) {
      const register = registerOf(key);
      const heading = said ?? findHeading(grid, register.columns);
      const guess = proposeMapping(register, grid, heading);
      const base: ImportProposal = {
        register: key,
        source: grid.source.id,
        headingRow: heading.row,
        headingRows: heading.rows,
        mapping: guess.mapping,
        key: proposeKey(register, guess.mapping, grid, heading),
        dateOrder: "DMY",
        emptyCells: "KEEP",
        hints: guess.hints,
      };
      const known = await recall(memory, register, headingTexts(grid, heading)).catch(() => null);
      if (!known) return base;
      const mapping = {
        ...Object.fromEntries(importable(register).map(([name]) => [name, { from: "NONE" } as const])),
        ...known.mapping,
      };
      const hints = Object.fromEntries(
        Object.entries(mapping)
          .filter(([, { from }]) => from === "COLUMN")
          .map(([name]) => [name, { confidence: 1, reason: "REMEMBERED" as const }]),
      );
      return { ...base, ...known, mapping, key: known.key.length > 0 ? known.key : base.key, hints };
    },

    async preview(plan, grid, work) {
      await keep(plan, grid);
      const compared = await compare(plan, grid, work);
      const results = new Map<string, RowResult>();
      const pushed = rowsToPush(compared);
      const batch = newBatchId();
      for (const [part, rows] of partsOf(pushed).entries()) {
        if (work?.signal?.aborted) throw new ServerError("CANCELLED", "The preview was cancelled.");
        const request = { register: plan.register, batch, part, rows, dryRun: true };
        const answer = await pushPart(server, request, work?.signal, pause);
        for (const result of answer.results) results.set(result.row, result);
        work?.onProgress?.({ phase: "SEND", done: results.size, total: pushed.length });
      }
      return previewOf(plan, grid, compared, results);
    },

    async run(plan, grid, work) {
      await keep(plan, grid);
      const compared = await compare(plan, grid, work);
      const pushed = rowsToPush(compared);
      const results = new Map<string, RowResult>();
      const batch = newBatchId();
      let ended: ImportReport["stopped"];
      for (const [part, rows] of partsOf(pushed).entries()) {
        if (work?.signal?.aborted) {
          ended = stopped("CANCELLED", pushed.length - results.size);
          break;
        }
        try {
          const request = { register: plan.register, batch, part, rows, dryRun: false };
          const answer = await pushPart(server, request, work?.signal, pause);
          for (const result of answer.results) results.set(result.row, result);
        } catch (error) {
          // Before anything has landed the error speaks for itself; afterwards the report has to tell what has.
          if (results.size === 0 && !(error instanceof ServerError && error.code === "OFFLINE")) throw error;
          const offline = error instanceof ServerError && error.code === "OFFLINE";
          ended = stopped(offline ? "OFFLINE" : "FAILED", pushed.length - results.size);
          break;
        }
        work?.onProgress?.({ phase: "SEND", done: results.size, total: pushed.length });
      }
      return reportOf(batch, compared, results, ended);
    },

    addField: (plan, grid, column, work) =>
      addField({ server, pause }, plan.register, grid, headingOf(plan), column, work),

    undo: (register, batch, work) => server.undo(register, batch, work?.signal),

    async jump(plan, grid, sourceRow, column) {
      const mapping = column === null ? undefined : plan.mapping[column];
      const row = sourceRow - 1 - addressStart(grid.source.address).row;
      await sources.jump(grid.source, row, mapping?.from === "COLUMN" ? mapping.index : null);
    },
  };
}

function declared(key: string): Register {
  const register = findRegister(key);
  if (!register) throw new ServerError("BAD_REQUEST", `There is no register ${key}.`);
  return register;
}
const headingOf = (plan: ImportPlan): Heading => ({ row: plan.headingRow, rows: plan.headingRows ?? 1 });
const rowsToPush = (compared: readonly Compared[]): readonly PushRow[] =>
  compared.flatMap(({ push }) => (push ? [push] : []));

function previewOf(
  plan: ImportPlan,
  grid: SourceGrid,
  compared: readonly Compared[],
  results: ReadonlyMap<string, RowResult>,
): ImportPreview {
  const rows = compared.map((one) => afterPush(one, results));
  const counts = { NEW: 0, CHANGED: 0, UNCHANGED: 0, REFUSED: 0, CONFLICT: 0 };
  for (const row of rows) counts[row.outcome]++;
  const { skipped, emptyRows } = splitRows(grid, plan);
  return { rows, counts, skipped, emptyRows };
}

function reportOf(
  batch: string,
  compared: readonly Compared[],
  results: ReadonlyMap<string, RowResult>,
  ended: ImportReport["stopped"],
): ImportReport {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  let created = 0;
  let changed = 0;
  const refused: ImportRow[] = [];
  for (const one of compared) {
    const result = one.push ? results.get(one.push.row) : undefined;
    if (one.push && !result) continue;
    const row = afterPush(one, results);
    counts[result?.outcome ?? (row.outcome === "REFUSED" ? "REFUSED" : "UNCHANGED")]++;
    if (row.outcome === "NEW") created++;
    if (row.outcome === "CHANGED") changed++;
    if (row.outcome === "REFUSED" || row.outcome === "CONFLICT") refused.push(row);
  }
  return { batch, counts, created, changed, refused, ...(ended ? { stopped: ended } : {}) };
}
