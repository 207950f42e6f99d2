import type { Actor } from "../../schema/api/context.ts";
import type { Store } from "../store/store.ts";
import { SAMPLE_INSTITUTIONS } from "./people.ts";

/** Since when the sample's people hold their roles. */
const SINCE = "2020-01-01";

/**
 * Puts the sample institutions, their people and roles into a database that has no institution. Gives the person in
 * whose name the sample's services are to be pushed while the sample institution has none, else null: so a start that
 * was broken off between the two is made up for at the next one.
 */
export async function loadSamplePeople(store: Store): Promise<Actor | null> {
  return store.transaction(async (sql) => {
    // Servers that start together load it once.
    await sql.query("LOCK TABLE institution IN SHARE ROW EXCLUSIVE MODE");
    const [found] = await sql.query<{ institutions: string }>("SELECT count(*) AS institutions FROM institution");
    if (found?.institutions === "0") {
      const people = SAMPLE_INSTITUTIONS.flatMap((institution) =>
        institution.people.map((person) => ({ ...person, institution_id: institution.id })),
      );
      const roles = people.flatMap((person) => person.roles.map((role) => ({ person_id: person.id, role })));
      await sql.query(
        `INSERT INTO institution (id, code, name)
         SELECT id, code, name FROM json_to_recordset($1::json) AS x (id uuid, code text, name text)`,
        [JSON.stringify(SAMPLE_INSTITUTIONS)],
      );
      await sql.query(
        `INSERT INTO person (id, institution_id, code, name, email)
         SELECT id, institution_id, code, name, email FROM json_to_recordset($1::json)
           AS x (id uuid, institution_id uuid, code text, name text, email text)`,
        [JSON.stringify(people)],
      );
      await sql.query(
        `INSERT INTO role_assignment (person_id, role, valid_from)
         SELECT person_id, role, $2::date FROM json_to_recordset($1::json) AS x (person_id uuid, role text)`,
        [JSON.stringify(roles), SINCE],
      );
    }
    const [institution] = SAMPLE_INSTITUTIONS;
    const owner = institution?.people.find(({ roles }) => roles.includes("SERVICE_PORTFOLIO_OWNER"));
    if (!institution || !owner) throw new Error("the sample has no service portfolio owner");
    const [state] = await sql.query<{ missing: boolean }>(
      `SELECT EXISTS (SELECT FROM person WHERE id = $1) AND NOT EXISTS (SELECT FROM event WHERE institution_id = $2) AS missing`,
      [owner.id, institution.id],
    );
    if (!state?.missing) return null;
    return { personId: owner.id, institutionId: institution.id, name: owner.name, roles: owner.roles };
  });
}
