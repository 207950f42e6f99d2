import { type Actor, type ListQuery, type RegisterAccess, type UseCases } from "../../schema/api/context.ts";
import { registers as catalogue } from "../../schema/registers/catalogue.ts";
import { type Register } from "../../schema/registers/register.ts";
import { mayCreate, mayEdit, mayRead, mayRetire, rolesOn } from "./rights.ts";

type Count = (register: Register, where: ListQuery["where"]) => Promise<number>;

/** The registers a person may read, with what the person may do there. */
export async function registersOf(
  actor: Actor,
  listRows: UseCases["listRows"],
  all: readonly Register[] = Object.values(catalogue),
): Promise<readonly RegisterAccess[]> {
  const count: Count = async (register, where) =>
    (await listRows(actor, register.key, { where, orderBy: [], includeRetired: false, offset: 0, limit: 0 })).total;
  const access: RegisterAccess[] = [];
  for (const register of all) {
    if (!mayRead(register, actor)) continue;
    const { key, label } = register;
    const held = rolesOn(register, actor, {});
    const editsAny = Object.keys(register.columns).some((column) => mayEdit(register, column, held));
    access.push({
      key,
      label,
      rows: await count(register, []),
      mayCreate: mayCreate(register, actor),
      mayEdit: editsAny || (await ownsAny(register, actor, count)),
      mayRetire: mayRetire(register, held),
    });
  }
  return access;
}

/** Whether a row names the person in a role that may change something of it. */
async function ownsAny(register: Register, actor: Actor, count: Count): Promise<boolean> {
  for (const column of new Set(Object.values(register.rowRoles ?? {}))) {
    const many = register.columns[column]?.type === "references";
    const row = { [column]: many ? [actor.personId] : actor.personId };
    const roles = rolesOn(register, { ...actor, roles: [] }, row);
    if (!Object.keys(register.columns).some((each) => mayEdit(register, each, roles))) continue;
    if ((await count(register, [{ column, op: many ? "contains" : "eq", value: actor.personId }])) > 0) return true;
  }
  return false;
}
