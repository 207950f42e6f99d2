import type { ICellData } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/preset-sheets-core";
import { typed, type TypingRules } from "../model/typing.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { cellOf } from "./cell-data.ts";
import type { Grid } from "./grid.ts";
import { parseTsv } from "./tsv.ts";
import type { Rules } from "./typing.ts";
import { UNIT } from "./univer-app.ts";

const BY_KEY = "sheet.command.paste-by-short-key";
const BY_MENU = "sheet.command.paste";
const SPARE = 50;

/** What Univer puts on the clipboard itself: it knows formulas and looks, and shall paste them. */
const isFromGrid = (html: string): boolean => html.includes("data-copy-id=");

/**
 * What was copied elsewhere is pasted as the text it showed, each cell read as if a person had typed it. Univer would
 * read `01.02.2024` the American way, and take looks along that the workbook does not keep. Returns how to stop.
 */
export function pasteForeignTextAsTyped(grid: Grid, model: WorkbookModel, rules: Rules): () => void {
  const { api } = grid.app;
  let letThrough = false;
  const stop = api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (letThrough) return;
    if (event.id === BY_KEY) {
      const { htmlContent = "", textContent = "" } = (event.params ?? {}) as {
        htmlContent?: string;
        textContent?: string;
      };
      if (textContent === "" || isFromGrid(htmlContent)) return;
      event.cancel = true;
      pasteText(grid, model, rules(), textContent);
    }
    if (event.id === BY_MENU && !(event.params as { value?: string } | undefined)?.value) {
      event.cancel = true;
      void pasteFromMenu();
    }
  });
  return () => stop.dispose();

  async function pasteFromMenu(): Promise<void> {
    const items = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => {
      const item = items.find((each) => each.types.includes(type));
      return item ? (await item.getType(type)).text() : "";
    };
    const text = await read("text/plain");
    if (text !== "" && !isFromGrid(await read("text/html"))) return pasteText(grid, model, rules(), text);
    letThrough = true;
    try {
      await grid.app.commands.executeCommand(BY_MENU, {});
    } finally {
      letThrough = false;
    }
  }
}

/** One value fills the whole selection; a block goes from its upper left cell. */
function pasteText(grid: Grid, model: WorkbookModel, rules: TypingRules, text: string): void {
  const { sheet: id, row, column, rows, columns } = model.selection;
  const worksheet = grid.sheet(id);
  const sheet = model.findSheet(id);
  if (!worksheet || !sheet) return;
  const block = parseTsv(text);
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? Math.min(rows, worksheet.getRowCount() - row) : block.length;
  const width = single
    ? Math.min(columns, worksheet.getColumnCount() - column)
    : Math.max(...block.map((line) => line.length));
  if (worksheet.getRowCount() < row + height) worksheet.setRowCount(row + height + SPARE);
  if (worksheet.getColumnCount() < column + width) worksheet.setColumnCount(column + width);
  const value = Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j): ICellData => {
      const written = (single ? block[0]?.[0] : block[i]?.[j]) ?? "";
      return pasted(written, sheet.formats.get(row + i, column + j), rules);
    }),
  );
  grid.app.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
    unitId: UNIT,
    subUnitId: id,
    range: { startRow: row, startColumn: column, endRow: row + height - 1, endColumn: column + width - 1 },
    value,
  });
}

function pasted(written: string, format: string, rules: TypingRules): ICellData {
  const clear = { f: null, si: null, p: null };
  const { content, format: asked } = typed(written, format, rules);
  if (content === "") return { ...clear, v: null, t: null };
  const look = asked === undefined ? {} : { s: { n: { pattern: asked } } };
  if (content.formula !== undefined) return { ...clear, v: null, t: null, f: content.formula };
  return { ...clear, ...cellOf(content), ...look };
}
