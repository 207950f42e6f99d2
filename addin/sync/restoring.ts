import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { ID_HEADING, REVISION_HEADING } from "../workbook/names.ts";
import type { BaseRecord } from "./base.ts";
import { type OpenSheet, openSheet, readAgain, steps, type SyncContext } from "./context.ts";
import { locate } from "./diff.ts";
import { columnLayout, hiddenLayout } from "./layout.ts";
import type { Work } from "./service.ts";
import { SHEET_CHANGING, SheetError } from "./sheet-error.ts";
import { saveBase } from "./store.ts";
import { knownColumns, type View } from "./view.ts";
import { type Writer, writerFor } from "./writing.ts";

/** A person at work may make a pass over the sheet miss rows; more passes than these mean that they do nothing else. */
const PASSES = 6;

/** Columns of the register that the sheet lacks or that are not filled again yet. */
export const missingColumns = ({ view }: OpenSheet): readonly string[] =>
  view.placing.problems.flatMap(({ code, column }) =>
    code === "COLUMN_MISSING" && column !== undefined ? [column] : [],
  );

/** Finishes putting columns back that broke off, before anything is compared. Ends with the sheet as it stands then. */
export async function restoreUnfinished(context: SyncContext, sheet: OpenSheet, work?: Work): Promise<OpenSheet> {
  await followNumbers(context, sheet);
  const { restoring = [] } = sheet.store.meta;
  if (restoring.length === 0) return sheet;
  await restoreColumns(context, sheet, restoring, work);
  return openSheet(context, sheet.register.key as RegisterKey, work);
}

/** Remembers the ids that another program has given the columns: from then on they are known by them, renamed or not. */
export async function followNumbers(context: SyncContext, { view, store }: OpenSheet): Promise<void> {
  if (view.placing.renumbered && !store.fresh)
    await saveBase(context, store, new Map(), { columns: knownColumns(view) });
}

/**
 * Puts deleted columns back at the table's end, filled from the base copy; ids are found by what the rows say. A column
 * that is there but empty would say that every cell of it was emptied: the base copy therefore knows which columns are
 * being put back before one is placed, and they count as missing until a reading shows them filled. Broken off, it is
 * begun again at the next opening, refresh or publish. What a person typed into such a column meanwhile stays.
 */
export async function restoreColumns(
  context: SyncContext,
  sheet: OpenSheet,
  missing: readonly string[],
  asked?: Work,
): Promise<void> {
  if (missing.length === 0) return;
  // Not to be cancelled half-way: the person would be left without the column.
  const work: Work = asked?.onProgress ? { onProgress: asked.onProgress } : {};
  const { store } = sheet;
  await saveBase(context, store, new Map(), { restoring: missing });
  await placeAgain(context, sheet, missing, work);
  if (missing.includes(ID_HEADING)) await fillIn(context, sheet, work, writeIds);
  await fillIn(context, sheet, work, (open, writer) => writeCells(open, writer, missing));
  await saveBase(context, store, new Map(), { restoring: [] });
}

/** Adds those columns that do not stand in the table by now, and remembers the ids of all. */
async function placeAgain(context: SyncContext, sheet: OpenSheet, missing: readonly string[], work: Work) {
  const { register, store } = sheet;
  const { view } = await readAgain(context, sheet, work, []);
  const { id, revision, byKey } = view.placing;
  const placed = new Map<string, number | null | undefined>([[ID_HEADING, id], [REVISION_HEADING, revision], ...byKey]);
  const absent = missing.filter((key) => (placed.get(key) ?? null) === null);
  const layouts = absent.map((key) => {
    const codec = view.codecs.find((one) => one.key === key);
    return codec ? columnLayout(register, codec, store.meta.language) : hiddenLayout(key);
  });
  const added = absent.length > 0 ? await context.port.addColumns(register.key, layouts) : [];
  const columns = Object.fromEntries(Object.entries(store.meta.columns).filter(([, key]) => !missing.includes(key)));
  added.forEach((column, at) => (columns[column.id] = absent[at]!));
  for (const key of missing) if (!absent.includes(key)) columns[view.image.columns[placed.get(key)!]!.id] = key;
  await saveBase(context, store, new Map(), { columns });
}

/** Writes what `wanting` finds wanting, until a reading finds nothing any more. */
async function fillIn(
  context: SyncContext,
  sheet: OpenSheet,
  work: Work,
  wanting: (open: OpenSheet, writer: Writer) => void,
): Promise<void> {
  for (let pass = 1; pass <= PASSES; pass++) {
    const open = await readAgain(context, sheet, work, []);
    const writer = writerFor(open);
    wanting(open, writer);
    if (writer.empty) return;
    await context.port.write(open.register.key, open.view.image, writer.done(), steps(work, "WRITE"));
  }
  throw new SheetError(SHEET_CHANGING);
}

/** Every row that can be recognised gets its id, wherever it stands by now; a second row with that id loses it. */
function writeIds({ view, store }: OpenSheet, writer: Writer): void {
  const known = recognise(view, store.records);
  const taken = new Set(known.values());
  for (let row = 0; row < view.image.rows; row++) {
    const id = view.id(row);
    const own = known.get(row);
    if (own !== undefined ? id !== own : id !== null && taken.has(id)) writer.name(row, own ?? "");
  }
}

function writeCells({ view, store }: OpenSheet, writer: Writer, missing: readonly string[]): void {
  for (const [id, row] of locate(view, store.records).places) {
    const record = store.records.get(id);
    if (!record) continue;
    if (missing.includes(REVISION_HEADING)) writer.revise(row, record.version || null);
    view.codecs.forEach((codec, at) => {
      const cell = record.cells[at] ?? null;
      if (missing.includes(codec.key) && view.cell(row, at) === "" && !codec.says("", cell)) writer.put(row, at, cell);
    });
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
