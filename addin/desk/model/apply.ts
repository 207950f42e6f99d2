import { boxOf } from "./address.ts";
import { merge, reorderRows, setCells, setFormats, setNote, setStyle, setValidation } from "./apply-cells.ts";
import * as sheets from "./apply-sheets.ts";
import { deleteChart, setChart } from "./apply-charts.ts";
import { addPivot, deletePivot, setPivot } from "./apply-pivots.ts";
import { applyMove, applyShift } from "./apply-shifts.ts";
import * as tables from "./apply-tables.ts";
import { type Book, type Effect } from "./book.ts";
import { type Operation, type Origin } from "./operations.ts";
import { wholeShift } from "./shift.ts";

/** Carries out one operation on the book. Checks come first: a thrown ModelError means nothing was changed. */
export function apply(book: Book, operation: Operation, origin: Origin): Effect {
  switch (operation.type) {
    case "setCells":
      return setCells(book, operation, origin);
    case "setFormats":
      return setFormats(book, operation);
    case "setStyle":
      return setStyle(book, operation);
    case "setValidation":
      return setValidation(book, operation);
    case "setNote":
      return setNote(book, operation);
    case "reorderRows":
      return reorderRows(book, operation);
    case "merge":
    case "unmerge":
      return merge(book, operation);
    case "insertRows":
    case "deleteRows":
    case "insertColumns":
    case "deleteColumns": {
      const kind = operation.type.startsWith("insert") ? "insert" : "delete";
      const axis = operation.type.endsWith("Rows") ? "rows" : "columns";
      return applyShift(book, operation.sheet, wholeShift(kind, axis, operation.at, operation.count));
    }
    case "insertCells":
    case "deleteCells": {
      const kind = operation.type === "insertCells" ? "insert" : "delete";
      const axis = operation.shift === "vertical" ? "rows" : "columns";
      return applyShift(book, operation.area.sheet, { kind, axis, box: boxOf(operation.area) });
    }
    case "moveRows":
      return applyMove(book, operation.sheet, { ...operation, axis: "rows" });
    case "moveColumns":
      return applyMove(book, operation.sheet, { ...operation, axis: "columns" });
    case "setRowsHidden":
    case "setColumnsHidden":
      return sheets.setHidden(book, operation);
    case "setColumnWidth":
    case "setRowHeight":
      return sheets.setSize(book, operation);
    case "freeze":
      return sheets.freeze(book, operation);
    case "setGridlines":
      return sheets.setGridlines(book, operation);
    case "addSheet":
      return sheets.addSheet(book, operation);
    case "renameSheet":
      return sheets.renameSheet(book, operation);
    case "moveSheet":
      return sheets.moveSheet(book, operation);
    case "deleteSheet":
      return sheets.deleteSheet(book, operation);
    case "setVisibility":
      return sheets.setVisibility(book, operation);
    case "setTabColor":
      return sheets.setTabColor(book, operation);
    case "activate":
      return sheets.activate(book, operation);
    case "select":
      return sheets.select(book, operation);
    case "addTable":
      return tables.addTable(book, operation);
    case "resizeTable":
      return tables.resizeTable(book, operation);
    case "renameTable":
      return tables.renameTable(book, operation);
    case "deleteTable":
      return tables.deleteTable(book, operation);
    case "setTableLook":
      return tables.setTableLook(book, operation);
    case "filterTable":
      return tables.filterTable(book, operation);
    case "setName":
      return tables.setName(book, operation);
    case "addPivot":
      return addPivot(book, operation);
    case "setPivot":
      return setPivot(book, operation);
    case "deletePivot":
      return deletePivot(book, operation);
    case "setChart":
      return setChart(book, operation);
    case "deleteChart":
      return deleteChart(book, operation);
  }
}
