import type { Area, CellContent, Operation } from "../model/operations.ts";
import { bottom, type Box, MAX_COLUMNS, MAX_ROWS, right } from "../model/address.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Worksheet } from "@univerjs/core";
import { sameContent, styleChange } from "./cell-data.ts";
import type { Grid } from "./grid.ts";

/**
 * The operations that make the model's cells of some boxes what they are in the grid: contents, number formats, styles.
 * Whole rows of cells that did not change cost nothing.
 */
export function editsOf(grid: Grid, worksheet: Worksheet, sheet: Sheet, boxes: readonly Box[]): Operation[] {
  return boxes.flatMap((box) => {
    const clipped = clip(box, worksheet);
    return clipped ? editsOfBox(grid, worksheet, sheet, clipped) : [];
  });
}

function clip(box: Box, worksheet: Worksheet): Box | null {
  const rows = Math.min(bottom(box), worksheet.getRowCount(), MAX_ROWS) - box.row;
  const columns = Math.min(right(box), worksheet.getColumnCount(), MAX_COLUMNS) - box.column;
  return rows > 0 && columns > 0 ? { ...box, rows, columns } : null;
}

function editsOfBox(grid: Grid, worksheet: Worksheet, sheet: Sheet, box: Box): Operation[] {
  const contents: ((CellContent | "" | null)[] | null)[] = [];
  const formats: ((string | null)[] | null)[] = [];
  const styles: Operation[] = [];
  for (let row = box.row; row < bottom(box); row++) {
    const changed: (CellContent | "" | null)[] = [];
    const formatted: (string | null)[] = [];
    for (let column = box.column; column < right(box); column++) {
      const now = grid.content(worksheet, row, column);
      changed.push(sameContent(now, sheet.content(row, column)) ? null : (now ?? ""));
      const look = grid.look(worksheet, row, column);
      formatted.push(look.format === sheet.formats.get(row, column) ? null : look.format);
      const change = styleChange(sheet.styles.get(row, column), look.style);
      if (change) pushStyle(styles, { sheet: sheet.id, row, column, rows: 1, columns: 1 }, change);
    }
    contents.push(changed.some((content) => content !== null) ? changed : null);
    formats.push(formatted.some((format) => format !== null) ? formatted : null);
  }
  const place = (first: number, lines: number): Area => ({
    ...box,
    sheet: sheet.id,
    row: box.row + first,
    rows: lines,
  });
  return [
    // Formats come first: a table that grows takes the format typed into it.
    ...runs(formats).map(([at, lines]): Operation => ({
      type: "setFormats",
      area: place(at, lines.length),
      formats: lines,
    })),
    ...joinRows(styles),
    ...runs(contents).map(([at, lines]): Operation => ({
      type: "setCells",
      area: place(at, lines.length),
      contents: lines,
    })),
  ];
}

/** Neighbouring lines that are not null, with the index of the first. */
function runs<Line>(lines: readonly (Line | null)[]): [number, Line[]][] {
  const found: [number, Line[]][] = [];
  lines.forEach((line, i) => {
    if (line === null) return;
    const last = found.at(-1);
    if (last && last[0] + last[1].length === i) last[1].push(line);
    else found.push([i, [line]]);
  });
  return found;
}

type StyleEdit = Extract<Operation, { type: "setStyle" }>;

/** Cells of one row that change alike become one operation. */
function pushStyle(styles: Operation[], area: Area, style: StyleEdit["style"]): void {
  const last = styles.at(-1);
  const alike =
    last?.type === "setStyle" &&
    last.area.row === area.row &&
    last.area.column + last.area.columns === area.column &&
    JSON.stringify(last.style) === JSON.stringify(style);
  if (alike) styles[styles.length - 1] = { ...last, area: { ...last.area, columns: last.area.columns + 1 } };
  else styles.push({ type: "setStyle", area, style });
}

/** Rows of the same columns that change alike become one operation. */
function joinRows(styles: readonly Operation[]): Operation[] {
  const open = new Map<string, StyleEdit>();
  const done: Operation[] = [];
  for (const edit of styles) {
    if (edit.type !== "setStyle") continue;
    const key = `${edit.area.column},${edit.area.columns},${JSON.stringify(edit.style)}`;
    const above = open.get(key);
    if (above && above.area.row + above.area.rows === edit.area.row)
      open.set(key, { ...above, area: { ...above.area, rows: above.area.rows + 1 } });
    else {
      if (above) done.push(above);
      open.set(key, edit);
    }
  }
  return [...done, ...open.values()];
}
