import { customKeys, sameFields, withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import type { BaseRecord } from "./base.ts";
import { declaration, type OpenSheet, readAgain, steps, type SyncContext } from "./context.ts";
import { columnLayout } from "./layout.ts";
import type { Work } from "./service.ts";
import { saveBase } from "./store.ts";
import { knownColumns, viewOf } from "./view.ts";

/**
 * Makes base copy and sheet follow the institution's own columns as the server tells of them. A new field stands in the
 * person's own column of its heading, and what was typed there counts as typed into the field; without such a column it
 * counts as missing until the rows are brought in and it can be put in place, filled. The column of an ended field stays
 * where it is, as the person's own. What rows hold in new fields comes with the rows: the pull that told of the fields
 * gives the whole picture.
 */
export async function followFields(
  context: SyncContext,
  sheet: OpenSheet,
  fields: readonly CustomField[],
  work?: Work,
): Promise<OpenSheet> {
  const { store } = sheet;
  const { meta } = store;
  const before = meta.fields ?? [];
  if (sameFields(before, fields)) return sheet;

  const register = withCustomFields(declaration(sheet.register.key as RegisterKey), fields);
  const view = viewOf(register, sheet.view.image, meta);
  const keys = Object.keys(register.columns);
  const absent = customKeys(register).filter((key) => !view.placing.byKey.has(key));
  const restoring = [...new Set([...(meta.restoring ?? []), ...absent])].filter(
    (key) => keys.includes(key) || key.startsWith("_"),
  );
  // Columns of ended fields stay known by their ids, should the fields be taken up again.
  const columns = Object.keys(meta.columns).length > 0 ? { ...meta.columns, ...knownColumns(view) } : meta.columns;
  const changed = { fields, keys, columns, restoring };
  const order = keys.map((key) => meta.keys.indexOf(key));
  const records = new Map([...store.records].map(([id, record]) => [id, reordered(record, order)] as const));
  if (store.fresh) store.meta = { ...meta, ...changed };
  else await saveBase(context, store, records, changed, steps(work, "WRITE"));

  const lists = new Map<string, ReturnType<typeof columnLayout>>();
  for (const [at, codec] of view.codecs.entries()) {
    const id = view.columnId(at);
    const field = fields.find(({ key }) => key === codec.key);
    const known = before.find(({ key }) => key === codec.key);
    if (id === null || !field || sameList(field, known)) continue;
    lists.set(id, columnLayout(register, codec, meta.language));
  }
  if (lists.size > 0) await context.port.offer(register.key, lists);
  return readAgain(context, sheet, work);
}

const reordered = (record: BaseRecord, order: readonly number[]): BaseRecord => ({
  ...record,
  cells: order.map((at) => (at < 0 ? null : (record.cells[at] ?? null))),
});

/** Whether the column offers already what the field now lets one choose. */
const sameList = (field: CustomField, known: CustomField | undefined): boolean =>
  (field.type !== "CHOICE" && field.type !== "YES_NO" && known?.type !== "CHOICE" && known?.type !== "YES_NO") ||
  (field.type === known?.type && (field.options ?? []).join("\n") === (known.options ?? []).join("\n"));
