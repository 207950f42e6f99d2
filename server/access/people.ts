import { type SignedIn, type SignInChoice } from "../../schema/api/context.ts";
import { ROLES, type Role } from "../../schema/registers/roles.ts";
import { type Sql } from "../store/store.ts";

/** People with the roles they hold on a day, as the database knows them. */

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly institution_id: string;
  readonly institution: string;
  readonly roles: readonly string[];
  readonly scoped: readonly { readonly role: string; readonly scope: string }[];
}

/** Roles held for one service, resource or process at a time; all others hold in the whole institution and name no scope. */
const NARROW = Object.entries(ROLES).flatMap(([role, { scope }]) =>
  scope === "SERVICE" || scope === "RESOURCE" || scope === "PROCESS" ? [role] : [],
);

const HELD = `from role_assignment r
        where r.person = p.id and r.state = 'CURRENT'
          and r.valid_from <= $1::date and (r.valid_to is null or $1::date < r.valid_to)`;
/** A recipient whose time is over, or has not come yet, is no one of the staff for that: it stays the only thing known of them. */
const AT_MOST_RECIPIENT = `(select '["RECIPIENT"]'::json from role_assignment r
        where r.person = p.id and r.state = 'CURRENT' having count(*) > 0 and bool_and(r.role = 'RECIPIENT'))`;
const SELECT = `
  select p.id, p.name, p.institution_id, i.name as institution,
    coalesce(
      (select json_agg(distinct r.role order by r.role) ${HELD} and (r.scope is null or r.role = any ($2::text[]))),
      ${AT_MOST_RECIPIENT}, '[]'::json) as roles,
    coalesce(
      (select json_agg(json_build_object('role', r.role, 'scope', r.scope)) ${HELD} and r.scope is not null
          and r.role = any ($2::text[])),
      '[]'::json) as scoped
    from person p join institution i on i.id = p.institution_id`;

const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role);

/** The person with the roles of `today` (`YYYY-MM-DD`), or null when there is no such person. */
export async function findActor(sql: Sql, person: string, today: string): Promise<SignedIn | null> {
  const [row] = await sql.query<PersonRow>(`${SELECT} where p.id = $3::uuid and p.state = 'CURRENT'`, [
    today,
    NARROW,
    person,
  ]);
  if (row === undefined) return null;
  const { id, name, institution_id, institution, roles, scoped } = row;
  return {
    personId: id,
    institutionId: institution_id,
    name,
    institution,
    roles: roles.filter(isRole),
    scoped: scoped.flatMap(({ role, scope }) => (isRole(role) ? [{ role, scope }] : [])),
  };
}

/** Everybody, by institution and name. */
export async function listPeople(sql: Sql, today: string): Promise<readonly SignInChoice[]> {
  const rows = await sql.query<PersonRow>(`${SELECT} where p.state = 'CURRENT' order by i.name, p.name, p.id`, [
    today,
    NARROW,
  ]);
  return rows.map(({ id, name, institution, institution_id, roles }) => ({
    person: id,
    name,
    institution,
    institutionId: institution_id,
    roles: roles.filter(isRole),
  }));
}
