import { sameCell } from "../../schema/registers/cells.ts";
import { isEmpty, whoNames } from "../../schema/registers/lifecycle.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { refuse } from "../../schema/messages/refusals.ts";
import type { PushRow, Refusal } from "../../schema/sync/protocol.ts";
import { mayEdit } from "../access/rights.ts";
import { hiddenFrom, seesOnlyOwn, type Sight } from "../access/sight.ts";
import type { StoredCell, StoredCells, StoredRow } from "../store/stored-row.ts";
import type { Names } from "./names.ts";
import { toStored } from "./stored.ts";

/** Columns that each set of roles may edit; few sets of roles stand behind many rows. */
export class Editing {
  readonly #register: Register;
  readonly #bySet = new Map<string, ReadonlySet<string>>();
  constructor(register: Register) {
    this.#register = register;
  }
  columns(roles: readonly Who[]): ReadonlySet<string> {
    const set = roles.join(" ");
    let columns = this.#bySet.get(set);
    if (!columns) {
      columns = new Set(Object.keys(this.#register.columns).filter((key) => mayEdit(this.#register, key, roles)));
      this.#bySet.set(set, columns);
    }
    return columns;
  }
}

/** What cells are read by: whose they are, what of the register the person sees, names, and columns by role. */
export interface Reading {
  readonly register: Register;
  readonly sight: Sight;
  readonly names: Names;
  readonly editing: Editing;
}

export const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

/** Retiring is the step to the register's retired state. */
export function retireCells(register: Register, asked: PushRow): Readonly<Record<string, Cell>> {
  const { lifecycle } = register;
  return asked.retire && lifecycle?.retired !== undefined
    ? { ...asked.cells, [lifecycle.column]: lifecycle.retired }
    : asked.cells;
}

/** The cells that differ from the row as it is, in stored form; and what is wrong with those that cannot be read. */
export function readChanges(
  { register, sight, names, editing }: Reading,
  cells: Readonly<Record<string, Cell>>,
  current: StoredRow | null,
  roles: readonly Who[],
): { readonly changes: StoredCells; readonly count: number; readonly refusals: readonly Refusal[] } {
  const changes: Record<string, StoredCell> = {};
  let count = 0;
  const refusals: Refusal[] = [];
  const editable = editing.columns(roles);
  const hidden = current ? hiddenFrom(register, roles) : NOTHING_HIDDEN;
  for (const key of Object.keys(cells)) {
    const column = Object.hasOwn(register.columns, key) ? register.columns[key] : undefined;
    if (!column) {
      refusals.push(refuse("UNKNOWN_COLUMN", key, { column: register.former?.[key] ?? key }));
      continue;
    }
    if (hidden.has(key)) {
      // The sheet shows it empty: emptiness says nothing, and anything else would be written blindly.
      if (!isEmpty(cells[key])) refusals.push(forbidden(register, key));
      continue;
    }
    const stored = toStored(key, column, cells[key] ?? null, names);
    if (!stored.ok) {
      refusals.push(stored.refusal);
      continue;
    }
    // An emptied code or state says nothing: a row always has both.
    const kept = key === register.code.column || key === register.lifecycle?.column;
    if (kept && current && stored.cell === null) continue;
    if (sameCell(stored.cell, current?.cells[key] ?? null)) continue;
    changes[key] = stored.cell;
    count++;
    // Of a new row every given cell is a change; of an existing one rights come after conflicts. Whoever may add rows
    // fills in all that no column of its own rights keeps for others.
    // A code is refused to who does not see the others: whether it is taken would tell of them.
    const blind = key === register.code.column && seesOnlyOwn(sight) && stored.cell !== null;
    if (current === null && ((!editable.has(key) && (column.edit || column.readOnly)) || blind)) {
      refusals.push(forbidden(register, key));
    }
  }
  return { changes, count, refusals };
}

/** Somebody else's column, or nobody's. */
export function forbidden(register: Register, key: string): Refusal {
  const column = register.columns[key];
  if (column?.readOnly) return refuse("READ_ONLY", key, { column: column.label });
  return refuse("FORBIDDEN", key, {
    column: column?.label ?? key,
    who: whoNames(column?.edit ?? register.rights.edit),
  });
}
