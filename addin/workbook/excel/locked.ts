import type { ColumnLayout } from "../port.ts";
import { supports } from "./run.ts";
import { lettersOf } from "./step-formula.ts";

/** Light grey under dark grey. */
const FILL = "#EDEDED";
const FONT = "#424242";

/**
 * Whether the row's state is among those that lock the cell. The column is held, the row is not: the rule is the same
 * in every row, so that sorting takes nothing along.
 */
export function lockedFormula(stateColumn: string, row: number, states: readonly string[]): string {
  const is = states.map((state) => `$${stateColumn}${row}="${state.replaceAll('"', '""')}"`);
  return `=OR(${is.join(",")})`;
}

/**
 * Greys, by a rule of the column's own, cells that the row's state locks, and tells it at the heading. Of a table that
 * begins in the sheet's first cell. A host without such rules shows none.
 */
export async function greyLocked(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  columns: readonly ColumnLayout[],
  height: number,
): Promise<void> {
  if (supports("1.10")) {
    columns.forEach(({ note, hidden }, at) => {
      if (note !== undefined && !hidden) sheet.comments.add(sheet.getRangeByIndexes(0, at, 1, 1), note);
    });
    await context.sync();
  }
  if (!supports("1.6") || columns.every(({ locked }) => locked === undefined)) return;
  columns.forEach(({ locked }, at) => {
    const state = columns.findIndex(({ heading }) => heading === locked?.heading);
    if (!locked || state < 0) return;
    const { conditionalFormats } = sheet.getRangeByIndexes(1, at, height, 1);
    const { custom } = conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = lockedFormula(lettersOf(state), 2, locked.states);
    custom.format.fill.color = FILL;
    custom.format.font.color = FONT;
  });
  try {
    await context.sync();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== "ApiNotFound") throw error;
  }
}
