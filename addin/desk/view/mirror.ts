import { IUndoRedoService, LifecycleService, LifecycleStages, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveDefinedNameMutation,
  RemoveSheetMutation,
  SetDefinedNameMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-core";
import { MAX_COLUMNS, MAX_ROWS } from "../model/address.ts";
import type { Operation } from "../model/operations.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Announcement, WorkbookModel } from "../model/workbook.ts";
import { type Aspect, DirtySheet, WHOLE_SHEET } from "./dirty.ts";
import type { Grid } from "./grid.ts";
import { paintCells } from "./paint-cells.ts";
import { paintFrozen, paintLines, paintMerges, paintNotes } from "./paint-features.ts";
import { paintTables } from "./paint-tables.ts";
import { paintValidations } from "./paint-validations.ts";
import { UNIT } from "./univer-app.ts";

const ALL: readonly Aspect[] = ["lines", "merges", "notes", "tables", "validations", "frozen"];
/** Univer knows "hidden" only; any other number keeps a sheet out of its lists of hidden sheets too. */
const HIDDEN = { Visible: 0, Hidden: 1, VeryHidden: 2 } as const;

/** Univer brings a sheet to the front that is added or shown, as if the person had, unless another caused it. */
const OTHERS_DOING = { fromCollab: true } as const;

/**
 * Shows the model in the grid. Announced operations only mark what they touched; a flush at the end of the task paints
 * the marked parts as the model then has them. However many operations a batch held, and whatever shifted in between,
 * the grid ends up as the model is.
 */
export class Mirror {
  readonly #grid: Grid;
  readonly #model: WorkbookModel;
  readonly #dirty = new Map<string, DirtySheet>();
  #sheets = false;
  #names = false;
  #place = false;
  /** Rows, columns or sheets moved without the person: what Univer could undo no longer fits. */
  #structure = false;
  #planned = false;
  readonly #shown = new Map<string, string>();

  constructor(grid: Grid, model: WorkbookModel) {
    this.#grid = grid;
    this.#model = model;
  }

  /** Marks what an operation touched. */
  mark({ operation, origin, consequence }: Announcement): void {
    this.#note(operation);
    if (!(origin === "person" && consequence)) this.#structure ||= STRUCTURAL.has(operation.type);
    this.plan();
  }

  /** Marks everything: another workbook was opened. */
  markAll(): void {
    this.#sheets = this.#names = this.#place = this.#structure = true;
    for (const sheet of this.#model.sheets) this.markSheet(sheet.id);
    this.plan();
  }

  /** The grid can scroll now. */
  markPlace(): void {
    this.#place = true;
    this.plan();
  }

  /** Marks a whole sheet, after the model refused what the grid already did. */
  markSheet(sheet: string): void {
    const dirty = this.#of(sheet);
    dirty.boxes = [WHOLE_SHEET];
    for (const aspect of ALL) dirty.aspects.add(aspect);
    this.#sheets = this.#structure = true;
    this.plan();
  }

  /** Marks what shifts along with rows and columns that the person moved in the grid. */
  markShifted(sheet: string): void {
    for (const aspect of ALL) this.#of(sheet).aspects.add(aspect);
    for (const { id } of this.#model.sheets) this.#of(id).aspects.add("formulas");
    this.plan();
  }

  markAspect(sheet: string, aspect: Aspect): void {
    this.#of(sheet).aspects.add(aspect);
    this.plan();
  }

  /** Rows or columns are about to shift under cells that are marked and not painted yet: all cells are marked. */
  spread(sheet: string): void {
    const dirty = this.#of(sheet);
    if (dirty.boxes.length > 0) dirty.boxes = [WHOLE_SHEET];
  }

  /** Paints at the end of the task that marked first. */
  plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => this.flush());
  }

  get isPending(): boolean {
    return this.#planned;
  }

  /** Paints all that is marked, now. */
  flush(): void {
    if (!this.#planned) return;
    const grid = this.#grid;
    const dirty = [...this.#dirty];
    const [sheets, names, place, structure] = [this.#sheets, this.#names, this.#place, this.#structure];
    this.#dirty.clear();
    this.#planned = this.#sheets = this.#names = this.#place = this.#structure = false;
    if (sheets) this.#paintSheets();
    if (names) this.#paintNames();
    for (const [id, marks] of dirty) {
      const sheet = this.#model.findSheet(id);
      if (sheet) grid.quietly(() => this.#paintSheet(sheet, marks));
    }
    if (place) this.#paintPlace();
    if (structure) grid.app.injector.get(IUndoRedoService).clearUndoRedo(UNIT);
    grid.redrawSoon(dirty.map(([id]) => id));
  }

  #paintSheet(sheet: Sheet, { boxes, aspects }: DirtySheet): void {
    const grid = this.#grid;
    const worksheet = grid.sheet(sheet.id);
    if (!worksheet) return;
    for (const box of boxes) paintCells(grid, sheet, box);
    if (aspects.has("formulas") && boxes[0] !== WHOLE_SHEET) this.#paintFormulas(sheet);
    if (aspects.has("lines")) paintLines(worksheet, sheet);
    if (aspects.has("merges")) paintMerges(grid, worksheet, sheet);
    if (aspects.has("frozen")) paintFrozen(grid, worksheet, sheet);
    if (aspects.has("tables")) paintTables(grid, sheet.id, this.#model.tablesOn(sheet.id));
    if (aspects.has("validations")) paintValidations(grid, sheet);
    if (aspects.has("notes")) paintNotes(grid, sheet);
    if (this.#model.mayHaveFormulas) grid.recalculate(sheet.id, boxes);
  }

  /** Formulas whose references the model moved and the grid did not. */
  #paintFormulas(sheet: Sheet): void {
    if (!sheet.mayHaveFormulas) return;
    for (const [row, cells] of sheet.cells.filled())
      cells.forEach((stored, column) => {
        if (typeof stored !== "object" || stored.formula === undefined) return;
        const worksheet = this.#grid.sheet(sheet.id);
        const shown = worksheet && this.#grid.content(worksheet, row, column);
        if (shown?.formula !== stored.formula) paintCells(this.#grid, sheet, { row, column, rows: 1, columns: 1 });
      });
  }

  #paintSheets(): void {
    const grid = this.#grid;
    const wanted = this.#model.sheets;
    for (const sheet of wanted) {
      if (grid.sheet(sheet.id)) continue;
      const config = mergeWorksheetSnapshotWithDefault({
        id: sheet.id,
        name: sheet.name,
        hidden: HIDDEN[sheet.visibility] as number,
        rowCount: 1000,
        columnCount: 52,
      });
      grid.run(InsertSheetMutation.id, { index: grid.order.length, sheet: config }, OTHERS_DOING);
    }
    if (grid.app.workbook.getActiveSheet()?.getSheetId() !== this.#model.activeSheet.id) this.#activate();
    for (const id of [...grid.order])
      if (!wanted.some((sheet) => sheet.id === id)) grid.run(RemoveSheetMutation.id, { subUnitId: id });
    wanted.forEach((sheet, position) => {
      const config = grid.sheet(sheet.id)?.getConfig();
      if (!config) return;
      const subUnitId = sheet.id;
      if (config.name !== sheet.name) grid.run(SetWorksheetNameMutation.id, { subUnitId, name: sheet.name });
      const hidden = HIDDEN[sheet.visibility];
      if (Number(config.hidden) !== hidden) grid.run(SetWorksheetHideMutation.id, { subUnitId, hidden }, OTHERS_DOING);
      if ((config.tabColor || "") !== sheet.tabColor)
        grid.run(SetTabColorMutation.id, { subUnitId, color: sheet.tabColor });
      if ((Number(config.showGridlines) !== 0) !== sheet.gridlines)
        grid.run(ToggleGridlinesMutation.id, { subUnitId, showGridlines: sheet.gridlines ? 1 : 0 });
      const from = grid.order.indexOf(sheet.id);
      if (from !== position) grid.run(SetWorksheetOrderMutation.id, { subUnitId, fromOrder: from, toOrder: position });
    });
  }

  #paintNames(): void {
    const names = new Map(this.#model.names.map((name) => [name.name.toLowerCase(), name]));
    for (const [id] of [...this.#shown])
      if (!names.has(id)) {
        this.#grid.run(RemoveDefinedNameMutation.id, { id, name: id, formulaOrRefString: "" });
        this.#shown.delete(id);
      }
    for (const [id, { name, formula, visible }] of names) {
      if (this.#shown.get(id) === formula) continue;
      const formulaOrRefString = /^=[^(]*!?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/.test(formula)
        ? formula.slice(1)
        : formula;
      this.#grid.run(SetDefinedNameMutation.id, {
        id,
        name,
        formulaOrRefString,
        hidden: !visible,
        localSheetId: "AllDefaultWorkbook",
      });
      this.#shown.set(id, formula);
    }
  }

  #activate(): void {
    this.#grid.run(SetWorksheetActiveOperation.id, { subUnitId: this.#model.activeSheet.id });
  }

  /** Brings the active sheet to the front and its selection into sight. */
  #paintPlace(): void {
    const { app } = this.#grid;
    const { sheet, row, column, rows, columns } = this.#model.selection;
    if (app.workbook.getActiveSheet()?.getSheetId() !== sheet) this.#activate();
    this.#grid.quietly(() => {
      const worksheet = app.api.getActiveWorkbook()?.getSheetBySheetId(sheet);
      const height = Math.min(rows, (worksheet?.getMaxRows() ?? 1) - row);
      const width = Math.min(columns, (worksheet?.getMaxColumns() ?? 1) - column);
      if (!worksheet || height < 1 || width < 1) return;
      worksheet.setActiveRange(worksheet.getRange(row, column, height, width));
      // Before the first drawing there is nothing to scroll.
      if (app.injector.get(LifecycleService).stage < LifecycleStages.Rendered) return;
      if (!this.#inSight(row, column)) worksheet.scrollToCell(row, column);
    });
  }

  #inSight(row: number, column: number): boolean {
    const seen = this.#grid.app.api.getActiveWorkbook()?.getActiveSheet().getVisibleRange();
    const { rows, columns } = this.#model.activeSheet.frozen;
    const down = row < rows || (seen && row >= seen.startRow && row < seen.endRow);
    const across = column < columns || (seen && column >= seen.startColumn && column < seen.endColumn);
    return Boolean(down && across);
  }

  #of(sheet: string): DirtySheet {
    const id = this.#model.findSheet(sheet)?.id ?? sheet;
    const known = this.#dirty.get(id) ?? new DirtySheet();
    this.#dirty.set(id, known);
    return known;
  }

  #note(operation: Operation): void {
    switch (operation.type) {
      case "setCells":
      case "setFormats":
      case "setStyle":
        this.#of(operation.area.sheet).add(operation.area);
        if (operation.type === "setCells") this.#of(operation.area.sheet).aspects.add("tables");
        return;
      case "reorderRows":
        this.#of(operation.area.sheet).add(operation.area);
        this.#of(operation.area.sheet).aspects.add("notes");
        return;
      case "setValidation":
        this.#of(operation.area.sheet).aspects.add("validations");
        return;
      case "setNote":
        this.#of(operation.sheet).aspects.add("notes");
        return;
      case "insertRows":
      case "deleteRows":
        return this.#noteShift(operation.sheet, { ...WHOLE_SHEET, row: operation.at, rows: MAX_ROWS - operation.at });
      case "insertColumns":
      case "deleteColumns":
        return this.#noteShift(operation.sheet, {
          ...WHOLE_SHEET,
          column: operation.at,
          columns: MAX_COLUMNS - operation.at,
        });
      case "insertCells":
      case "deleteCells": {
        const { sheet, row, column, rows, columns } = operation.area;
        const down = operation.shift === "vertical";
        const box = down
          ? { row, column, rows: MAX_ROWS - row, columns }
          : { row, column, rows, columns: MAX_COLUMNS - column };
        return this.#noteShift(sheet, box);
      }
      case "moveRows":
      case "moveColumns":
        return this.#noteShift(operation.sheet, WHOLE_SHEET);
      case "setRowsHidden":
      case "setColumnsHidden":
      case "setColumnWidth":
      case "setRowHeight":
        this.#of(operation.sheet).aspects.add("lines");
        return;
      case "merge":
      case "unmerge":
        this.#of(operation.area.sheet).aspects.add("merges");
        return;
      case "freeze":
        this.#of(operation.sheet).aspects.add("frozen");
        return;
      case "addSheet":
        this.#sheets = true;
        this.markSheet(operation.id);
        return;
      case "renameSheet":
      case "deleteSheet":
        this.#sheets = this.#names = true;
        for (const { id } of this.#model.sheets) {
          this.#of(id).aspects.add("formulas");
          this.#of(id).aspects.add("validations");
        }
        return;
      case "moveSheet":
      case "setVisibility":
      case "setTabColor":
      case "setGridlines":
        this.#sheets = true;
        return;
      case "activate":
      case "select":
        this.#place = true;
        return;
      case "addTable":
      case "resizeTable":
        this.#of(operation.area.sheet).aspects.add("tables");
        this.#of(operation.area.sheet).aspects.add("merges");
        return;
      case "renameTable":
      case "deleteTable":
      case "setTableLook":
      case "filterTable":
        for (const { id } of this.#model.sheets) this.#of(id).aspects.add("tables");
        return;
      case "setName":
        this.#names = true;
        return;
      // A report's cells come as operations of their own; charts are drawn beside the grid.
      case "addPivot":
      case "setPivot":
      case "deletePivot":
      case "setChart":
      case "deleteChart":
        return;
    }
  }

  #noteShift(sheet: string, box: DirtySheet["boxes"][number]): void {
    this.#of(sheet).add(box);
    this.#names = true;
    this.markShifted(sheet);
  }
}

const STRUCTURAL: ReadonlySet<Operation["type"]> = new Set([
  "insertRows",
  "deleteRows",
  "insertColumns",
  "deleteColumns",
  "insertCells",
  "deleteCells",
  "moveRows",
  "moveColumns",
  "reorderRows",
  "deleteSheet",
  "deleteTable",
]);
