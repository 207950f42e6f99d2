import type { ICellData, ICommandInfo, IRange, Nullable } from "@univerjs/core";
import type { IMoveRangeMutationParams, ISetRangeValuesMutationParams } from "@univerjs/preset-sheets-core";
import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "../model/address.ts";
import type { Operation } from "../model/operations.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { hexColor } from "./cell-data.ts";
import type { Grid } from "./grid.ts";
import { boxOfRange, shownNotes } from "./paint-features.ts";
import { editsOf } from "./person-edits.ts";
import { filteredRows, shownTables } from "./paint-tables.ts";

/**
 * What a mutation of Univer's means for the workbook; `null` when that is unknown and the sheet must be read anew.
 */
export type Meaning = readonly Operation[] | null;

export interface Place {
  readonly grid: Grid;
  readonly model: WorkbookModel;
}

interface SheetParams {
  readonly subUnitId: string;
}
type Read<Params> = (params: Params & SheetParams, place: Place) => Meaning;
type Ranges = { readonly ranges: readonly IRange[] };

/** Mutations that change nothing the workbook keeps, or only what the model works out by itself. */
const OF_NO_MATTER =
  /^(?:formula\.|doc\.|rich-text|data-validation\.|base-ui|ui\.|univer\.|sheet\.mutation\.(?:empty|set-workbook-name|mark-dirty|set-worksheet-row-auto-height|set-worksheet-row-is-auto-height|set-worksheet-row-count|set-worksheet-column-count|set-worksheet-default-style|set-gridlines-color|update-note-position|toggle-note-popup|copy-worksheet-end|data-validation|.*range-theme|.*permission|.*protection|re-calc))/;

export const isOfNoMatter = (id: string): boolean => OF_NO_MATTER.test(id);

/** Translates one mutation that a person caused into operations on the model. */
export function meaningOf({ id, params }: ICommandInfo, place: Place): Meaning {
  const read = READERS[id as keyof typeof READERS] as Read<object> | undefined;
  return read ? read(params as SheetParams, place) : null;
}

const READERS = {
  "sheet.mutation.set-range-values": ((params, place) =>
    cellsOf(params.subUnitId, boxesOfMatrix(params.cellValue), place)) satisfies Read<ISetRangeValuesMutationParams>,
  "sheet.mutation.move-range": ((params, place) => [
    ...cellsOf(params.from.subUnitId, boxesOfMatrix(params.from.value), place),
    ...cellsOf(params.to.subUnitId, boxesOfMatrix(params.to.value), place),
  ]) satisfies Read<IMoveRangeMutationParams>,
  "sheet.mutation.set.numfmt": numberFormats,
  "sheet.mutation.remove.numfmt": ((params, place) =>
    cellsOf(params.subUnitId, params.ranges.map(boxOfRange), place)) satisfies Read<Ranges>,
  "sheet.mutation.insert-row": (({ subUnitId: sheet, range }) => [
    { type: "insertRows", sheet, at: range.startRow, count: rows(range) },
  ]) satisfies Read<{ range: IRange }>,
  "sheet.mutation.remove-rows": (({ subUnitId: sheet, range }) => [
    { type: "deleteRows", sheet, at: range.startRow, count: rows(range) },
  ]) satisfies Read<{ range: IRange }>,
  "sheet.mutation.insert-col": (({ subUnitId: sheet, range }) => [
    { type: "insertColumns", sheet, at: range.startColumn, count: columns(range) },
  ]) satisfies Read<{ range: IRange }>,
  "sheet.mutation.remove-col": (({ subUnitId: sheet, range }) => [
    { type: "deleteColumns", sheet, at: range.startColumn, count: columns(range) },
  ]) satisfies Read<{ range: IRange }>,
  "sheet.mutation.move-rows": (({ subUnitId: sheet, sourceRange: from, targetRange: to }) => [
    { type: "moveRows", sheet, from: from.startRow, count: rows(from), to: to.startRow },
  ]) satisfies Read<{ sourceRange: IRange; targetRange: IRange }>,
  "sheet.mutation.move-columns": (({ subUnitId: sheet, sourceRange: from, targetRange: to }) => [
    { type: "moveColumns", sheet, from: from.startColumn, count: columns(from), to: to.startColumn },
  ]) satisfies Read<{ sourceRange: IRange; targetRange: IRange }>,
  "sheet.mutation.reorder-range": (({ subUnitId: sheet, range, order }) => [
    {
      type: "reorderRows",
      area: { sheet, ...boxOfRange(range) },
      order: Array.from(
        { length: rows(range) },
        (_, i) => (order[range.startRow + i] ?? range.startRow + i) - range.startRow,
      ),
    },
  ]) satisfies Read<{ range: IRange; order: Record<number, number> }>,
  "sheet.mutation.set-row-hidden": rowsHidden(true),
  "sheet.mutation.set-row-visible": rowsHidden(false),
  "sheet.mutation.set-col-hidden": columnsHidden(true),
  "sheet.mutation.set-col-visible": columnsHidden(false),
  "sheet.mutation.set-worksheet-col-width": columnWidths,
  "sheet.mutation.set-worksheet-row-height": rowHeights,
  "sheet.mutation.set-row-data": wholeLines,
  "sheet.mutation.set-col-data": wholeLines,
  "sheet.mutation.add-worksheet-merge": merges,
  "sheet.mutation.remove-worksheet-merge": merges,
  "sheet.mutation.set-frozen": (({ subUnitId: sheet, xSplit, ySplit }) => [
    { type: "freeze", sheet, rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) },
  ]) satisfies Read<{ xSplit: number; ySplit: number }>,
  "sheet.mutation.toggle-gridlines": (({ subUnitId: sheet }, { grid }) => [
    { type: "setGridlines", sheet, shown: Number(grid.sheet(sheet)?.getConfig().showGridlines ?? 1) !== 0 },
  ]) satisfies Read<object>,
  "sheet.mutation.insert-sheet": insertSheet,
  "sheet.mutation.remove-sheet": (({ subUnitId: sheet }) => [{ type: "deleteSheet", sheet }]) satisfies Read<object>,
  "sheet.mutation.set-worksheet-name": (({ subUnitId: sheet, name }) => [
    { type: "renameSheet", sheet, name },
  ]) satisfies Read<{ name: string }>,
  "sheet.mutation.set-worksheet-order": (({ subUnitId: sheet }, { grid }) => [
    { type: "moveSheet", sheet, position: grid.order.indexOf(sheet) },
  ]) satisfies Read<object>,
  "sheet.mutation.set-worksheet-hidden": (({ subUnitId: sheet, hidden }) => [
    { type: "setVisibility", sheet, visibility: hidden ? "Hidden" : "Visible" },
  ]) satisfies Read<{ hidden: number }>,
  "sheet.mutation.set-tab-color": (({ subUnitId: sheet, color }) => [
    { type: "setTabColor", sheet, color: hexColor(color) ?? "" },
  ]) satisfies Read<{ color: string }>,
  "sheet.mutation.update-note": notes,
  "sheet.mutation.remove-note": notes,
  "sheet.mutation.add-table": addTable,
  "sheet.mutation.delete-table": deleteTable,
  "sheet.mutation.set-sheet-table": changeTable,
  "sheet.mutation.set-table-filter": (({ subUnitId, tableId }, place) =>
    filters(subUnitId, place, tableId)) satisfies Read<{
    tableId: string;
  }>,
} as const;

const rows = (range: IRange): number => range.endRow - range.startRow + 1;
const columns = (range: IRange): number => range.endColumn - range.startColumn + 1;

/** The operations that take over the cells of some boxes from the grid. */
export function cellsOf(id: string, boxes: readonly Box[], { grid, model }: Place): Operation[] {
  const worksheet = grid.sheet(id);
  const sheet = model.findSheet(id);
  return worksheet && sheet ? editsOf(grid, worksheet, sheet, boxes) : [];
}

/** Boxes around the cells of a matrix: one for every run of rows. */
function boxesOfMatrix(matrix: object | undefined): Box[] {
  const boxes: Box[] = [];
  for (const [key, line] of Object.entries(matrix ?? {})) {
    const filled = Object.keys((line ?? {}) as Record<string, Nullable<ICellData>>).map(Number);
    if (filled.length === 0) continue;
    const column = filled.reduce((a, b) => Math.min(a, b));
    const box = { row: Number(key), column, rows: 1, columns: filled.reduce((a, b) => Math.max(a, b)) - column + 1 };
    const last = boxes.at(-1);
    const follows = last && bottom(last) === box.row && last.column === box.column && last.columns === box.columns;
    if (follows) boxes[boxes.length - 1] = { ...last, rows: last.rows + 1 };
    else boxes.push(box);
  }
  return boxes;
}

function numberFormats(
  {
    subUnitId,
    values,
    refMap,
  }: SheetParams & { values: Record<string, Ranges>; refMap: Record<string, { pattern: string }> },
  place: Place,
): Meaning {
  const sheetRows = place.grid.sheet(subUnitId)?.getRowCount() ?? 0;
  return Object.entries(values).flatMap(([key, { ranges }]) =>
    ranges.flatMap((range): readonly Operation[] => {
      const box = boxOfRange(range);
      const whole = box.row === 0 && bottom(box) >= sheetRows;
      if (!whole) return cellsOf(subUnitId, [box], place);
      const area = { sheet: subUnitId, ...box, rows: MAX_ROWS };
      return [{ type: "setFormats", area, formats: refMap[key]?.pattern ?? "General" }];
    }),
  );
}

function rowsHidden(hidden: boolean): Read<Ranges> {
  return ({ subUnitId: sheet, ranges }) =>
    ranges.map((range) => ({ type: "setRowsHidden", sheet, at: range.startRow, count: rows(range), hidden }));
}

function columnsHidden(hidden: boolean): Read<Ranges> {
  return ({ subUnitId: sheet, ranges }) =>
    ranges.map((range) => ({ type: "setColumnsHidden", sheet, at: range.startColumn, count: columns(range), hidden }));
}

function columnWidths({ subUnitId: sheet, ranges }: SheetParams & Ranges, { grid }: Place): Meaning {
  return eachLine(ranges, "column").map((at) => {
    const pixels = Math.round(grid.sheet(sheet)?.getColumnWidth(at) ?? 0);
    return { type: "setColumnWidth", sheet, at, count: 1, pixels };
  });
}

function rowHeights({ subUnitId: sheet, ranges }: SheetParams & Ranges, { grid }: Place): Meaning {
  return eachLine(ranges, "row").map((at) => {
    const pixels = Math.round(grid.sheet(sheet)?.getRowManager().getRow(at)?.h ?? 0);
    return { type: "setRowHeight", sheet, at, count: 1, pixels };
  });
}

function eachLine(ranges: readonly IRange[], axis: "row" | "column"): number[] {
  return ranges.flatMap((range) => {
    const first = axis === "row" ? range.startRow : range.startColumn;
    return Array.from({ length: axis === "row" ? rows(range) : columns(range) }, (_, i) => first + i);
  });
}

/** Looks of whole rows or columns, as Univer keeps them for selections of whole lines. */
function wholeLines(
  params: SheetParams & { rowData?: Record<number, object | null>; columnData?: Record<number, object | null> },
  { grid, model }: Place,
): Meaning {
  const sheet = model.findSheet(params.subUnitId);
  const worksheet = grid.sheet(params.subUnitId);
  if (!sheet || !worksheet) return [];
  const { id } = sheet;
  const ofColumns = Object.keys(params.columnData ?? {}).flatMap((key): Operation[] => {
    const column = Number(key);
    const look = grid.styles.look(worksheet.getColumnManager().getColumn(column)?.s);
    const area = { sheet: id, row: 0, column, rows: MAX_ROWS, columns: 1 };
    return [
      { type: "setStyle", area, style: look.style },
      { type: "setFormats", area, formats: look.format },
    ];
  });
  const ofRows = Object.keys(params.rowData ?? {}).flatMap((key): Operation[] => {
    const row = Number(key);
    const look = grid.styles.look(worksheet.getRowManager().getRow(row)?.s);
    const area = { sheet: id, row, column: 0, rows: 1, columns: MAX_COLUMNS };
    const plain = look.format === "General" && Object.keys(look.style).length === 0;
    return plain
      ? []
      : [
          { type: "setStyle", area, style: look.style },
          { type: "setFormats", area, formats: look.format },
        ];
  });
  return [...ofColumns, ...ofRows];
}

function merges({ subUnitId: sheet, ranges }: SheetParams & Ranges, { grid }: Place): Meaning {
  const shown = (grid.sheet(sheet)?.getMergeData() ?? []).map(boxOfRange);
  const touched = ranges.map(boxOfRange);
  return [
    ...touched.map((box): Operation => ({ type: "unmerge", area: { sheet, ...box } })),
    ...shown
      .filter((box) =>
        touched.some(
          (other) =>
            other.row < bottom(box) &&
            box.row < bottom(other) &&
            other.column < right(box) &&
            box.column < right(other),
        ),
      )
      .map((box): Operation => ({ type: "merge", area: { sheet, ...box } })),
  ];
}

/** A new sheet, or the copy of one with all its cells. */
function insertSheet({ sheet, index }: { sheet: { id: string; name: string }; index: number }): Meaning {
  return [{ type: "addSheet", id: sheet.id, name: sheet.name, position: index, visibility: "Visible" }];
}

function notes({ sheetId: sheet }: { sheetId: string }, { grid, model }: Place): Meaning {
  const kept = model.findSheet(sheet)?.notes;
  if (!kept) return [];
  const shown = new Map(shownNotes(grid, sheet).map((note) => [`${note.row},${note.column}`, note]));
  const gone = [...kept.filled()].flatMap(([row, line]) =>
    line.flatMap((text, column): Operation[] =>
      text === undefined || shown.has(`${row},${column}`) ? [] : [{ type: "setNote", sheet, row, column, text: null }],
    ),
  );
  const changed = [...shown.values()].filter(({ row, column, text }) => kept.get(row, column) !== text);
  return [
    ...gone,
    ...changed.map(({ row, column, text }): Operation => ({ type: "setNote", sheet, row, column, text })),
  ];
}

function addTable(
  { subUnitId: sheet, tableId: id, name, range }: SheetParams & { tableId: string; name: string; range: IRange },
  { model }: Place,
): Meaning {
  if (model.findTable(id)) return [];
  const free = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !model.findTable(name) && !model.findName(name);
  const area = { sheet, ...boxOfRange(range) };
  return [{ type: "addTable", id, name: free ? name : model.freeTableName(), area, style: "TableStyleMedium2" }];
}

/** A table goes when the person says so; when its rows or columns go, the model says what becomes of it. */
function deleteTable({ tableId, trigger }: { tableId: string; trigger?: string }, { model }: Place): Meaning {
  const meant =
    trigger !== undefined && /^(?:sheet\.command\.delete-table|univer\.command\.(?:undo|redo))$/.test(trigger);
  return meant && model.findTable(tableId) ? [{ type: "deleteTable", table: tableId }] : [];
}

interface TableChange {
  readonly tableId: string;
  readonly config: { readonly name?: string; readonly updateRange?: { readonly newRange: IRange } };
  readonly trigger?: string;
}

/**
 * A new name, and a new range when the person asked for just that: otherwise where a table lies follows from the rows
 * and columns, which the model works out itself.
 */
function changeTable(
  { subUnitId: sheet, tableId: table, config, trigger }: SheetParams & TableChange,
  { model }: Place,
): Meaning {
  const known = model.findTable(table);
  if (!known) return [];
  const { name, updateRange } = config;
  const resized = trigger === "sheet.command.set-table-config" && updateRange;
  return [
    ...(name !== undefined && name !== known.name ? [{ type: "renameTable", table, name } as const] : []),
    ...(resized ? [{ type: "resizeTable", table, area: { sheet, ...boxOfRange(updateRange.newRange) } } as const] : []),
  ];
}

/** Takes over which rows the filters of the tables on a sheet leave out. */
export function filters(sheet: string, { grid, model }: Place, only?: string): Operation[] {
  return shownTables(grid, sheet).flatMap((shown): Operation[] => {
    const table = model.findTable(shown.getId());
    if (!table || (only !== undefined && table.id !== only)) return [];
    const hiddenRows =
      filteredRows(grid, shown, sheet)?.filter((row) => row > table.box.row && row < bottom(table.box)) ?? null;
    const same = JSON.stringify(hiddenRows) === JSON.stringify(table.hiddenRows);
    return same ? [] : [{ type: "filterTable", table: table.id, hiddenRows }];
  });
}
