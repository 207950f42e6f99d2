import type { SourceCell, SourceGrid } from "../importing.ts";

/** True for a cell that holds nothing a person sees. */
export function isBlank(cell: SourceCell | undefined): boolean {
  if (cell === undefined) return true;
  return !cell.error && typeof cell.value === "string" && cell.value.trim() === "";
}

/**
 * A cell as text that keeps what a person sees and loses nothing: dates as `YYYY-MM-DD`, a number as it is shown (0012
 * by its format), unless it is shown rounded, in another notation or as `####`: then in full. Edge spaces go.
 */
export function cellText(cell: SourceCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.date !== undefined) return cell.date;
  if (typeof cell.value === "string") return cell.value.trim();
  const shown = cell.text.trim();
  if (typeof cell.value === "boolean") return shown || String(cell.value);
  // Only added zeros (a code) are taken from the display; anything else there is dress, not data.
  const zeros = /^0+(\d+)$/u.exec(shown);
  return zeros && Number(shown) === cell.value ? shown : wholeNumber(cell.value);
}

/** Full digits where JavaScript would write 1e+21. */
function wholeNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}

/** The number of columns that any row of the grid fills. */
export function widthOf(grid: SourceGrid): number {
  return grid.cells.reduce((width, row) => Math.max(width, row.length), 0);
}
