import { type RegisterKey, registers } from "../../schema/registers/catalogue.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { WorkbookPort } from "../workbook/port.ts";
import { count, noCounts } from "./answering.ts";
import { changeSet, inConflict, naming } from "./changing.ts";
import { declaration, type OpenSheet, openSheet, registerOf, type SyncContext } from "./context.ts";
import { BASE_MISSING, SheetError } from "./sheet-error.ts";
import { codecsOf } from "./codec.ts";
import { diffSheet } from "./diff.ts";
import { fillCell } from "./filling.ts";
import { choose, giveUp } from "./giving-up.ts";
import { showRefusals } from "./marking.ts";
import { keepColumn } from "./keeping.ts";
import { nameNewRows } from "./naming-rows.ts";
import { openRegister, openRegisters } from "./opening.ts";
import { checkSheet, finish, publishSheet } from "./publishing.ts";
import { pullAhead } from "./pulling.ts";
import { refreshSheet } from "./refreshing.ts";
import { restoreUnfinished } from "./restoring.ts";
import type { SaimeServer } from "./server.ts";
import type { ChangeSet, PublishReport, RegisterStatus, SelectedRow, SheetService, Work } from "./service.ts";
import { loadBase, saveBase } from "./store.ts";
import { takeTurns } from "./turns.ts";
import { viewOf } from "./view.ts";

export interface SheetServiceParts {
  readonly port: WorkbookPort;
  readonly server: SaimeServer;
  /** The id of the institution of whoever is signed in. */
  readonly institution: string;
  /** Its name, by which workbooks of an earlier edition know it. */
  readonly institutionName?: string;
  /** Makes UUIDs. */
  readonly newId: () => string;
  readonly now: () => Date;
  /** Waits between tries; tests need not. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The sheet's side of synchronisation. Calls that change sheet or base copy run one after another. */
export function createSheetService(parts: SheetServiceParts): SheetService {
  const { port, server } = parts;
  const context: SyncContext = { ...parts, wait: parts.wait ?? waitFor, stores: new Map() };
  const keys = Object.keys(registers) as RegisterKey[];
  const { inTurn, reading } = takeTurns();

  // What the person sees of their own cells in conflict, to give up no more than that.
  const shown = new Map<string, Cell>();
  const show = (changes: ChangeSet): ChangeSet => {
    for (const { row, conflicts } of changes.rows) {
      for (const { column, mine } of conflicts) shown.set(`${changes.register}|${row}|${column}`, mine);
    }
    return changes;
  };
  const report = async (task: Promise<PublishReport>): Promise<PublishReport> => {
    const done = await task;
    show(done.changes);
    return done;
  };

  const changesNow = async (sheet: OpenSheet, work?: Work): Promise<ChangeSet> => {
    if (sheet.view.placing.id === null) return { register: keyOf(sheet), rows: [], problems: sheet.problems };
    // New rows get their ids here already: the pane speaks of rows by id.
    const named = await nameNewRows(context, sheet, work);
    return show(changeSet(named.sheet, named.diff));
  };

  const none = (key: RegisterKey): RegisterStatus => {
    return { register: key, sheet: "NONE", rows: 0, pending: 0, conflicts: 0, lastSync: null, problems: [] };
  };
  const status = async (key: RegisterKey, work: Work): Promise<RegisterStatus> => {
    try {
      const sheet = await openSheet(context, key, work);
      const { problems, store } = sheet;
      const broken = sheet.view.placing.id === null || problems.includes(BASE_MISSING);
      const diff = diffSheet(sheet.view, store.records);
      return {
        register: key,
        sheet: broken ? "BROKEN" : "OPEN",
        rows: diff.count,
        pending: broken ? 0 : diff.changed.length + diff.deleted.length,
        conflicts: diff.changed.filter(inConflict).length,
        lastSync: store.meta.lastSync,
        problems,
      };
    } catch (error) {
      // A sheet that moved while it was read is not a broken one.
      if (!(error instanceof SheetError) || error.problem.code === "SHEET_CHANGING") throw error;
      if (error.problem.code === "OTHER_INSTITUTION")
        return { ...none(key), sheet: "BROKEN", problems: [error.problem] };
      const left = await loadBase(context, declaration(key), {});
      if (left === null) return none(key);
      return { ...none(key), sheet: "BROKEN", lastSync: left.meta.lastSync, problems: [error.problem] };
    }
  };

  return {
    status: () =>
      reading(async (work) => {
        const traces = new Set(await port.traces(keys));
        const all: RegisterStatus[] = [];
        for (const key of keys) all.push(traces.has(key) ? await status(key, work) : none(key));
        return all;
      }),
    open: (key, language, work) => inTurn(work, () => openRegister(context, key, language, work)),
    openAll: (wanted, language, maker, work) =>
      inTurn(work, () => openRegisters(context, wanted, language, maker, work)),
    list: (sheet) => inTurn(undefined, () => port.list(sheet)),
    refresh: (key, work) =>
      inTurn(work, async () => {
        const ahead = pullAhead(context, key, work);
        const sheet = await restoreUnfinished(context, await openSheet(context, key, work), work);
        const { changed, added, retired, conflicts } = await refreshSheet(context, sheet, work, undefined, ahead);
        return { changedRows: changed, newRows: added, retiredRows: retired, conflicts: conflicts.size };
      }),
    changes: (key, work) => inTurn(work, async () => changesNow(await openSheet(context, key, work), work)),
    check: (key, work) =>
      inTurn(work, async () => report(checkSheet(context, await soundSheet(context, key, work), work))),
    publish: (key, deleted, work) =>
      inTurn(work, async () => report(publishSheet(context, await soundSheet(context, key, work), deleted, work))),
    undo: (key, batch, work) =>
      inTurn(work, async () => {
        const sheet = await soundSheet(context, key, work);
        const answer = await server.undo(key, batch, work?.signal);
        const batches = sheet.store.meta.batches.filter((one) => one.batch !== batch);
        await saveBase(context, sheet.store, new Map(), { batches });
        await refreshSheet(context, sheet, work);
        return report(finish(context, sheet, answer.undoneBy, { ...count(noCounts(), answer.results) }, work));
      }),
    lastBatch: (key) =>
      inTurn(undefined, async () => {
        const store = await ownBase(context, declaration(key));
        return store?.meta.batches[0] ?? null;
      }),
    resolve: (key, choices, work) =>
      inTurn(work, async () => {
        let sheet = await soundSheet(context, key, work);
        const untold = choices.some(({ row }) => sheet.store.records.get(row)?.overlay?.version === null);
        if (untold) {
          await refreshSheet(context, sheet, work);
          sheet = await openSheet(context, key, work);
        }
        await choose(context, sheet, choices, (row, column) => shown.get(`${key}|${row}|${column}`), work);
        return settled(await openSheet(context, key, work), work);
      }),
    fill: (key, row, column, cell, work) =>
      inTurn(work, async () => {
        await fillCell(context, await soundSheet(context, key, work), row, column, cell, work);
        return settled(await openSheet(context, key, work), work);
      }),
    discard: (key, rows, work) =>
      inTurn(work, async () => {
        await giveUp(context, await soundSheet(context, key, work), new Set(rows), work);
        return settled(await openSheet(context, key, work), work);
      }),
    keep: (key, column, work) =>
      inTurn(work, async () => keepColumn(context, await soundSheet(context, key, work), column, work)),
    jump: (key, row, column) =>
      inTurn(undefined, async () => {
        const sheet = await openSheet(context, key);
        const index = diffSheet(sheet.view, sheet.store.records).places.get(row);
        const at = sheet.view.codecs.findIndex((codec) => codec.key === column);
        await port.jump(key, index === undefined ? null : { row: index, column: sheet.view.columnId(at) });
      }),
    selectedRow: () => inTurn(undefined, () => selectedRow(context, keys)),
    history: (key, row) => server.history(key, row),
    onHint: (hint) => port.onHint(hint),
  };

  async function settled(sheet: OpenSheet, work?: Work): Promise<ChangeSet> {
    await showRefusals(context, sheet, diffSheet(sheet.view, sheet.store.records));
    return changesNow(sheet, work);
  }
}

const keyOf = (sheet: OpenSheet) => sheet.register.key as RegisterKey;

/** A sheet with its base copy; without one nothing can be told from an edit, so that a refresh has to come first. */
async function soundSheet(context: SyncContext, key: RegisterKey, work?: Work): Promise<OpenSheet> {
  const sheet = await openSheet(context, key, work);
  if (sheet.problems.includes(BASE_MISSING)) throw new SheetError(BASE_MISSING);
  return restoreUnfinished(context, sheet, work);
}

/** The base copy, or null where there is none of this institution's. */
function ownBase(context: SyncContext, register: Register) {
  return loadBase(context, register, {}).catch((error: unknown) => {
    if (error instanceof SheetError) return null;
    throw error;
  });
}

async function selectedRow(context: SyncContext, keys: readonly RegisterKey[]): Promise<SelectedRow | null> {
  const selection = await context.port.selection(keys);
  if (selection === null) return null;
  const key = selection.register as RegisterKey;
  const store = await ownBase(context, declaration(key));
  const register = store ? registerOf(store) : declaration(key);
  const image = { ...selection, rows: 1, values: selection.values.map((value) => [value]) };
  const language = store?.meta.language ?? "lv";
  const view = viewOf(register, image, store?.meta ?? { language, columns: {} });
  const codecs = codecsOf(register, language, selection.dates);
  const cells = codecs.map((codec, at) => {
    const raw = view.cell(0, at);
    return raw === undefined ? null : codec.read(raw).cell;
  });
  const id = view.id(0);
  return {
    register: key,
    row: id !== null && store?.records.has(id) ? id : null,
    ...naming(register, cells),
    cells: Object.fromEntries(codecs.map((codec, at) => [codec.key, cells[at] ?? null])),
  };
}

const waitFor = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    signal?.addEventListener("abort", done);
  });
