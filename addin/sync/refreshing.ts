import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import type { BaseRecord, Who } from "./base.ts";
import { followFields } from "./following.ts";
import { type Brought, bringIn, type Incoming } from "./bringing.ts";
import { type OpenSheet, readAgain, requireIds, stopIfCancelled, type SyncContext, tell } from "./context.ts";
import { restoreColumns } from "./restoring.ts";
import { rememberedTheirs, type ServerRow } from "./merge.ts";
import { type Ahead, pullAll, type Pulled } from "./pulling.ts";
import type { Work } from "./service.ts";
import { saveBase } from "./store.ts";
import { knownColumns } from "./view.ts";

/** Rows of which the server may tell who changed them, by one question each, when no push told it. */
const ASK_HISTORY = 20;
/** Rows of which one trial push asks it. */
const ASK_TRIAL = 500;

/**
 * Pulls what changed and merges it into the sheet. `told`: who set which cells, as answers to a push said. `ahead`: what
 * was asked already, taken if it is still the question.
 */
export async function refreshSheet(
  context: SyncContext,
  before: OpenSheet,
  work?: Work,
  told: ReadonlyMap<string, Who> = new Map(),
  ahead: Ahead | null = null,
): Promise<Brought> {
  requireIds(before);
  const { cursor } = before.store.meta;
  const pulled = await (ahead?.cursor === cursor
    ? ahead.pulled
    : pullAll(context, before.register.key as RegisterKey, cursor, work));
  stopIfCancelled(work);
  const sheet = await followFields(context, before, pulled.fields, work);
  const incoming = incomingRows(sheet, pulled, told);
  tell(work, "COMPARE", incoming.size, incoming.size);
  const known = Object.keys(sheet.store.meta.columns).length > 0 ? {} : { columns: knownColumns(sheet.view) };
  const brought = await bringIn(
    context,
    sheet,
    incoming,
    // What was in doubt is known now: the rows told what became of them.
    { ...known, cursor: pulled.cursor, lastSync: context.now().toISOString(), doubt: null },
    work,
  );
  const { restoring = [] } = sheet.store.meta;
  if (restoring.length > 0) await restoreColumns(context, await readAgain(context, sheet, work), restoring, work);
  await askWho(context, sheet, brought);
  return brought;
}

/** Pulled rows, rows that a whole picture lacks, and rows in conflict that may be settled by now. */
function incomingRows(sheet: OpenSheet, pulled: Pulled, told: ReadonlyMap<string, Who>): ReadonlyMap<string, Incoming> {
  const { view, store } = sheet;
  const { doubt } = store.meta;
  const doubtful = new Map(
    doubt?.rows.map(({ row, cells, retire }) => [
      row,
      { cells, applied: false, ...(retire && { retire: doubt.batch }) },
    ]),
  );
  const incoming = new Map<string, Incoming>();
  const take = (row: ServerRow) => {
    const sent = doubtful.get(row.id);
    const before = store.records.get(row.id)?.overlay;
    const who =
      told.get(row.id) ?? (before?.version === row.version || before?.version === null ? before.who : row.who);
    const theirs = who ? { ...row, who } : row;
    incoming.set(row.id, sent ? { theirs, sent } : { theirs });
  };
  for (const row of pulled.rows.values()) take(row);
  for (const record of store.records.values()) {
    if (incoming.has(record.id)) continue;
    const remembered = rememberedTheirs(view, record);
    if (pulled.full) {
      const { id, version, cells } = remembered ?? record;
      take({ id, version, cells, retired: true });
    } else if (remembered) take(remembered);
  }
  return incoming;
}

/**
 * Asks who changed the cells in conflict: a pull does not say it, the trial run of a push does (and a retired row's
 * history). It only adds to what is shown, so that a failure is passed over.
 */
async function askWho(context: SyncContext, sheet: OpenSheet, brought: Brought): Promise<void> {
  const { register, store } = sheet;
  const unknown = [...brought.conflicts.values()].filter(
    ({ record: { overlay } }) => overlay && !overlay.who && Object.keys(overlay.cells).length > 0,
  );
  if (unknown.length === 0) return;
  const found = new Map<string, Who>();
  try {
    const rows: PushRow[] = unknown
      .filter(({ record, mine }) => record.version > 0 && !record.overlay?.retired && Object.keys(mine).length > 0)
      .slice(0, ASK_TRIAL)
      .map(({ record, mine }) => ({ row: record.id, base: record.version, cells: mine }));
    if (rows.length > 0) {
      const answer = await context.server.push({
        register: register.key,
        batch: context.newId(),
        part: 0,
        rows,
        dryRun: true,
      });
      for (const { row, conflicts } of answer.results) {
        if (conflicts) found.set(row, Object.fromEntries(conflicts.map(({ column, by, at }) => [column, { by, at }])));
      }
    }
    const gone = unknown.filter(({ record }) => record.overlay?.retired).slice(0, ASK_HISTORY);
    for (const { id, overlay } of gone.map(({ record }) => record)) {
      const last = (await context.server.history(register.key, id)).reduce<{
        version: number;
        by: string;
        at: string;
      } | null>((latest, entry) => (latest === null || entry.version > latest.version ? entry : latest), null);
      if (last)
        found.set(
          id,
          Object.fromEntries(Object.keys(overlay!.cells).map((key) => [key, { by: last.by, at: last.at }])),
        );
    }
  } catch {
    // Names and times are a courtesy; the conflict stands without them.
  }
  const named = new Map<string, BaseRecord>();
  for (const [id, who] of found) {
    const record = store.records.get(id);
    if (record?.overlay) named.set(id, { ...record, overlay: { ...record.overlay, who } });
  }
  if (named.size > 0) await saveBase(context, store, named);
}
