import { isEmpty } from "../../schema/registers/lifecycle.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import { wayOf } from "../../schema/registers/steps.ts";
import type { FactAsk, FactLoader, FactRow } from "./fact.ts";

/**
 * Facts about who did something by the log, whatever name the row says: four eyes are two people's, not two names'
 * (domain.md, section 1). A row that is new says what happened before it came, and who brings it in did none of that.
 */

/** The steps of an incident's being resolved, and of a change's being carried out. */
const RESOLVING = ["RESOLVED"];
const IMPLEMENTING = ["IMPLEMENTING", "IMPLEMENTED"];

/** Whoever took the incident to resolved the last time, or does by this very write, does not close it where it is major. */
export const resolvedByAsker: FactLoader = async (ask) => {
  const steps = await stepsTaken(ask, RESOLVING);
  const me = ask.actor.personId;
  return {
    broken: (row) => {
      if (row.before === null) return null;
      return takesStep(ask, row, RESOLVING) || steps.get(row.id)?.at(-1)?.actor === me ? {} : null;
    },
  };
};

/** Whom the change names as having authorised it, and who registered it or took a step of carrying it out. */
export const authoriserInvolved: FactLoader = async (ask) => {
  const rows = ask.rows.filter(({ before, after }) => before !== null && !isEmpty(after["authorisedBy"]));
  const steps = await stepsTaken({ ...ask, rows }, IMPLEMENTING, true);
  return {
    broken: (row) => {
      const { authorisedBy } = row.after;
      if (row.before === null || isEmpty(authorisedBy)) return null;
      const now = authorisedBy === ask.actor.personId && takesStep(ask, row, IMPLEMENTING);
      return now || steps.get(row.id)?.some(({ actor }) => actor === authorisedBy) ? {} : null;
    },
  };
};

const takesStep = ({ register }: FactAsk, { before, after }: FactRow, states: readonly string[]): boolean =>
  wayOf(register, before, after)?.some(({ to }) => states.includes(to)) === true;

/** Who took the rows to one of these states, oldest first; with who created them. */
async function stepsTaken(
  { sql, institutionId, register, rows }: FactAsk,
  states: readonly string[],
  created = false,
): Promise<ReadonlyMap<string, readonly { readonly actor: string }[]>> {
  if (rows.length === 0) return new Map();
  const state = register.lifecycle?.column ?? "state";
  const found = await sql.query<{ row: string; actor: string }>(
    `select row_id as row, actor from event
     where row_id = any($1::uuid[]) and institution_id = $2 and register = $3
       and case kind when 'CREATE' then $4 else changes->$5->>1 = any($6) end order by row_id, version`,
    [rows.map(({ id }) => id), institutionId, register.key, created, state, states],
  );
  return grouped(found, ({ row }) => row);
}
