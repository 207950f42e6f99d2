import type { Actor, ListQuery } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import type { Register } from "../../schema/registers/register.ts";
import { loadHolders } from "../access/holders.ts";
import { rolesOn } from "../access/rights.ts";
import { hiddenFrom, type Sight } from "../access/sight.ts";
import type { Sql } from "../store/store.ts";

type Cells = Readonly<Record<string, unknown>>;
type Kept = { readonly id: string; readonly cells: Cells };

const NONE: ReadonlySet<string> = new Set();

/** Tells of each of `rows` (stored cells) which of its columns are kept from the person. */
export async function hiddenIn(
  sql: Sql,
  register: Register,
  actor: Actor,
  sight: Sight,
  rows: readonly Kept[],
): Promise<(row: Kept) => ReadonlySet<string>> {
  if (sight.personal === "ALL") return () => NONE;
  const holders = await loadHolders(
    sql,
    register,
    actor.institutionId,
    rows.map(({ cells }) => cells),
  );
  return ({ id, cells }) => hiddenFrom(register, rolesOn(register, actor, cells, { id, holders }));
}

/** Cells without the columns kept from the person: empty, as in the sheet. */
export function withoutHidden<Cell>(
  cells: Readonly<Record<string, Cell>>,
  hidden: ReadonlySet<string>,
): Readonly<Record<string, Cell | null>> {
  if (hidden.size === 0) return cells;
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, hidden.has(key) ? null : cell]));
}

/**
 * Refuses to filter or order by personal data unless the person sees all of them: which rows come, and where they
 * stand, would tell what the cells hold. Throws SaimeError FORBIDDEN.
 */
export function askNothingHidden(register: Register, sight: Sight, { where, orderBy }: ListQuery): void {
  if (sight.personal === "ALL") return;
  const personal = personalColumns(register);
  const asked = [...where, ...orderBy].find(({ column }) => personal.has(column));
  if (asked) throw new SaimeError("FORBIDDEN", `"${asked.column}" holds personal data: no filter or order by it.`);
}
