import { bottom, formatBox, intersect, MAX_COLUMNS, MAX_ROWS, onSheet } from "../model/address.ts";
import { type Area, type CellContent, type Operation } from "../model/operations.ts";
import { type Announcement, type WorkbookModel } from "../model/workbook.ts";
import { WORKBOOK } from "./event-names.ts";

/** An event of Excel before it is known whether anybody listens. `area` when `event.getRange()` must find it. */
export interface ExcelEvent {
  readonly id: number;
  /** Both the object itself and its collection are told. */
  readonly targets: readonly string[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly area?: Area;
}

const LOCAL = { source: "Local" } as const;

/** The events an announced operation brings about, worked out after it was carried out. */
export function eventsOf(model: WorkbookModel, announcement: Announcement): ExcelEvent[] {
  const { operation } = announcement;
  const sheetEvent = (id: number, sheet: string, args: object = {}): ExcelEvent => ({
    id,
    targets: [sheet, WORKBOOK],
    args: { ...LOCAL, worksheetId: sheet, ...args },
  });
  switch (operation.type) {
    case "setCells":
    case "insertRows":
    case "deleteRows":
    case "insertColumns":
    case "deleteColumns":
    case "insertCells":
    case "deleteCells":
    case "moveRows":
    case "moveColumns":
      return changed(model, announcement);
    case "setFormats":
    case "setStyle":
      return [
        { ...sheetEvent(18, operation.area.sheet, { address: formatBox(operation.area) }), area: operation.area },
      ];
    case "reorderRows":
      return [sheetEvent(19, operation.area.sheet, { address: formatBox(operation.area) })];
    case "setRowsHidden": {
      const { sheet, at: row, count: rows } = operation;
      const address = formatBox({ row, column: 0, rows, columns: MAX_COLUMNS });
      return [sheetEvent(22, sheet, { address, changeType: operation.hidden ? "Hidden" : "Unhidden" })];
    }
    case "activate":
      return [sheetEvent(11, model.sheet(operation.sheet).id)];
    case "addSheet":
      return [sheetEvent(13, operation.id)];
    case "deleteSheet":
      return [sheetEvent(15, operation.sheet)];
    case "renameSheet":
      return [sheetEvent(25, operation.sheet, { nameAfter: operation.name })];
    case "setVisibility":
      return [sheetEvent(26, operation.sheet, { visibilityAfter: operation.visibility })];
    case "moveSheet":
      return [sheetEvent(27, operation.sheet, { positionAfter: operation.position })];
    case "select":
      return selected(model, operation.area);
    case "addTable":
      return [tableEvent(102, operation.id, { worksheetId: operation.area.sheet })];
    case "deleteTable":
      return [tableEvent(103, operation.table, {})];
    default:
      return [];
  }
}

const tableEvent = (id: number, table: string, args: object): ExcelEvent => ({
  id,
  targets: [WORKBOOK],
  args: { ...LOCAL, tableId: table, ...args },
});

const CHANGE_TYPES: Readonly<Partial<Record<Operation["type"], string>>> = {
  insertRows: "RowInserted",
  deleteRows: "RowDeleted",
  insertColumns: "ColumnInserted",
  deleteColumns: "ColumnDeleted",
  insertCells: "CellInserted",
  deleteCells: "CellDeleted",
};

/** `onChanged` of the sheet and of every table the changed cells belong to. */
function changed(model: WorkbookModel, announcement: Announcement): ExcelEvent[] {
  const { operation, origin } = announcement;
  const area = changedArea(operation);
  if (!area || !model.findSheet(area.sheet)) return [];
  const args = {
    ...LOCAL,
    address: formatBox(area),
    changeType: CHANGE_TYPES[operation.type] ?? "RangeEdited",
    worksheetId: area.sheet,
    triggerSource: origin === "addin" ? "ThisLocalAddin" : "Unknown",
    shiftDirection: shiftDirection(operation),
    ...details(announcement),
  };
  const tables = model.tablesOn(area.sheet).filter((table) => intersect(table.box, area));
  return [
    { id: 10, targets: [area.sheet, WORKBOOK], args, area },
    ...tables.map(({ id }) => ({ id: 101, targets: [id, WORKBOOK], args: { ...args, tableId: id }, area })),
  ];
}

function changedArea(operation: Operation): Area | null {
  switch (operation.type) {
    case "setCells":
    case "insertCells":
    case "deleteCells":
      return operation.area;
    case "insertRows":
    case "deleteRows":
      return rowsOf(operation.sheet, operation.at, operation.count);
    case "insertColumns":
    case "deleteColumns":
      return columnsOf(operation.sheet, operation.at, operation.count);
    case "moveRows":
    case "moveColumns": {
      const { sheet, from, count, to } = operation;
      const first = Math.min(from, to);
      const span = Math.max(from + count, to) - first;
      return operation.type === "moveRows" ? rowsOf(sheet, first, span) : columnsOf(sheet, first, span);
    }
    default:
      return null;
  }
}

const rowsOf = (sheet: string, row: number, rows: number): Area => ({
  sheet,
  row,
  column: 0,
  rows,
  columns: MAX_COLUMNS,
});
const columnsOf = (sheet: string, column: number, columns: number): Area => ({
  sheet,
  row: 0,
  column,
  rows: MAX_ROWS,
  columns,
});

function shiftDirection(operation: Operation): string {
  if (operation.type === "insertCells") return operation.shift === "vertical" ? "ShiftCellDown" : "ShiftCellRight";
  if (operation.type === "deleteCells") return operation.shift === "vertical" ? "ShiftCellUp" : "ShiftCellLeft";
  return "None";
}

/** Before and after, told for a single cell only, as Excel does. */
function details({ operation, before }: Announcement): object {
  if (operation.type !== "setCells" || operation.area.rows * operation.area.columns !== 1) return {};
  const after = operation.contents[0]?.[0] ?? null;
  const old = before?.[0]?.[0] ?? null;
  return {
    valueBefore: old?.value ?? "",
    valueAfter: after === "" ? "" : (after?.value ?? ""),
    valueTypeBefore: typeOf(old),
    valueTypeAfter: typeOf(after === "" ? null : after),
  };
}

function typeOf(content: CellContent | null): string {
  if (content === null) return "Empty";
  if (content.error) return "Error";
  if (typeof content.value === "number") return "Double";
  return typeof content.value === "boolean" ? "Boolean" : "String";
}

function selected(model: WorkbookModel, area: Area): ExcelEvent[] {
  const args = { address: formatBox(area), worksheetId: area.sheet };
  const tables = model.tablesOn(area.sheet).map(({ id, box }) => ({
    id: 100,
    targets: [id],
    args: { ...args, tableId: id, isInsideTable: intersect(box, area) !== null },
  }));
  return [{ id: 14, targets: [area.sheet, WORKBOOK], args }, ...tables];
}

/** Two writes of one request that lie under one another told as one: office.js itself parts large writes. */
export function joined(a: ExcelEvent, b: ExcelEvent): ExcelEvent | null {
  const [first, second] = [a.area, b.area];
  const alike =
    a.id === b.id &&
    a.targets.join() === b.targets.join() &&
    a.args.changeType === "RangeEdited" &&
    b.args.changeType === "RangeEdited" &&
    a.args.triggerSource === b.args.triggerSource;
  if (!alike || !first || !second || first.sheet !== second.sheet) return null;
  const under = first.column === second.column && first.columns === second.columns && bottom(first) === second.row;
  if (!under) return null;
  const area = onSheet(first.sheet, { ...first, rows: first.rows + second.rows });
  const { valueBefore: _b, valueAfter: _a, valueTypeBefore: _tb, valueTypeAfter: _ta, ...args } = a.args;
  return { ...a, args: { ...args, address: formatBox(area) }, area };
}
