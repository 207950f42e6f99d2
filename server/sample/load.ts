import type { Actor } from "../../schema/api/context.ts";
import { addPeople, addRoles, type NewRole } from "../store/newcomers.ts";
import type { Store } from "../store/store.ts";
import { push } from "../sync/push.ts";
import { sampleBatch, SAMPLE_INSTITUTIONS, type SampleInstitution } from "./people.ts";
import { samplePushes } from "./pushes.ts";

/** Since when the sample's people hold their roles. */
const SINCE = "2020-01-01";

/**
 * Puts the sample institutions into a database that has none: their people and roles, then their records by the same
 * push that people use. A start that was broken off in between is made up for at the next one. True when anything was
 * loaded.
 */
export async function loadSample(store: Store): Promise<boolean> {
  const institution = await loadPeople(store);
  if (institution === null) return false;
  const pushes = samplePushes();
  for (const [at, { register, by, rows }] of pushes.entries()) {
    const request = { register, batch: sampleBatch(at + 1), part: 0, rows, dryRun: false };
    const { results } = await push(store, actorOf(institution, by), request);
    const refused = results.find(({ outcome }) => outcome !== "APPLIED");
    if (refused) throw new Error(`The sample does not fit the register ${register}: ${JSON.stringify(refused)}`);
  }
  return true;
}

function actorOf({ id, people }: SampleInstitution, role: SampleInstitution["people"][number]["roles"][number]): Actor {
  const person = people.find(({ roles }) => roles.includes(role));
  if (!person) throw new Error(`the sample has no ${role}`);
  return { personId: person.id, institutionId: id, name: person.name, roles: person.roles };
}

/** The sample institution while its last publish has not been made; null where the database is somebody's own. */
async function loadPeople(store: Store): Promise<SampleInstitution | null> {
  const [institution] = SAMPLE_INSTITUTIONS;
  if (!institution) throw new Error("there is no sample institution");
  return store.transaction(async (sql) => {
    // Servers that start together load it once.
    await sql.query("LOCK TABLE institution IN SHARE ROW EXCLUSIVE MODE");
    const [found] = await sql.query<{ institutions: string }>("SELECT count(*) AS institutions FROM institution");
    if (found?.institutions === "0") {
      const people = SAMPLE_INSTITUTIONS.flatMap(({ id, people: all }) =>
        all.map((person) => ({ ...person, institution_id: id })),
      );
      await sql.query(
        `INSERT INTO institution (id, code, name)
         SELECT id, code, name FROM json_to_recordset($1::json) AS x (id uuid, code text, name text)`,
        [JSON.stringify(SAMPLE_INSTITUTIONS)],
      );
      await addPeople(sql, people);
      await addRoles(sql, SAMPLE_INSTITUTIONS.flatMap(rolesOf));
    }
    const [state] = await sql.query<{ missing: boolean }>(
      `SELECT EXISTS (SELECT FROM institution WHERE id = $1)
          AND NOT EXISTS (SELECT FROM batch WHERE institution_id = $1 AND id = $2) AS missing`,
      [institution.id, sampleBatch(samplePushes().length)],
    );
    return state?.missing ? institution : null;
  });
}

function rolesOf({ id, people }: SampleInstitution): NewRole[] {
  const held = people.flatMap((person) => person.roles.map((role) => ({ person: person.id, role })));
  return held.map(({ person, role }, at) => ({
    id: crypto.randomUUID(),
    institution_id: id,
    code: `RA-${String(at + 1).padStart(4, "0")}`,
    person,
    role,
    valid_from: SINCE,
  }));
}
