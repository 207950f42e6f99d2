import { type Actor, type RegisterAccess } from "../../schema/api/context.ts";
import { registers as catalogue } from "../../schema/registers/catalogue.ts";
import { type Register } from "../../schema/registers/register.ts";
import { type Who } from "../../schema/registers/roles.ts";
import { allFields } from "../store/custom-fields.ts";
import { glance, isNamedIn } from "../store/sight.ts";
import { type Sql } from "../store/store.ts";
import { heldEverywhere, mayCreate, mayEdit, mayRetire } from "./rights.ts";
import { namings, sightOf } from "./sight.ts";

/** The registers a person may read, with what the person may do there. */
export async function registersOf(
  sql: Sql,
  actor: Actor,
  all: readonly Register[] = Object.values(catalogue),
): Promise<readonly RegisterAccess[]> {
  const held = heldEverywhere(actor);
  const answers = new Answers(sql, actor);
  const access: RegisterAccess[] = [];
  const fields = await allFields(sql, actor.institutionId);
  for (const register of all) {
    const sight = sightOf(register, actor);
    if (!sight) continue;
    const { key, label } = register;
    const editsAll = Object.keys(register.columns).some((column) => mayEdit(register, column, held));
    const ways = editsAll ? [] : namings(register, actor, editors(register));
    const { rows, named } = await glance(sql, register, actor.institutionId, sight, ways);
    access.push({
      key,
      label,
      rows,
      mayCreate: mayCreate(register, held) || (await createsThrough(register, actor, answers)),
      mayEdit: editsAll || named,
      mayRetire: mayRetire(register, held),
      customFields: fields.get(key) ?? [],
    });
  }
  return access;
}

/** Everyone who may change anything of a row. */
function editors(register: Register): readonly Who[] {
  const columns = Object.values(register.columns).filter(({ readOnly }) => !readOnly);
  return [...new Set(columns.flatMap(({ edit }) => edit ?? register.rights.edit))];
}

/** Whether something that a new row could refer to gives the person a role that adds rows; an applicant's own row does. */
async function createsThrough(register: Register, actor: Actor, answers: Answers): Promise<boolean> {
  for (const who of register.rights.create) {
    for (const { via, of, column } of register.rowRoles?.[who] ?? []) {
      if (via === undefined ? who === "RECIPIENT" : await answers.holds(who, of, column)) return true;
    }
  }
  return false;
}

/** Whether the person holds a role through any row of another register; asked once a relation. */
class Answers {
  readonly #sql: Sql;
  readonly #actor: Actor;
  readonly #known = new Map<string, Promise<boolean>>();
  constructor(sql: Sql, actor: Actor) {
    this.#sql = sql;
    this.#actor = actor;
  }
  holds(who: Who, of: string, column: string): Promise<boolean> {
    const { institutionId, personId, scoped = [] } = this.#actor;
    if (scoped.some(({ role }) => role === who)) return Promise.resolve(true);
    const relation = `${of} ${column}`;
    let answer = this.#known.get(relation);
    if (!answer) {
      answer = isNamedIn(this.#sql, of, institutionId, column, personId);
      this.#known.set(relation, answer);
    }
    return answer;
  }
}
