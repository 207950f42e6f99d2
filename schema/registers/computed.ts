import { perRegister } from "./per-register.ts";
import type { Cell, Column, Register } from "./register.ts";
import type { Settings } from "./settings.ts";

const computedOf = perRegister((register) =>
  Object.entries<Column>(register.columns).flatMap(([key, { computed }]) =>
    computed ? [[key, computed] as const] : [],
  ),
);

/** Works out the row's computed cells from its others, in the row itself. */
export function compute(register: Register, row: Record<string, Cell | undefined>, settings: Settings): void {
  for (const [key, computed] of computedOf(register)) row[key] = computed(row, settings);
}
