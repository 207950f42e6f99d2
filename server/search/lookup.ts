import type { Actor, Candidate } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { personalColumns } from "../../schema/registers/personal.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { seesOnlyOwn, sightOf } from "../access/sight.ts";
import { tableOf } from "../store/models.ts";
import { rowsSeen } from "../store/sight.ts";
import type { Store } from "../store/store.ts";

/** So many are offered; who wants others writes more of the name. */
const OFFERED = 12;

/**
 * Rows in use that a reference column to `to` (a register, or a group of registers) may name and whose code or name
 * holds the text, in any letters and without minding diacritics; those that begin with it first. Registers of which the
 * person does not see every row are left out: an offer would tell that a row is there. Throws SaimeError
 * UNKNOWN_REGISTER.
 */
export async function lookUp(store: Store, actor: Actor, to: string, text: string): Promise<readonly Candidate[]> {
  const plain = (expression: string) => `lower(unaccent(${expression}))`;
  const selects = targetsOf(to).flatMap((key) => {
    const register = findRegister(key);
    if (!register) throw new SaimeError("UNKNOWN_REGISTER");
    const sight = sightOf(register, actor);
    if (!sight || seesOnlyOwn(sight)) return [];
    const { table, columns } = tableOf(key);
    const code = columns[register.code.column]?.name ?? "code";
    // A title that tells of an applicant is no name for everyone.
    const named = sight.personal === "ALL" || !personalColumns(register).has(register.title);
    const name = named ? (columns[register.title]?.name ?? "name") : "''";
    return [
      `select '${key}' as register, ${code} as code, ${name} as name,
         least(nullif(strpos(${plain(code)}, ${plain("$2")}), 0), nullif(strpos(${plain(name)}, ${plain("$2")}), 0)) as at
       from ${table} t where institution_id = $1 and retired_at is null and ${rowsSeen(register, sight)}`,
    ];
  });
  if (selects.length === 0) return [];
  const found = await store.query<Omit<Candidate, "cell">>(
    `select register, code, name from (${selects.join(" union all ")}) found where at > 0
     order by (at > 1), name, code limit ${OFFERED}`,
    [actor.institutionId, text.trim()],
  );
  return found.map((one) => ({
    ...one,
    cell: findRegister(one.register)?.namedBy === "code" ? one.code : `${one.name} (${one.code})`,
  }));
}
