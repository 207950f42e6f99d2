import { withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import type { PushRow, Refusal } from "../../schema/sync/protocol.ts";
import type { KnownColumns } from "./headings.ts";

/** The base copy: what the server held when sheet and server last agreed, row by row. */
export interface Base {
  readonly meta: Meta;
  readonly records: ReadonlyMap<string, BaseRecord>;
}

/**
 * One row. `cells` are in declared order. With an overlay, `cells` and `version` are those the person's edit started
 * from in the columns that conflict, and already the server's in all others.
 */
export interface BaseRecord {
  readonly id: string;
  readonly version: number;
  readonly cells: readonly Cell[];
  readonly overlay?: Overlay;
}

export type Who = Readonly<Record<string, { readonly by: string; readonly at: string }>>;

/** What the server holds in the columns that conflict. */
export interface Overlay {
  /** The version these cells have; null while only the answer to a push told them and the row was not pulled yet. */
  readonly version: number | null;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Who set them and when, by column, where the server told. */
  readonly who?: Who;
  /** The row was retired or is gone; it stays in the sheet only for its edits. */
  readonly retired?: true;
  /** This sheet had asked to retire the row, in this batch, and the person has put it back since: it stays as it is. */
  readonly putBack?: string;
}

/** The part of a publish that was sent and not answered yet. The very same is sent again under the same batch. */
export interface Doubt {
  readonly batch: string;
  readonly part: number;
  readonly rows: readonly PushRow[];
}

export interface Batch {
  readonly batch: string;
  readonly at: string;
  readonly rows: number;
}

/** Refusals of the last check or publish with the cells they were about. */
export interface Refused {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly refusals: readonly Refusal[];
}

export interface Meta {
  /** Changes with every writing, so that a copy in memory can be told from a newer one in the sheet. */
  readonly stamp: string;
  readonly edition: 1;
  readonly register: string;
  readonly institution: string;
  readonly language: Language;
  readonly columns: KnownColumns;
  /** The institution's own columns, as the server last told of them; none when left out. */
  readonly fields?: readonly CustomField[];
  /** Keys of `cells` in the records. */
  readonly keys: readonly string[];
  /** Records there were at least when the meta line was written; fewer mean that lines were lost. */
  readonly count: number;
  readonly cursor: string | null;
  readonly lastSync: string | null;
  /** The last publishes, newest first. */
  readonly batches: readonly Batch[];
  readonly doubt: Doubt | null;
  /** Refusals by row, as many as there is room for. */
  readonly refused: Readonly<Record<string, Refused>>;
  /** How many rows the last publish or check refused beyond those, by part. */
  readonly unlisted?: { readonly batch: string; readonly parts: Readonly<Record<number, number>> };
  /** Cells painted as refused: row id and column key. */
  readonly marks: readonly (readonly [string, string])[];
  /** Columns that are being put back. Until they are filled, what they hold says nothing of the person's edits. */
  readonly restoring?: readonly string[];
}

export const encodeMeta = (meta: Meta): string => JSON.stringify(meta);

export function encodeRecord(record: BaseRecord): string {
  const { id, version, cells, overlay } = record;
  return JSON.stringify(overlay ? [id, version, cells, overlay] : [id, version, cells]);
}

export interface ReadBase {
  readonly base: Base;
  /** The line that keeps each record. */
  readonly lines: ReadonlyMap<string, number>;
  readonly free: readonly number[];
  readonly next: number;
}

/** Reads the base copy's lines. Returns null when there is none or any part of it is damaged: it is then built anew. */
export function decodeBase(register: Register, texts: readonly (string | null)[] | null): ReadBase | null {
  const meta = decodeMeta(register, texts?.[0] ?? null);
  if (texts === null || meta === null) return null;
  const declared = Object.keys(withCustomFields(register, meta.fields ?? []).columns);
  // A later edition of the declaration may have more, fewer or reordered columns.
  const order = declared.join() === meta.keys.join() ? null : declared.map((key) => meta.keys.indexOf(key));
  const records = new Map<string, BaseRecord>();
  const lines = new Map<string, number>();
  const free: number[] = [];
  for (let line = 1; line < texts.length; line++) {
    const text = texts[line];
    if (text === null || text === undefined) {
      free.push(line);
      continue;
    }
    const record = decodeRecord(text, meta.keys.length);
    if (record === null || records.has(record.id)) return null;
    const cells = order ? order.map((at) => (at < 0 ? null : record.cells[at]!)) : record.cells;
    records.set(record.id, order ? { ...record, cells } : record);
    lines.set(record.id, line);
  }
  if (records.size < meta.count) return null;
  return { base: { meta: { ...meta, keys: declared }, records }, lines, free, next: Math.max(texts.length, 1) };
}

function decodeMeta(register: Register, text: string | null): Meta | null {
  const value = text === null ? undefined : parse(text);
  if (!isObject(value) || value.edition !== 1 || value.register !== register.key) return null;
  const { stamp, institution, language, columns, keys, count, cursor, lastSync, batches, doubt, refused, marks } =
    value;
  const { restoring = [], unlisted, fields = [] } = value;
  const sound =
    typeof stamp === "string" &&
    typeof institution === "string" &&
    (language === "lv" || language === "en") &&
    isObject(columns) &&
    Array.isArray(keys) &&
    keys.every((key) => typeof key === "string") &&
    typeof count === "number" &&
    (cursor === null || typeof cursor === "string") &&
    (lastSync === null || typeof lastSync === "string") &&
    Array.isArray(batches) &&
    (doubt === null || (isObject(doubt) && typeof doubt.batch === "string" && Array.isArray(doubt.rows))) &&
    isObject(refused) &&
    Array.isArray(marks) &&
    Array.isArray(restoring) &&
    Array.isArray(fields) &&
    (unlisted === undefined || (isObject(unlisted) && isObject(unlisted.parts)));
  return sound ? (value as unknown as Meta) : null;
}

function decodeRecord(text: string, width: number): BaseRecord | null {
  const value = parse(text);
  if (!Array.isArray(value)) return null;
  const [id, version, cells, overlay] = value as unknown[];
  if (typeof id !== "string" || typeof version !== "number" || !Array.isArray(cells) || cells.length !== width) {
    return null;
  }
  if (overlay === undefined) return { id, version, cells: cells as Cell[] };
  if (!isObject(overlay) || !isObject(overlay.cells)) return null;
  return { id, version, cells: cells as Cell[], overlay: overlay as unknown as Overlay };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
