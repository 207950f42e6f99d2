import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { withCustomFields } from "../../schema/registers/custom.ts";
import type { Language } from "../../schema/registers/words.ts";
import { ID_HEADING, REVISION_HEADING } from "../workbook/names.ts";
import type { SheetValue } from "../workbook/port.ts";
import { civilOf, civilText } from "./civil-time.ts";
import { codecsOf } from "./codec.ts";
import { declaration, openSheet, steps, stopIfCancelled, type SyncContext, tell } from "./context.ts";
import { layoutOf } from "./layout.ts";
import { pullAll } from "./pulling.ts";
import { followNumbers, missingColumns, restoreColumns } from "./restoring.ts";
import type { Work } from "./service.ts";
import type { Maker } from "./maker.ts";
import { startSheet } from "./start-sheet.ts";
import { freshStore, saveBase } from "./store.ts";

/** Makes a register's sheet and fills it; an existing one gets missing columns back and comes to the front. */
export async function openRegister(
  context: SyncContext,
  key: RegisterKey,
  language: Language,
  work?: Work,
): Promise<void> {
  const present = await context.port.present([key]);
  if (!present.includes(key)) await createSheet(context, key, language, work);
  else {
    const sheet = await openSheet(context, key, work);
    await followNumbers(context, sheet);
    if (!sheet.store.fresh) await restoreColumns(context, sheet, missingColumns(sheet), work);
  }
  await context.port.jump(key, null);
}

/** Makes the sheets that are not there yet, in order, and a start sheet that tells of all of them. */
export async function openRegisters(
  context: SyncContext,
  keys: readonly RegisterKey[],
  language: Language,
  maker: Maker,
  work?: Work,
): Promise<void> {
  const present = new Set(await context.port.present(keys));
  const missing = keys.filter((key) => !present.has(key));
  const alone: Work = work?.signal ? { signal: work.signal } : {};
  for (const [done, key] of missing.entries()) {
    stopIfCancelled(work);
    tell(work, "SHEETS", done, missing.length);
    await createSheet(context, key, language, alone);
  }
  tell(work, "SHEETS", missing.length, missing.length);
  const today = civilText(civilOf(context.now().toISOString())).slice(0, 10).split("-").reverse().join(".");
  await context.port.start(startSheet(keys, language, maker, today));
}

async function createSheet(context: SyncContext, key: RegisterKey, language: Language, work?: Work): Promise<void> {
  const dates = await context.port.dateSystem();
  const pulled = await pullAll(context, key, null, work);
  const register = withCustomFields(declaration(key), pulled.fields);
  const codecs = codecsOf(register, language, dates);
  const living = [...pulled.rows.values()].filter(({ retired }) => !retired);
  const rows = living.map(({ id, version, cells }): SheetValue[] => [
    id,
    String(version),
    ...codecs.map((codec, at) => codec.show(cells[at] ?? null)),
  ]);
  const columns = await context.port.create(layoutOf(register, codecs, language), rows, steps(work, "WRITE"));
  const keys = [ID_HEADING, REVISION_HEADING, ...codecs.map(({ key }) => key)];
  const records = new Map(living.map(({ id, version, cells }) => [id, { id, version, cells }]));
  const meta = {
    columns: Object.fromEntries(columns.map(({ id }, at) => [id, keys[at]!])),
    cursor: pulled.cursor,
    lastSync: context.now().toISOString(),
  };
  const store = freshStore(context, declaration(key), language, pulled.fields);
  await saveBase(context, store, records, meta, steps(work, "WRITE"));
}
