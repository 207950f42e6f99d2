import { baseSheetName, LISTS_SHEET } from "../names.ts";
import type { BaseLines, Steps } from "../port.ts";
import { inChunks } from "./chunks.ts";
import { inExcel } from "./run.ts";

/** Excel keeps 32,767 characters in a cell. */
export const CELL_CHARACTERS = 32_000;
/** Base lines between writes that are worth one block. */
const LINES_AT_ONCE = 2_000;

/** A line as cells of a row: cut where a cell is full. */
export function toCells(text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CELL_CHARACTERS, text.length);
    // A letter of two code units stays whole.
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end--;
    cells.push(text.slice(at, end));
    at = end;
  }
  return cells.length > 0 ? cells : [""];
}

export function readBaseLines(register: string, steps?: Steps): Promise<readonly (string | null)[] | null> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(baseSheetName(register));
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
    await context.sync();
    if (sheet.isNullObject || used.isNullObject) return null;
    const [rows, columns] = [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
    const lines: (string | null)[] = [];
    const keep = (values: readonly (readonly unknown[])[]): number => {
      let bytes = 0;
      for (const row of values) {
        const text = row.join("");
        bytes += text.length * 1.3 + row.length * 3;
        lines.push(text === "" ? null : text);
      }
      return bytes;
    };
    // The meta line alone may be long; the records below it are rarely wider than a cell.
    const first = sheet.getRangeByIndexes(0, 0, 1, columns);
    first.load("values");
    const second = columns > 1 ? sheet.getRangeByIndexes(1, 1, rows, columns - 1).getUsedRangeOrNullObject(true) : null;
    second?.load("columnIndex,columnCount");
    await context.sync();
    keep(first.values);
    const width = second === null || second.isNullObject ? 1 : second.columnIndex + second.columnCount;
    await inChunks(
      rows - 1,
      width * 20,
      async (start, count) => {
        const range = sheet.getRangeByIndexes(1 + start, 0, count, width);
        range.load("values");
        await context.sync();
        return keep(range.values);
      },
      steps,
    );
    return lines;
  });
}

export function readBaseStamp(register: string): Promise<string> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(baseSheetName(register));
    const cell = sheet.getRangeByIndexes(0, 0, 1, 1);
    cell.load("values");
    await context.sync();
    return sheet.isNullObject ? "" : String(cell.values[0]?.[0] ?? "").slice(0, 200);
  });
}

export function writeBaseLines(register: string, lines: BaseLines, steps?: Steps): Promise<void> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const known = worksheets.getItemOrNullObject(baseSheetName(register));
    const used = known.getUsedRangeOrNullObject(true);
    used.load("columnIndex,columnCount");
    const ours = [known, worksheets.getItemOrNullObject(LISTS_SHEET)];
    for (const one of ours) one.load("visibility");
    await context.sync();
    hideAgain(ours);
    const sheet = known.isNullObject ? worksheets.add(baseSheetName(register)) : known;
    if (known.isNullObject) sheet.visibility = Excel.SheetVisibility.veryHidden;
    const before = known.isNullObject || used.isNullObject ? 1 : used.columnIndex + used.columnCount;
    const all = [...lines].map(([line, text]) => ({ line, cells: toCells(text ?? "") }));
    const records = all.filter(({ line }) => line > 0).sort((a, b) => a.line - b.line);
    const widest = Math.max(1, ...records.map(({ cells }) => cells.length));
    // Continuations of a longer record of before have to go with it.
    const width = Math.max(widest, Math.min(before, 3));
    const groups: { first: number; rows: string[][] }[] = [];
    for (const { line, cells } of records) {
      const last = groups.at(-1);
      const row = [...cells, ...new Array<string>(width - cells.length).fill("")];
      if (last && last.first + last.rows.length === line && last.rows.length < LINES_AT_ONCE) last.rows.push(row);
      else groups.push({ first: line, rows: [row] });
    }
    await writeGroups(context, sheet, groups, width, steps);
    const meta = all.find(({ line }) => line === 0)?.cells;
    if (meta) {
      const row = [...meta, ...new Array<string>(Math.max(0, before - meta.length)).fill("")];
      const range = sheet.getRangeByIndexes(0, 0, 1, row.length);
      range.numberFormat = [row.map(() => "@")];
      range.values = [row];
    }
    await context.sync();
  });
}

/** Other programs know no very hidden sheets and leave them hidden, for anyone to show. One that a person shows stays so. */
function hideAgain(sheets: readonly Excel.Worksheet[]): void {
  for (const sheet of sheets) {
    if (sheet.isNullObject || sheet.visibility !== Excel.SheetVisibility.hidden) continue;
    sheet.visibility = Excel.SheetVisibility.veryHidden;
  }
}

/** Groups of lines are put into round trips of about 2 MB. */
async function writeGroups(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  groups: readonly { readonly first: number; readonly rows: string[][] }[],
  width: number,
  steps?: Steps,
): Promise<void> {
  const limit = 1_500_000;
  let [bytes, done] = [0, 0];
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  for (const { first, rows } of groups) {
    for (let start = 0; start < rows.length;) {
      let size = 0;
      let end = start;
      while (end < rows.length && (end === start || size < limit)) {
        size += rows[end]!.reduce((sum, cell) => sum + cell.length * 1.4 + 8, 0);
        end++;
      }
      if (bytes > 0 && bytes + size > limit) {
        await context.sync();
        bytes = 0;
      }
      const range = sheet.getRangeByIndexes(first + start, 0, end - start, width);
      range.numberFormat = "@" as unknown as string[][];
      range.values = rows.slice(start, end);
      bytes += size + 600;
      done += end - start;
      steps?.onStep?.(done, total);
      start = end;
    }
  }
  await context.sync();
}
