import type { ResultColumnKey } from "../../../schema/measuring/result-columns.ts";
import { RESULT_COLUMNS } from "../../../schema/measuring/result-columns.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { TableImage, WorkbookPort } from "../../workbook/port.ts";
import { RESULT_KEYS, RESULTS } from "./table.ts";

/** Which column of the table holds what, by the column's id. */
export type Placed = ReadonlyMap<ResultColumnKey, string>;

/** What the workbook remembers of its sheet of results. */
export interface ResultsMeta {
  readonly institution: string;
  readonly language: Language;
  readonly columns: Placed;
}

interface Written {
  readonly institution: string;
  readonly language: Language;
  readonly columns: Readonly<Partial<Record<ResultColumnKey, string>>>;
}

const isWritten = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && "institution" in value && "language" in value && "columns" in value;

/** Null where the workbook remembers nothing sound: headings are then all there is to go by. */
export async function loadMeta(port: WorkbookPort): Promise<ResultsMeta | null> {
  const [line] = (await port.readBase(RESULTS)) ?? [];
  if (!line) return null;
  try {
    const read: unknown = JSON.parse(line);
    if (!isWritten(read)) return null;
    return { ...read, columns: new Map(Object.entries(read.columns) as [ResultColumnKey, string][]) };
  } catch {
    return null;
  }
}

export function saveMeta(port: WorkbookPort, meta: ResultsMeta): Promise<void> {
  const line = JSON.stringify({ ...meta, columns: Object.fromEntries(meta.columns) } satisfies Written);
  return port.writeBase(RESULTS, new Map([[0, line]]));
}

/**
 * Where the columns stand: by the column's id, so that a person may rename and move them; by their headings where the
 * ids are of another numbering.
 */
export function placeColumns(image: TableImage, meta: ResultsMeta | null): Placed {
  const placed = new Map<ResultColumnKey, string>();
  const taken = new Set<string>();
  const take = (key: ResultColumnKey, id: string | undefined): void => {
    if (id === undefined || placed.has(key) || taken.has(id)) return;
    placed.set(key, id);
    taken.add(id);
  };
  const { columns } = image;
  const headed = (key: ResultColumnKey) => {
    const { lv, en } = RESULT_COLUMNS[key].label;
    return columns.find(({ heading, id }) => (heading === lv || heading === en) && !taken.has(id))?.id;
  };
  const known = RESULT_KEYS.filter((key) => columns.some(({ id }) => id === meta?.columns.get(key)));
  // Ids that none of the headings bear out are another program's numbers.
  const borneOut = known.some((key) => headed(key) === meta?.columns.get(key));
  if (borneOut) for (const key of known) take(key, meta?.columns.get(key));
  for (const key of RESULT_KEYS) take(key, headed(key));
  return placed;
}
