import { CellValueType, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { GAP_1904 } from "../model/days.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import { isDateFormat } from "../xlsx/hucre.ts";
import type { Grid } from "./grid.ts";

/** Before Univer makes texts of numbers (10). */
const BEFORE_FORMATS = 20;

/** Univer counts days from 1900 only: days of a workbook that counts from 1904 are shown four years on. Returns how to stop. */
export function showDaysOf1904(grid: Grid, model: WorkbookModel): () => void {
  const shown = grid.app.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_FORMATS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { subUnitId, row, col }, next) => {
      const isDay =
        model.date1904 &&
        cell?.t === CellValueType.NUMBER &&
        isDateFormat(model.findSheet(subUnitId)?.formats.get(row, col) ?? "");
      return next(isDay ? { ...cell, v: Number(cell.v) + GAP_1904 } : cell);
    },
  });
  return () => shown.dispose();
}
