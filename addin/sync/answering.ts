import type { Cell } from "../../schema/registers/register.ts";
import type { Outcome, PushAnswer, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import type { BaseRecord, Meta, Who } from "./base.ts";
import { bringIn, type Incoming } from "./bringing.ts";
import type { OpenSheet, SyncContext } from "./context.ts";
import { rememberedTheirs, type ServerRow } from "./merge.ts";
import { rememberRefusals } from "./remembering.ts";
import type { Counts, Work } from "./service.ts";
import { saveBase } from "./store.ts";

export type Tally = { -readonly [K in Outcome]: number };
export const noCounts = (): Tally => ({ APPLIED: 0, MERGED: 0, CONFLICT: 0, REFUSED: 0, UNCHANGED: 0 });

export function count(tally: Tally, results: readonly RowResult[]): Counts {
  for (const { outcome } of results) tally[outcome]++;
  return tally;
}

/** Who set the cells in conflict, by row, as the answer told. */
export function whoTold(answer: PushAnswer, into: Map<string, Who>): void {
  for (const { row, conflicts } of answer.results) {
    if (conflicts?.length) into.set(row, whoOf(conflicts));
  }
}

const whoOf = (conflicts: NonNullable<RowResult["conflicts"]>): Who =>
  Object.fromEntries(conflicts.map(({ column, by, at }) => [column, { by, at }]));

/**
 * Takes a part's answer into sheet and base copy: what was applied becomes the base, normalised and merged-in cells
 * are written, refusals are remembered. Conflicts become overlays without a version: only a pull shows the whole row.
 */
export async function takeAnswer(
  context: SyncContext,
  sheet: OpenSheet,
  rows: readonly PushRow[],
  answer: PushAnswer,
  meta: Partial<Meta>,
  work?: Work,
): Promise<void> {
  const sent = new Map(rows.map((row) => [row.row, row]));
  const incoming = new Map<string, Incoming>();
  for (const result of answer.results) {
    const row = sent.get(result.row);
    if (!row) continue;
    const theirs = serverRow(sheet, row, result);
    const sentOf = { cells: row.cells, applied: true, ...(row.retire && { retire: answer.batch }) };
    if (theirs) incoming.set(row.row, { theirs, sent: sentOf });
  }
  const remembered = rememberRefusals(sheet.store.meta, rows, answer);
  await saveBase(context, sheet.store, conflictRecords(sheet, answer), remembered);
  await bringIn(context, sheet, incoming, meta, work);
}

/** Remembers a trial's refusals and conflicts, and nothing else of it. */
export async function takeTrial(
  context: SyncContext,
  sheet: OpenSheet,
  rows: readonly PushRow[],
  answer: PushAnswer,
): Promise<void> {
  const remembered = rememberRefusals(sheet.store.meta, rows, answer);
  await saveBase(context, sheet.store, conflictRecords(sheet, answer), remembered);
}

/** The row as the server has it after it took the push; null when it took nothing. */
function serverRow(sheet: OpenSheet, row: PushRow, result: RowResult): ServerRow | null {
  if (result.outcome === "REFUSED" || result.outcome === "CONFLICT" || result.version === undefined) return null;
  const record = sheet.store.records.get(row.row);
  const before = record ? (rememberedTheirs(sheet.view, record)?.cells ?? record.cells) : [];
  const cells = sheet.view.codecs.map(({ key }, at): Cell => {
    if (result.cells && Object.hasOwn(result.cells, key)) return result.cells[key]!;
    if (Object.hasOwn(row.cells, key)) return row.cells[key]!;
    return before[at] ?? null;
  });
  return { id: result.id ?? row.row, version: result.version, cells, retired: result.retired === true };
}

function conflictRecords(sheet: OpenSheet, answer: PushAnswer): ReadonlyMap<string, BaseRecord> {
  const records = new Map<string, BaseRecord>();
  for (const { row, outcome, conflicts } of answer.results) {
    if (outcome !== "CONFLICT" || !conflicts?.length) continue;
    const record = sheet.store.records.get(row);
    const cells = Object.fromEntries(conflicts.map(({ column, theirs }) => [column, theirs]));
    const overlay = { version: null, cells, who: whoOf(conflicts) };
    records.set(
      row,
      record ? { ...record, overlay } : { id: row, version: 0, cells: sheet.view.codecs.map(() => null), overlay },
    );
  }
  return records;
}
