import { withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import type { Steps, WorkbookPort } from "../workbook/port.ts";
import { type BaseRecord, decodeBase, encodeMeta, encodeRecord, type Meta } from "./base.ts";
import { OTHER_INSTITUTION, SheetError } from "./sheet-error.ts";

/** A base copy in memory with the lines that keep it in the workbook. */
export interface BaseStore {
  meta: Meta;
  readonly records: Map<string, BaseRecord>;
  readonly lines: Map<string, number>;
  readonly free: number[];
  next: number;
  /** Nothing was written yet: the first writing replaces whatever the base sheet holds. */
  fresh: boolean;
}

/** What keeping base copies needs. */
export interface StoreContext {
  readonly port: WorkbookPort;
  /** The institution whose register this is; a base copy of another's is not trusted. */
  readonly institution: string;
  /** Its name: base copies of an earlier edition kept it in place of the id. */
  readonly institutionName?: string;
  readonly newId: () => string;
  /** Base copies in memory, by register. */
  readonly stores: Map<string, BaseStore>;
}

/** Loads a register's base copy; the one in memory is used while the sheet still holds the writing it came from. */
export async function loadBase(context: StoreContext, register: Register, steps: Steps): Promise<BaseStore | null> {
  const known = context.stores.get(register.key);
  if (known && !known.fresh && (await context.port.baseStamp(register.key)).startsWith(stampText(known.meta.stamp))) {
    return known;
  }
  context.stores.delete(register.key);
  const texts = await context.port.readBase(register.key, steps);
  const read = decodeBase(register, texts);
  if (read === null) return null;
  // A foreign base copy is not a lost one: making it anew would bring one institution's rows into the other's register.
  const { institution } = context;
  const own = [institution, context.institutionName].includes(read.base.meta.institution);
  if (!own) throw new SheetError(OTHER_INSTITUTION);
  const store: BaseStore = {
    meta: { ...read.base.meta, institution },
    records: new Map(read.base.records),
    lines: new Map(read.lines),
    free: [...read.free],
    next: read.next,
    fresh: false,
  };
  context.stores.set(register.key, store);
  return store;
}

/** An empty base copy, for a new sheet or in place of a lost one; `register` as it is declared, `fields` its custom ones. */
export function freshStore(
  context: StoreContext,
  register: Register,
  language: Language,
  fields: readonly CustomField[] = [],
): BaseStore {
  const meta: Meta = {
    stamp: "",
    edition: 1,
    register: register.key,
    institution: context.institution,
    language,
    columns: {},
    keys: Object.keys(withCustomFields(register, fields).columns),
    fields,
    count: 0,
    cursor: null,
    lastSync: null,
    batches: [],
    doubt: null,
    refused: {},
    marks: [],
  };
  return { meta, records: new Map(), lines: new Map(), free: [], next: 1, fresh: true };
}

/** Writes changed records (null: gone) and the meta line. Only lines that changed are written, the meta line last. */
export async function saveBase(
  context: StoreContext,
  store: BaseStore,
  changes: ReadonlyMap<string, BaseRecord | null>,
  meta: Partial<Meta> = {},
  steps?: Steps,
): Promise<void> {
  const key = store.meta.register;
  const texts = new Map<number, string | null>();
  if (store.fresh) {
    const before = await context.port.readBase(key);
    for (let line = 1; line < (before?.length ?? 0); line++) texts.set(line, null);
  }
  for (const [id, record] of changes) {
    const line = store.lines.get(id);
    if (record === null) {
      store.records.delete(id);
      if (line === undefined) continue;
      store.lines.delete(id);
      store.free.push(line);
      texts.set(line, null);
    } else {
      const place = line ?? store.free.pop() ?? store.next++;
      store.records.set(id, record);
      store.lines.set(id, place);
      texts.set(place, encodeRecord(record));
    }
  }
  store.meta = { ...store.meta, ...meta, stamp: context.newId(), count: store.records.size };
  texts.set(0, encodeMeta(store.meta));
  // Until the writing is through, what is in memory may be ahead of the workbook.
  context.stores.delete(key);
  await context.port.writeBase(key, texts, steps);
  store.fresh = false;
  context.stores.set(key, store);
}

const stampText = (stamp: string) => `{"stamp":${JSON.stringify(stamp)}`;
