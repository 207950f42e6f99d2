import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import { ID_HEADING, listName, REVISION_HEADING } from "../workbook/names.ts";
import type { ColumnLayout, SheetValue, TableLayout } from "../workbook/port.ts";
import { type ColumnCodec, codecsOf } from "./codec.ts";
import { declaration, openSheet, readAgain, steps, type SyncContext } from "./context.ts";
import { pullAll } from "./pulling.ts";
import { restoreColumns } from "./restoring.ts";
import type { Work } from "./service.ts";
import { freshStore, saveBase } from "./store.ts";
import { formatOf } from "./writing.ts";

/** Makes a register's sheet and fills it; an existing one gets missing columns back and comes to the front. */
export async function openRegister(
  context: SyncContext,
  key: RegisterKey,
  language: Language,
  work?: Work,
): Promise<void> {
  const present = await context.port.present([key]);
  if (!present.includes(key)) await createSheet(context, declaration(key), language, work);
  else {
    const sheet = await openSheet(context, key, work);
    if (sheet.view.placing.problems.some(({ code }) => code === "COLUMN_MISSING") && !sheet.store.fresh) {
      await restoreColumns(context, await readAgain(context, sheet, work), work);
    }
  }
  await context.port.jump(key, null);
}

async function createSheet(context: SyncContext, register: Register, language: Language, work?: Work): Promise<void> {
  const dates = await context.port.dateSystem();
  const pulled = await pullAll(context, register, null, work);
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
  await saveBase(context, freshStore(context, register, language), records, {
    columns: Object.fromEntries(columns.map(({ id }, at) => [id, keys[at]!])),
    cursor: pulled.cursor,
    lastSync: context.now().toISOString(),
  });
}

/** The hidden id and version stand first, where pasting over the visible columns does not reach them. */
function layoutOf(register: Register, codecs: readonly ColumnCodec[], language: Language): TableLayout {
  const hidden = (heading: string): ColumnLayout => ({ heading, format: "TEXT", width: 12, hidden: true, wrap: false });
  return {
    register: register.key,
    sheet: register.label[language],
    columns: [
      hidden(ID_HEADING),
      hidden(REVISION_HEADING),
      ...codecs.map((codec) => columnLayout(register, codec, language)),
    ],
  };
}

export function columnLayout(register: Register, codec: ColumnCodec, language: Language): ColumnLayout {
  const { key, column } = codec;
  const list =
    column.type === "choice" ? Object.keys(column.options) : column.type === "boolean" ? [true, false] : null;
  return {
    heading: column.label[language],
    format: formatOf(codec),
    width: column.width ?? 14,
    hidden: column.hidden === true,
    wrap: column.type === "text" && column.multiline === true,
    ...(list && { list: { name: listName(register.key, key), values: list.map((one) => String(codec.show(one))) } }),
  };
}
