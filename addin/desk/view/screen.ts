import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import { UNIT, type UniverApp } from "./univer-app.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the sheet's cells begin, and how they are drawn, in the page's pixels. */
export interface SheetPlace {
  /** The part of the page that shows cells: without the headings of rows and columns. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels by which the sheet is scrolled. */
  readonly scrolledX: number;
  readonly scrolledY: number;
  readonly scale: number;
}

/** Where the active sheet stands on the page; null before the first drawing. */
export function sheetPlace({ injector }: UniverApp): SheetPlace | null {
  const render = injector.get(IRenderManagerService).getRenderById(UNIT);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !view) return null;
  const { rowHeaderWidth, columnHeaderHeight } = skeleton;
  const { scaleX: scale } = render.scene.getAncestorScale();
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const [x, y] = [rowHeaderWidth * scale, columnHeaderHeight * scale];
  return {
    ...{ left: canvas.x + x, top: canvas.y + y, width: canvas.width - x, height: canvas.height - y },
    ...{ scrolledX: view.viewportScrollX * scale, scrolledY: view.viewportScrollY * scale, scale },
  };
}

/** The middle of a cell of the active sheet in the page's pixels, frozen panes and scrolling reckoned with. */
export function cellMiddle({ injector, workbook }: UniverApp, row: number, column: number): Point | null {
  const render = injector.get(IRenderManagerService).getRenderById(UNIT);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const sheet = workbook.getActiveSheet();
  if (!render || !skeleton || !view || !sheet) return null;
  const { startX, endX, startY, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const { startRow, startColumn } = sheet.getFreeze();
  const x = (startX + endX) / 2 - (column < startColumn ? 0 : view.viewportScrollX);
  const y = (startY + endY) / 2 - (row < startRow ? 0 : view.viewportScrollY);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  return { x: canvas.x + x * scaleX, y: canvas.y + y * scaleY };
}
