import { ID_HEADING, REVISION_HEADING } from "../workbook/names.ts";
import type { ColumnLayout } from "../workbook/port.ts";
import type { BaseRecord } from "./base.ts";
import { type OpenSheet, readAgain, steps, type SyncContext } from "./context.ts";
import { locate } from "./diff.ts";
import { columnLayout } from "./opening.ts";
import type { Work } from "./service.ts";
import { saveBase } from "./store.ts";
import type { View } from "./view.ts";
import { writerFor } from "./writing.ts";

/** Puts deleted columns back at the table's end, filled from the base copy; ids are found by what the rows say. */
export async function restoreColumns(context: SyncContext, sheet: OpenSheet, asked?: Work): Promise<void> {
  // Not to be cancelled half-way: a column that is there but empty would say that every cell of it was emptied.
  const work: Work = asked?.onProgress ? { onProgress: asked.onProgress } : {};
  const { register, view, store } = sheet;
  const missing = view.placing.problems.flatMap(({ code, column }) =>
    code === "COLUMN_MISSING" && column !== undefined ? [column] : [],
  );
  const hidden = { format: "TEXT", width: 12, hidden: true, wrap: false } as const;
  const layouts = missing.map((key): ColumnLayout => {
    const codec = view.codecs.find((one) => one.key === key);
    return codec ? columnLayout(register, codec, store.meta.language) : { heading: key, ...hidden };
  });
  const added = await context.port.addColumns(register.key, layouts);
  const columns = Object.fromEntries(Object.entries(store.meta.columns).filter(([, key]) => !missing.includes(key)));
  added.forEach(({ id }, at) => (columns[id] = missing[at]!));
  await saveBase(context, store, new Map(), { columns });

  let open = await readAgain(context, sheet, work);
  if (missing.includes(ID_HEADING)) {
    const writer = writerFor(open);
    for (const [row, id] of recognise(open.view, store.records)) writer.name(row, id);
    if (!writer.empty) {
      await context.port.write(register.key, open.view.image, writer.done(), steps(work, "WRITE"));
      open = await readAgain(context, open, work);
    }
  }
  const writer = writerFor(open);
  for (const [id, row] of locate(open.view, store.records).places) {
    const record = store.records.get(id);
    if (!record) continue;
    if (missing.includes(REVISION_HEADING)) writer.revise(row, record.version || null);
    open.view.codecs.forEach(({ key }, at) => {
      const cell = record.cells[at] ?? null;
      if (missing.includes(key) && cell !== null) writer.put(row, at, cell);
    });
  }
  if (!writer.empty) {
    await context.port.write(register.key, open.view.image, writer.done(), steps(work, "WRITE"));
  }
}

/** Rows whose ids were lost, by their code, else by saying just what one record says. */
function recognise(view: View, records: ReadonlyMap<string, BaseRecord>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const left = new Set(records.keys());
  const text = (row: number, at: number) => {
    const raw = view.cell(row, at);
    return raw === undefined || typeof raw === "object" ? "" : String(raw);
  };
  const pass = (name: (row: number) => string, nameOf: (record: BaseRecord) => string) => {
    const byName = new Map<string, string | null>();
    for (const id of left) {
      const own = nameOf(records.get(id)!);
      if (own !== "") byName.set(own, byName.has(own) ? null : id);
    }
    for (let row = 0; row < view.image.rows; row++) {
      const id = found.has(row) ? null : byName.get(name(row));
      if (!id || !left.delete(id)) continue;
      found.set(row, id);
    }
  };
  const code = view.codecs.findIndex(({ key }) => key === view.register.code.column);
  const present = view.codecs.map((_, at) => at).filter((at) => view.columnId(at) !== null);
  pass(
    (row) => text(row, code),
    (record) => String(view.codecs[code]!.show(record.cells[code] ?? null)),
  );
  pass(
    (row) => present.map((at) => text(row, at)).join("\u0001"),
    (record) => present.map((at) => String(view.codecs[at]!.show(record.cells[at] ?? null))).join("\u0001"),
  );
  return found;
}
