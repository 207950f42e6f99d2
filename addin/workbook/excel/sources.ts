import { registers } from "../../../schema/registers/catalogue.ts";
import type { ImportSource, SourceCell, SourceGrid } from "../../sync/importing.ts";
import type { SourcePort } from "../../sync/import/port.ts";
import { ImportProblem } from "../../sync/import/problem.ts";
import type { Work } from "../../sync/service.ts";
import { tableName } from "../names.ts";
import { readCells } from "./source-cells.ts";

/** Beyond this the pane's memory would suffer more than the person gains. */
const MOST_CELLS = 2_000_000;

const OWN_TABLES: ReadonlySet<string> = new Set(Object.keys(registers).map(tableName));

/** The tables, sheets and selection of the workbook that the pane stands beside. */
export function excelSources(): SourcePort {
  return { list: () => Excel.run(listSources), read: readSource, jump };
}

interface SheetParts {
  readonly sheet: Excel.Worksheet;
  readonly tables: Excel.TableCollection;
  readonly used: Excel.Range;
}

/** Visible sheets with their tables and used ranges; those of Saime's own registers are left out. */
async function visibleSheets(context: Excel.RequestContext): Promise<readonly SheetParts[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const parts = sheets.items
    .filter((sheet) => sheet.visibility === "Visible")
    .map((sheet): SheetParts => {
      const tables = sheet.tables;
      tables.load("items/id,items/name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address,rowCount,columnCount");
      return { sheet, tables, used };
    });
  await context.sync();
  return parts.filter(({ tables }) => !tables.items.some((table) => OWN_TABLES.has(table.name)));
}

async function listSources(context: Excel.RequestContext): Promise<readonly ImportSource[]> {
  const parts = await visibleSheets(context);
  const tables = parts.flatMap(({ sheet, tables }) =>
    tables.items.map((table) => {
      const range = table.getRange();
      range.load("address,rowCount,columnCount");
      return { sheet, table, range };
    }),
  );
  await context.sync();
  const sources: ImportSource[] = tables.map(({ sheet, table, range }) => ({
    ...shapeOf(range),
    id: `table:${table.id}`,
    kind: "TABLE",
    sheet: sheet.name,
    name: table.name,
  }));
  const addresses = new Set(sources.map((source) => source.address));
  for (const { sheet, used } of parts) {
    // A sheet that holds one table and nothing else is that table.
    if (used.isNullObject || addresses.has(used.address)) continue;
    sources.push({ ...shapeOf(used), id: `sheet:${sheet.id}`, kind: "SHEET", sheet: sheet.name, name: sheet.name });
  }
  const selection = await selected(context, parts);
  return selection ? [...sources, selection] : sources;
}

const shapeOf = (range: Excel.Range) => ({
  address: range.address,
  rows: range.rowCount,
  columns: range.columnCount,
});

/** The selection, cut to what is used, when it could be a list: at least two rows. */
async function selected(
  context: Excel.RequestContext,
  parts: readonly SheetParts[],
): Promise<ImportSource | undefined> {
  try {
    const range = context.workbook.getSelectedRange();
    range.worksheet.load("id,name");
    await context.sync();
    const part = parts.find(({ sheet }) => sheet.id === range.worksheet.id);
    if (!part || part.used.isNullObject) return undefined;
    const cut = range.getIntersectionOrNullObject(part.used);
    cut.load("address,rowCount,columnCount");
    await context.sync();
    if (cut.isNullObject || cut.rowCount < 2 || cut.address === part.used.address) return undefined;
    const local = cut.address.slice(cut.address.lastIndexOf("!") + 1);
    return {
      ...shapeOf(cut),
      id: `range:${part.sheet.id}!${local}`,
      kind: "SELECTION",
      sheet: part.sheet.name,
      name: local,
    };
  } catch {
    // A chart or several areas are selected: Excel has no selected range then, and there is nothing to offer.
    return undefined;
  }
}

/** The range of a source, as it is now. */
function rangeOf(context: Excel.RequestContext, id: string): Excel.Range {
  const [kind = "", rest = ""] = split(id, ":");
  if (kind === "table") return context.workbook.tables.getItem(rest).getRange();
  if (kind === "sheet") return context.workbook.worksheets.getItem(rest).getUsedRange(true);
  const [sheet = "", address = ""] = split(rest, "!");
  return context.workbook.worksheets.getItem(sheet).getRange(address);
}
function split(text: string, by: string): readonly [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

async function readSource(id: string, work?: Work): Promise<SourceGrid> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const range = rangeOf(context, id);
      range.load("address,rowCount,columnCount,rowIndex,columnIndex");
      const sheet = range.worksheet;
      sheet.load("name");
      await context.sync();
      if (range.rowCount * range.columnCount > MOST_CELLS) throw new ImportProblem("SOURCE_TOO_LARGE");
      const kind = id.startsWith("table:") ? "TABLE" : id.startsWith("sheet:") ? "SHEET" : "SELECTION";
      const source: ImportSource = { ...shapeOf(range), id, kind, sheet: sheet.name, name: sheet.name };
      const cells: readonly (readonly SourceCell[])[] = await readCells(context, sheet, range, work);
      return { source, cells };
    });
  } catch (error) {
    if (error instanceof OfficeExtension.Error && ["ItemNotFound", "InvalidReference"].includes(error.code)) {
      throw new ImportProblem("SOURCE_GONE", { cause: error });
    }
    throw error;
  }
}

async function jump(source: ImportSource, row: number, column: number | null): Promise<void> {
  await Excel.run(async (context) => {
    const range = rangeOf(context, source.id);
    const target = column === null ? range.getRow(row) : range.getCell(row, column);
    target.worksheet.activate();
    target.select();
    await context.sync();
  });
}
