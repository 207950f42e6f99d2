import { stamp } from "./feed.ts";
import type { Sql } from "./store.ts";

/** Whoever acts where no person does: the rows a first start finds already there. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export interface NewPerson {
  readonly id: string;
  readonly institution_id: string;
  readonly code: string;
  readonly name: string;
  readonly email?: string;
}
export interface NewRole {
  readonly id: string;
  readonly institution_id: string;
  readonly code: string;
  readonly person: string;
  readonly role: string;
  readonly scope?: string;
  /** `YYYY-MM-DD`; both half open. */
  readonly valid_from: string;
  readonly valid_to?: string | null;
}

const SYSTEM = `"version", feed, created_at, created_by, updated_at, updated_by, state`;

/** People whom nobody entered: the first ones, without whom nobody could sign in to enter others. */
export async function addPeople(sql: Sql, people: readonly NewPerson[]): Promise<void> {
  const { feed, at } = await stamp(sql);
  await sql.query(
    `insert into person (id, institution_id, code, name, email, ${SYSTEM})
     select id, institution_id, code, name, email, 1, $2::bigint, $3::timestamptz, $4::uuid, $3::timestamptz, $4::uuid, 'CURRENT'
     from json_to_recordset($1::json) as x (id uuid, institution_id uuid, code text, name text, email text)`,
    [JSON.stringify(people), feed, at, NOBODY],
  );
}

/** Roles of the first people. */
export async function addRoles(sql: Sql, roles: readonly NewRole[]): Promise<void> {
  const { feed, at } = await stamp(sql);
  await sql.query(
    `insert into role_assignment (id, institution_id, code, person, role, scope, valid_from, valid_to, ${SYSTEM})
     select id, institution_id, code, person, role, scope, valid_from, valid_to, 1, $2::bigint, $3::timestamptz, $4::uuid, $3::timestamptz, $4::uuid, 'CURRENT'
     from json_to_recordset($1::json)
       as x (id uuid, institution_id uuid, code text, person uuid, role text, scope uuid, valid_from date, valid_to date)`,
    [JSON.stringify(roles), feed, at, NOBODY],
  );
}
