import type { Meta } from "./base.ts";
import { refusalsOf } from "./changing.ts";
import type { OpenSheet, SyncContext } from "./context.ts";
import type { Diff } from "./diff.ts";
import { PAINTED_CELLS } from "./remembering.ts";
import { saveBase } from "./store.ts";
import { idColumnOf } from "./writing.ts";

/** Paints the cells that are refused now, clears those that are not any more, and forgets refusals that no longer hold. */
export async function showRefusals(context: SyncContext, sheet: OpenSheet, diff: Diff): Promise<void> {
  const { view, store, register } = sheet;
  const { language } = store.meta;
  const title = view.codecs.findIndex(({ key }) => key === register.title);
  const wanted = new Map<string, { row: number; id: string; key: string; column: string; note: string }>();
  const refused: Record<string, Meta["refused"][string]> = {};

  for (const { record } of diff.deleted) {
    const kept = store.meta.refused[record.id];
    if (kept) refused[record.id] = kept;
  }
  for (const row of diff.changed) {
    if (row.id === null) continue;
    const refusals = refusalsOf(sheet, row, row.id);
    const kept = store.meta.refused[row.id];
    if (kept && kept.refusals.some((refusal) => refusals.includes(refusal))) refused[row.id] = kept;
    for (const { column, message } of refusals) {
      const at = column === null ? title : view.codecs.findIndex(({ key }) => key === column);
      const id = view.columnId(at);
      if (id === null) continue;
      const name = `${row.id}|${view.codecs[at]!.key}`;
      if (wanted.size >= PAINTED_CELLS && !wanted.has(name)) continue;
      const note = [wanted.get(name)?.note, message[language]].filter(Boolean).join("\n");
      wanted.set(name, { row: row.index, id: row.id, key: view.codecs[at]!.key, column: id, note });
    }
  }

  const clear = store.meta.marks.flatMap(([id, key]) => {
    const row = diff.places.get(id);
    const column = view.columnId(view.codecs.findIndex((codec) => codec.key === key));
    return wanted.has(`${id}|${key}`) || row === undefined || column === null ? [] : [{ row, column }];
  });
  const marks = [...wanted.values()];
  const before = JSON.stringify([store.meta.marks, store.meta.refused]);
  const after: Pick<Meta, "marks" | "refused"> = { marks: marks.map(({ id, key }) => [id, key] as const), refused };
  if (marks.length > 0 || clear.length > 0) {
    await context.port.mark(register.key, view.image, idColumnOf(view), marks, clear);
  }
  if (JSON.stringify([after.marks, after.refused]) !== before) await saveBase(context, store, new Map(), after);
}
