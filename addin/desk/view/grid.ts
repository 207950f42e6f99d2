import type { ICellData, IExecutionOptions, Nullable, Worksheet } from "@univerjs/core";
import {
  FormulaDataModel,
  IRenderManagerService,
  SetTriggerFormulaCalculationStartMutation,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import { bottom, type Box, right } from "../model/address.ts";
import type { CellContent } from "../model/operations.ts";
import { contentOf, type Look, lookOf, StyleIds } from "./cell-data.ts";
import { UNIT, type UniverApp } from "./univer-app.ts";

/** The Univer side of the desk: reads cells and carries out mutations that are the desk's own, not the person's. */
export class Grid {
  readonly app: UniverApp;
  readonly styles: StyleIds;
  readonly #formulas: FormulaDataModel;
  #own = 0;
  #frame: number | null = null;
  readonly #painted = new Set<string>();

  constructor(app: UniverApp) {
    this.app = app;
    this.styles = new StyleIds(app.workbook.getStyles());
    this.#formulas = app.injector.get(FormulaDataModel);
  }

  /** True while a mutation runs that {@link run} caused. */
  get isOwn(): boolean {
    return this.#own > 0;
  }

  /** Carries out a Univer mutation or operation without anyone taking it for the person's doing. */
  run(id: string, params: object, options?: IExecutionOptions): void {
    this.quietly(() => this.app.commands.syncExecuteCommand(id, { unitId: UNIT, ...params }, options));
  }

  quietly<T>(act: () => T): T {
    this.#own++;
    try {
      return act();
    } finally {
      this.#own--;
    }
  }

  sheet(id: string): Worksheet | undefined {
    return this.app.workbook.getSheetBySheetId(id) ?? undefined;
  }

  /** The sheets' ids in the order of their tabs. */
  get order(): readonly string[] {
    return this.app.workbook.getConfig().sheetOrder;
  }

  formula(sheet: string, row: number, column: number, cell: Nullable<ICellData>): string | null {
    if (!cell) return null;
    if (cell.f) return cell.f;
    return cell.si ? (this.#formulas.getFormulaStringByCell(row, column, sheet, UNIT) ?? null) : null;
  }

  content(worksheet: Worksheet, row: number, column: number): CellContent | null {
    const cell = worksheet.getCellMatrix().getValue(row, column);
    return contentOf(cell, this.formula(worksheet.getSheetId(), row, column, cell));
  }

  /** The look of a cell with what its row and column lend it. */
  look(worksheet: Worksheet, row: number, column: number): Look {
    const own = worksheet.getCellMatrix().getValue(row, column)?.s;
    const ofRow = worksheet.getRowManager().getRow(row)?.s;
    const ofColumn = worksheet.getColumnManager().getColumn(column)?.s;
    if (!ofRow && !ofColumn) return this.styles.look(own);
    const { styles } = this;
    return lookOf({ ...styles.data(ofColumn), ...styles.data(ofRow), ...styles.data(own) });
  }

  /** Lets formulas that depend on these cells be calculated anew. */
  recalculate(sheet: string, boxes: readonly Box[]): void {
    if (boxes.length === 0) return;
    const range = (box: Box) => ({
      startRow: box.row,
      startColumn: box.column,
      endRow: bottom(box) - 1,
      endColumn: right(box) - 1,
    });
    const dirtyRanges = boxes.map((box) => ({ unitId: UNIT, sheetId: sheet, range: range(box) }));
    const nothing = { dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {} };
    this.run(SetTriggerFormulaCalculationStartMutation.id, {
      ...nothing,
      dirtyRanges,
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      forceCalculation: false,
    });
  }

  /** Draws again with the next frame, after cells or sizes of these sheets were written past Univer's own commands. */
  redrawSoon(sheets: Iterable<string>): void {
    for (const sheet of sheets) this.#painted.add(sheet);
    if (this.#painted.size > 0) this.#frame ??= requestAnimationFrame(() => this.redraw());
  }

  /** Draws now what {@link redrawSoon} would draw with the next frame. */
  redraw(): void {
    if (this.#frame === null) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = null;
    const render = this.app.injector.get(IRenderManagerService).getRenderById(UNIT);
    if (!render) return;
    const sheetId = this.app.workbook.getActiveSheet()?.getSheetId();
    const skeletons = render.with(SheetSkeletonManagerService);
    for (const painted of this.#painted) skeletons.makeDirty({ sheetId: painted });
    const isShown = sheetId !== undefined && this.#painted.has(sheetId);
    this.#painted.clear();
    // Sheets out of sight are measured when they come to the front; a large write to one must not draw another anew.
    if (!isShown) return;
    // Set anew rather than worked out anew: filter buttons and the like follow the sheet's measures only so.
    skeletons.setCurrent({ sheetId });
    render.mainComponent?.makeDirty();
    render.components.forEach((component) => component.makeDirty());
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
