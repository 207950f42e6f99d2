import { bottom, type Box, right } from "../model/address.ts";
import { type Sheet } from "../model/sheet.ts";

/** The used range of a sheet; formatted cells count too, as in Excel, unless only values are asked for. */
export function usedBox(sheet: Sheet, valuesOnly: boolean): Box | null {
  const grids = valuesOnly ? [sheet.cells] : [sheet.cells, sheet.formats.cells, sheet.styles.cells];
  return grids.map((grid) => grid.bounds()).reduce<Box | null>((a, b) => (a && b ? around(a, b) : (a ?? b)), null);
}

function around(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(bottom(a), bottom(b)) - row,
    columns: Math.max(right(a), right(b)) - column,
  };
}
