import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { TEXT_FORMAT, typed, type TypingRules } from "../model/typing.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { cellOf, GENERAL } from "./cell-data.ts";
import type { Grid } from "./grid.ts";

/** Before all of Univer's own readings of typed text. */
const FIRST = 10_000;

/** By whose habits a person's texts are read just now. */
export type Rules = () => TypingRules;

/** Has what a person types into a cell read as Excel reads it, see {@link typed}. Returns how to stop. */
export function readTypingAsExcel(grid: Grid, model: WorkbookModel, rules: Rules): () => void {
  const interceptors = grid.app.injector.get(SheetInterceptorService).writeCellInterceptor;
  const stop = interceptors.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { subUnitId, row, col }) => {
      if (!cell) return cell;
      const format = model.findSheet(subUnitId)?.formats.get(row, col) ?? GENERAL;
      return typedCell(cell, format, rules());
    },
  });
  return () => void stop();
}

function typedCell(cell: ICellData, format: string, rules: TypingRules): ICellData {
  const text = cell.p?.body?.dataStream.replace(/\r\n$/, "").replace(/\r\n?/g, "\n") ?? cell.f ?? String(cell.v ?? "");
  const kept = { ...cell, p: null, si: null };
  // Univer takes the apostrophe off that makes text of anything.
  if (cell.t === CellValueType.FORCE_STRING || (cell.t === CellValueType.STRING && format === TEXT_FORMAT))
    return { ...kept, f: null, v: text, t: CellValueType.STRING };
  const { content, format: asked } = typed(text, format, rules);
  if (content === "") return { ...kept, f: null, v: null, t: null };
  if (content.formula !== undefined) return { ...kept, f: content.formula, v: null, t: null };
  const style = asked === undefined ? {} : { s: { ...(typeof cell.s === "object" && cell.s), n: { pattern: asked } } };
  return { ...kept, f: null, ...cellOf(content), ...style };
}

/**
 * Text that comes in by pasting is not yet read: Univer leaves such cells without a type. Reads them as if typed, keeps
 * the format of cells whose new look says none, and writes the outcome into the grid.
 */
export function readPasted(
  grid: Grid,
  model: WorkbookModel,
  rules: TypingRules,
  params: ISetRangeValuesMutationParams,
): void {
  const worksheet = grid.sheet(params.subUnitId);
  const sheet = model.findSheet(params.subUnitId);
  if (!worksheet || !sheet || !params.cellValue) return;
  const matrix = worksheet.getCellMatrix();
  const asText: Record<number, Record<number, ICellData>> = {};
  for (const [rowKey, line] of Object.entries(params.cellValue))
    for (const [columnKey, given] of Object.entries(line as Record<string, Nullable<ICellData>>)) {
      if (!given) continue;
      const [row, column] = [Number(rowKey), Number(columnKey)];
      const old = sheet.formats.get(row, column);
      const keepsFormat = old !== GENERAL && looksGeneral(given);
      const isTyped = given.t == null && typeof given.v === "string" && given.v !== "" && !given.f && !given.p;
      if (!keepsFormat && !isTyped) continue;
      const format = keepsFormat ? old : grid.look(worksheet, row, column).format;
      if (given.f && format === TEXT_FORMAT)
        (asText[row] ??= {})[column] = { f: null, si: null, v: given.f, t: CellValueType.STRING };
      const cell: ICellData = { ...matrix.getValue(row, column) };
      const read = isTyped ? typed(given.v, format, rules) : null;
      const pattern = read?.format ?? (keepsFormat ? old : undefined);
      if (pattern !== undefined) cell.s = { ...grid.styles.data(cell.s), n: { pattern } };
      if (read && read.content !== "" && read.content.formula === undefined) Object.assign(cell, cellOf(read.content));
      matrix.setValue(row, column, cell);
    }
  if (Object.keys(asText).length > 0)
    grid.run(SetRangeValuesMutation.id, { subUnitId: params.subUnitId, cellValue: asText });
}

const looksGeneral = ({ s }: ICellData): boolean => typeof s === "object" && s !== null && "n" in s && !s.n;
