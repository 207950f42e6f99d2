import type { Language } from "../../../schema/registers/words.ts";
import { ID_HEADING } from "../../workbook/names.ts";
import type { FormatRun, LaidPort } from "../../workbook/laid.ts";
import type { CellWrite, ColumnLayout, SheetCell, SheetValue, TableImage, WorkbookPort } from "../../workbook/port.ts";
import { steps, stopIfCancelled } from "../context.ts";
import type { Work } from "../service.ts";
import { OTHER_INSTITUTION, SheetError } from "../sheet-error.ts";
import { NO_IDS } from "./problems.ts";
import type { ResultsReport } from "./port.ts";
import { loadMeta, type Placed, placeColumns, saveMeta } from "./meta.ts";
import {
  BY_UNIT,
  formatOf,
  idOf,
  RESULT_KEYS,
  RESULTS,
  type ResultRow,
  resultLayout,
  resultsLayout,
  shown,
  unitFormat,
} from "./table.ts";

export interface ResultsContext {
  readonly port: WorkbookPort;
  readonly laid: LaidPort;
  readonly institution: string;
}

/** Writes the results into their sheet; one that is there is brought up to date in place. Tells its language too. */
export async function writeResults(
  context: ResultsContext,
  rows: readonly ResultRow[],
  wanted: Language,
  work?: Work,
): Promise<ResultsReport & { readonly language: Language }> {
  stopIfCancelled(work);
  const present = await context.port.present([RESULTS]);
  if (present.length === 0) return { ...(await create(context, rows, wanted, work)), language: wanted };
  return update(context, rows, wanted, work);
}

async function create(
  { port, laid, institution }: ResultsContext,
  rows: readonly ResultRow[],
  language: Language,
  work?: Work,
): Promise<ResultsReport> {
  const dates = await port.dateSystem();
  const cells = rows.map((row): SheetValue[] => [
    idOf(row),
    ...RESULT_KEYS.map((key) => shown(key, row[key], language, dates)),
  ]);
  const columns = await port.create(resultsLayout(language), cells, steps(work, "WRITE"));
  const placed = new Map(RESULT_KEYS.map((key, at) => [key, columns[at + 1]!.id]));
  await saveMeta(port, { institution, language, columns: placed });
  await laid.format(RESULTS, runsOf(rows, placed, 0));
  return { rows: rows.length, added: rows.length, changed: 0, removed: 0 };
}

async function update(
  { port, laid, institution }: ResultsContext,
  rows: readonly ResultRow[],
  wanted: Language,
  work?: Work,
): Promise<ResultsReport & { readonly language: Language }> {
  const meta = await loadMeta(port);
  if (meta && meta.institution !== institution) throw new SheetError(OTHER_INSTITUTION);
  const language = meta?.language ?? wanted;
  let image = await read(port, work);
  let placed = placeColumns(image, meta);
  const missing = RESULT_KEYS.filter((key) => !placed.has(key));
  if (missing.length > 0) {
    await port.addColumns(
      RESULTS,
      missing.map((key) => resultLayout(key, language)),
    );
    image = await read(port, work);
    placed = placeColumns(image, meta);
  }
  await saveMeta(port, { institution, language, columns: placed });
  const idColumn = image.columns.find(({ heading }) => heading === ID_HEADING)?.id;
  if (idColumn === undefined) throw new SheetError(NO_IDS);

  const { cells, append, remove, fresh, changed } = compare(image, rows, placed, idColumn, language);
  const formats = new Map<string, ColumnLayout["format"]>([[idColumn, "TEXT"]]);
  for (const [key, column] of placed) formats.set(column, formatOf(key));
  const writes = { idColumn, formats, cells, append, remove };
  await port.write(RESULTS, image, writes, steps(work, "WRITE"));
  if (fresh.length > 0) await laid.format(RESULTS, runsOf(fresh, placed, image.rows - remove.length));
  return { rows: rows.length, added: fresh.length, changed, removed: remove.length, language };
}

async function read(port: WorkbookPort, work?: Work): Promise<TableImage> {
  const image = await port.read(RESULTS, steps(work, "READ"));
  if (image === null) throw new SheetError(NO_IDS);
  return image;
}

/** What has to be written so that the table's rows say the results; only cells that say something else. */
function compare(image: TableImage, rows: readonly ResultRow[], placed: Placed, idColumn: string, language: Language) {
  const values = new Map(image.columns.map(({ id }, at) => [id, image.values[at]!]));
  const ids = values.get(idColumn)!;
  const wanted = new Map(rows.map((row) => [idOf(row), row]));
  const cells: CellWrite[] = [];
  const remove: number[] = [];
  const met = new Set<string>();
  let changed = 0;
  const others = image.columns.flatMap(({ id }) =>
    id === idColumn || [...placed.values()].includes(id) ? [] : [values.get(id)!],
  );
  for (let at = 0; at < image.rows; at++) {
    const id = ids[at]!;
    // A row without an id is the person's own.
    if (id === "" || typeof id !== "string") continue;
    const row = met.has(id) ? undefined : wanted.get(id);
    met.add(id);
    if (row === undefined) {
      // A copy, or a result that is no more. What a person wrote beside it stays, with figures that count no longer.
      if (others.every((column) => column[at] === "")) remove.push(at);
      else
        for (const [key, column] of placed)
          if (FIGURES.has(key) && values.get(column)![at] !== "") cells.push({ row: at, column, value: "" });
      continue;
    }
    const before = cells.length;
    for (const [key, column] of placed) {
      const value = shown(key, row[key], language, image.dates);
      if (!same(values.get(column)![at]!, value)) cells.push({ row: at, column, value });
    }
    if (cells.length > before) changed++;
  }
  const fresh = rows.filter((row) => !met.has(idOf(row)));
  const append = fresh.map((row) => {
    const line = new Map<string, SheetValue>([[idColumn, idOf(row)]]);
    for (const [key, column] of placed) line.set(column, shown(key, row[key], language, image.dates));
    return line;
  });
  return { cells, append, remove, fresh, changed };
}

const FIGURES = new Set(["value", "numerator", "denominator", "count", "attainment", "status", "change", "coverage"]);

/** Excel keeps 15 digits of a time; a second has more than enough of them. */
const same = (cell: SheetCell, value: SheetValue): boolean =>
  cell === value || (typeof cell === "number" && typeof value === "number" && Math.abs(cell - value) < 1e-9);

/** Number formats of the columns in the KPI's unit, in as few runs as the order of rows allows. */
function runsOf(rows: readonly ResultRow[], placed: Placed, first: number): readonly FormatRun[] {
  const runs: { first: number; count: number; code: string }[] = [];
  rows.forEach((row, at) => {
    const code = unitFormat(String(row.unit ?? ""));
    const last = runs.at(-1);
    if (last?.code === code) last.count++;
    else runs.push({ first: first + at, count: 1, code });
  });
  const byUnit = [...BY_UNIT].flatMap((key) => {
    const column = placed.get(key);
    return column === undefined ? [] : runs.map((run) => ({ ...run, column }));
  });
  const others = RESULT_KEYS.flatMap((key) => {
    const column = placed.get(key);
    const { code } = resultLayout(key, "en");
    return column === undefined || code === undefined ? [] : [{ first, count: rows.length, column, code }];
  });
  return rows.length === 0 ? [] : [...byUnit, ...others];
}
