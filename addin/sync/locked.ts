import { isFrom, stateLabel, statesOf } from "../../schema/registers/lifecycle.ts";
import type { Column, Register } from "../../schema/registers/register.ts";
import type { Language, Words } from "../../schema/registers/words.ts";
import type { ColumnLayout } from "../workbook/port.ts";

const SAYS = {
  locked: {
    lv: "No stāvokļa “{state}” šajā kolonnā nekas vairs nemainās; tādas šūnas ir pelēkas.",
    en: "From the state “{state}” on nothing changes in this column any more; such cells are grey.",
  },
  server: {
    lv: "Šo kolonnu aizpilda serveris; ierakstīt tajā nevar.",
    en: "The server fills in this column; nobody writes here.",
  },
} as const satisfies Record<string, Words>;

/** Where a column may not be written, as its declaration says: what its heading tells, and the states that lock its cells. */
export function lockOf(register: Register, column: Column, language: Language): Pick<ColumnLayout, "note" | "locked"> {
  const { lifecycle } = register;
  if (column.readOnly) return { note: SAYS.server[language] };
  const from = column.lockedFrom;
  const state = lifecycle && register.columns[lifecycle.column];
  if (from === undefined || !state) return {};
  const states = statesOf(register).filter((one) => isFrom(register, from, one));
  return {
    note: SAYS.locked[language].replace("{state}", stateLabel(register, from)[language]),
    locked: { heading: state.label[language], states: states.map((one) => stateLabel(register, one)[language]) },
  };
}
