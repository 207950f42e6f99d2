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
}

/** A role of the institution counts in the person's own institution only, whatever scope the assignment names. */
const INSTITUTION_ROLES = Object.entries(ROLES).flatMap(([role, { scope }]) => (scope === "INSTITUTION" ? [role] : []));

const SELECT = `
  select p.id, p.name, p.institution_id, i.name as institution,
    coalesce(
      (select json_agg(distinct r.role order by r.role)
         from role_assignment r
        where r.person_id = p.id
          and r.valid_from <= $1::date and (r.valid_to is null or $1::date < r.valid_to)
          and (r.role <> all ($2::text[]) or r.scope_id is null or r.scope_id = p.institution_id)),
      '[]'::json) as roles
    from person p join institution i on i.id = p.institution_id`;

const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role);

/** The person with the roles of `today` (`YYYY-MM-DD`), or null when there is no such person. */
export async function findActor(sql: Sql, person: string, today: string): Promise<SignedIn | null> {
  const [row] = await sql.query<PersonRow>(`${SELECT} where p.id = $3::uuid`, [today, INSTITUTION_ROLES, person]);
  if (row === undefined) return null;
  const { id, name, institution_id, institution, roles } = row;
  return { personId: id, institutionId: institution_id, name, institution, roles: roles.filter(isRole) };
}

/** Everybody, by institution and name. */
export async function listPeople(sql: Sql, today: string): Promise<readonly SignInChoice[]> {
  const rows = await sql.query<PersonRow>(`${SELECT} order by i.name, p.name, p.id`, [today, INSTITUTION_ROLES]);
  return rows.map(({ id, name, institution, roles }) => ({
    person: id,
    name,
    institution,
    roles: roles.filter(isRole),
  }));
}
