import { sameCell } from "../../schema/registers/cells.ts";
import { isCustom } from "../../schema/registers/custom.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { BaseRecord, Meta } from "./base.ts";
import { type OpenSheet, readAgain, steps, type SyncContext } from "./context.ts";
import { locate } from "./diff.ts";
import { mergeAbsent, mergeRow, type Sent, type ServerRow } from "./merge.ts";
import type { Work } from "./service.ts";
import { saveBase } from "./store.ts";
import { writerFor } from "./writing.ts";

/** A row the server told of, with what this sheet had sent of it. */
export interface Incoming {
  readonly theirs: ServerRow;
  readonly sent?: Sent;
}

export interface Brought {
  readonly changed: number;
  readonly added: number;
  readonly retired: number;
  /** Rows that now hold a conflict. */
  readonly conflicts: ReadonlyMap<string, Conflicting>;
}

export interface Conflicting {
  readonly record: BaseRecord;
  /** The person's cells in the columns that conflict, where they are sound. */
  readonly mine: Readonly<Record<string, Cell>>;
}

const TRIES = 5;

/**
 * Brings the server's rows into sheet and base copy. First the sheet is written, then the base copy: broken off in
 * between, the sheet is merely ahead, which the next merge recognises; the other way round an old value in the sheet
 * would look like the person's edit. Rows the person touched while this ran are left out by the workbook, read again
 * and merged again. `meta` is written once all rows are in.
 */
export async function bringIn(
  context: SyncContext,
  sheet: OpenSheet,
  incoming: ReadonlyMap<string, Incoming>,
  meta: Partial<Meta>,
  work?: Work,
): Promise<Brought> {
  const conflicts = new Map<string, Conflicting>();
  let [changed, added, retired] = [0, 0, 0];
  let waiting = incoming;
  let open = sheet;
  for (let tries = 1; ; tries++) {
    const { places, cleared } = locate(open.view, open.store.records);
    const writer = writerFor(open);
    const records = new Map<string, BaseRecord | null>();
    const written = new Map<number, string>();
    const touched = new Set<string>();
    for (const [id, { theirs, sent }] of waiting) {
      const record = open.store.records.get(id) ?? null;
      const index = places.get(id);
      if (record !== null && (theirs.version < record.version || (!sent && isSame(open, record, theirs)))) continue;
      if (index === undefined) {
        // Deleted here, or typed, sent without an answer and deleted: the deletion stays to be told.
        if (record !== null || sent) records.set(id, mergeAbsent(open.view, record, theirs));
        else if (!theirs.retired) {
          writer.add(id, theirs.version, theirs.cells);
          records.set(id, mergeAbsent(open.view, null, theirs));
          added++;
        }
        const emptied = cleared.get(id);
        if (theirs.retired && emptied !== undefined) writer.remove.push(emptied);
        continue;
      }
      written.set(index, id);
      const merged = mergeRow(open.view, index, record, theirs, sent);
      if (merged === null) {
        writer.remove.push(index);
        records.set(id, null);
        retired++;
        continue;
      }
      for (const { at, cell, tidy } of merged.writes) writer.put(index, at, cell, tidy);
      if (merged.writes.some(({ tidy }) => !tidy)) touched.add(id);
      if (theirs.id !== id) writer.name(index, theirs.id);
      writer.revise(index, merged.record.version === 0 ? null : merged.record.version);
      if (theirs.id !== id) records.set(id, null);
      records.set(theirs.id, merged.record);
      if (Object.keys(merged.record.overlay?.cells ?? {}).length > 0) conflicts.set(id, merged);
      else conflicts.delete(id);
    }
    const left = writer.empty
      ? new Set<number>()
      : (await context.port.write(open.register.key, open.view.image, writer.done(), steps(work, "WRITE"))).skipped;
    const rest = new Map<string, Incoming>();
    for (const index of left) {
      const id = written.get(index);
      if (id === undefined) continue;
      const again = waiting.get(id)!;
      rest.set(id, again);
      records.delete(id);
      records.delete(again.theirs.id);
      if (writer.remove.includes(index)) retired--;
      touched.delete(id);
    }
    changed += touched.size;
    const finished = rest.size === 0;
    await saveBase(context, open.store, records, finished ? meta : unfinished(meta));
    if (finished || tries === TRIES) return { changed, added, retired, conflicts };
    waiting = rest;
    open = await readAgain(context, open, work);
  }
}

/**
 * The base copy already knows this version in full. A row with an overlay is merged again: its conflict may be over.
 * What a row holds in a field may become known to the sheet later than the row.
 */
function isSame({ view }: OpenSheet, record: BaseRecord, theirs: ServerRow): boolean {
  return (
    record.version === theirs.version &&
    !record.overlay &&
    !theirs.retired &&
    view.codecs.every(({ key }, at) => !isCustom(key) || sameCell(record.cells[at] ?? null, theirs.cells[at] ?? null))
  );
}

/** Rows that could not be brought in have to be pulled again, and a part whose rows they are is still in doubt. */
function unfinished(meta: Partial<Meta>): Partial<Meta> {
  const { cursor: _cursor, lastSync: _lastSync, doubt: _doubt, ...rest } = meta;
  return rest;
}
