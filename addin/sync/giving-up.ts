import { sameCell } from "../../schema/registers/cells.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { BaseRecord } from "./base.ts";
import { type OpenSheet, steps, type SyncContext } from "./context.ts";
import { type DeletedRow, diffSheet } from "./diff.ts";
import { rememberedTheirs, settle } from "./merge.ts";
import type { Choice, Work } from "./service.ts";
import { saveBase } from "./store.ts";
import { writerFor } from "./writing.ts";

/** Puts deleted rows back as the server has them. A row left there emptied is filled again in its place. */
export async function putBack(
  context: SyncContext,
  sheet: OpenSheet,
  rows: readonly DeletedRow[],
  work?: Work,
): Promise<void> {
  const writer = writerFor(sheet);
  for (const { record, index } of rows) {
    const { id, version, cells } = rememberedTheirs(sheet.view, record) ?? record;
    if (index === null) writer.add(id, version, cells);
    else cells.forEach((cell, at) => cell !== null && writer.put(index, at, cell));
  }
  if (!writer.empty) {
    await context.port.write(sheet.register.key, sheet.view.image, writer.done(), steps(work, "WRITE"));
  }
}

/** Gives up rows' unpublished edits: the server's values come back, new rows leave the sheet, deleted ones return. */
export async function giveUp(
  context: SyncContext,
  sheet: OpenSheet,
  ids: ReadonlySet<string>,
  work?: Work,
): Promise<void> {
  const { view, store } = sheet;
  const diff = diffSheet(view, store.records);
  const writer = writerFor(sheet);
  const records = new Map<string, BaseRecord | null>();
  for (const row of diff.changed) {
    if (row.id === null || !ids.has(row.id)) continue;
    if (row.record === null || row.record.overlay?.retired) {
      writer.remove.push(row.index);
      if (row.record) records.set(row.id, null);
      continue;
    }
    const theirs = rememberedTheirs(view, row.record);
    const edited = new Map(row.cells.map(({ at, from }) => [at, from]));
    view.codecs.forEach(({ key }, at) => {
      if (theirs && (edited.has(at) || Object.hasOwn(row.record!.overlay!.cells, key))) {
        writer.put(row.index, at, theirs.cells[at] ?? null);
      } else if (edited.has(at)) writer.put(row.index, at, edited.get(at)!);
    });
    if (theirs) {
      records.set(row.id, { id: row.id, version: theirs.version, cells: theirs.cells });
      writer.revise(row.index, theirs.version);
    } else if (row.record.overlay) {
      const { id, version, cells } = row.record;
      records.set(row.id, { id, version, cells });
    }
  }
  const { skipped } = writer.empty
    ? { skipped: new Set<number>() }
    : await context.port.write(sheet.register.key, view.image, writer.done(), steps(work, "WRITE"));
  // A row touched meanwhile keeps its edits and what is known of it.
  for (const row of diff.changed) if (row.id !== null && skipped.has(row.index)) records.delete(row.id);
  const refused = Object.fromEntries(Object.entries(store.meta.refused).filter(([id]) => !ids.has(id)));
  await saveBase(context, store, records, { refused });
  await putBack(
    context,
    sheet,
    diff.deleted.filter(({ record }) => ids.has(record.id)),
    work,
  );
}

/**
 * Carries out choices between mine and theirs, cell by cell. Theirs is written, mine stays as an edit of theirs.
 * `shown` is what the person last saw as theirs to give up: a cell typed over since is not given up, but shown again.
 */
export async function choose(
  context: SyncContext,
  sheet: OpenSheet,
  asked: readonly Choice[],
  shown: (row: string, column: string) => Cell | undefined,
  work?: Work,
): Promise<void> {
  const { view, store } = sheet;
  const { changed } = diffSheet(view, store.records);
  const byId = new Map(changed.map((row) => [row.id, row]));
  const choices = asked.filter(({ row, column, take }) => {
    const seen = take === "THEIRS" ? shown(row, column) : undefined;
    const now = byId.get(row)?.cells.find(({ at }) => view.codecs[at]!.key === column)?.to;
    return seen === undefined || now === undefined || sameCell(seen, now);
  });
  const writer = writerFor(sheet);
  const records = new Map<string, BaseRecord | null>();
  for (const { row: id, column, take } of choices) {
    const row = byId.get(id);
    const record = records.get(id) ?? row?.record;
    if (!row || !record?.overlay || !Object.hasOwn(record.overlay.cells, column)) continue;
    const at = view.codecs.findIndex(({ key }) => key === column);
    if (take === "THEIRS") writer.put(row.index, at, record.overlay.cells[column]!);
    records.set(id, settle(view, record, column));
  }
  for (const [id, record] of records) {
    const row = byId.get(id)!;
    const edits = row.cells.length - choices.filter((one) => one.row === id && one.take === "THEIRS").length;
    if (record?.overlay?.retired && Object.keys(record.overlay.cells).length === 0 && edits <= 0) {
      // Nothing is left of the person's edits: the retired row leaves the sheet.
      for (let at = writer.cells.length - 1; at >= 0; at--) {
        if (writer.cells[at]!.row === row.index) writer.cells.splice(at, 1);
      }
      writer.remove.push(row.index);
      records.set(id, null);
    } else if (record && !record.overlay) writer.revise(row.index, record.version);
  }
  const { skipped } = writer.empty
    ? { skipped: new Set<number>() }
    : await context.port.write(sheet.register.key, view.image, writer.done(), steps(work, "WRITE"));
  for (const index of skipped) {
    const row = changed.find((one) => one.index === index);
    if (row?.id) records.delete(row.id);
  }
  await saveBase(context, store, records);
}
