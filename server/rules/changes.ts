import { grouped } from "../../schema/registers/grouped.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { modelOf } from "../../schema/registers/steps.ts";
import { idsOf, namedAnswer, type FactLoader } from "./fact.ts";

/** Facts about changes: their templates and what experts say of them (domain.md, section 4). */

/** Two different experts assess a normal complex change, one every other that is assessed. */
export const tooFewAssessments: FactLoader = async ({ sql, institutionId, register, rows }) => {
  const found = await sql.query<{ change: string; expert: string }>(
    `select distinct change, expert from assessment
     where institution_id = $1 and change = any($2::uuid[]) and state = 'GIVEN'`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const by = grouped(found, ({ change }) => change);
  return {
    broken: ({ id, after }) => {
      const experts = idsIn(after["experts"]);
      const have = (by.get(id) ?? []).filter(({ expert }) => experts.includes(expert)).length;
      const need = modelOf(register, after) === "NORMAL_COMPLEX" ? 2 : 1;
      return have >= need ? null : { have, need };
    },
  };
};

/** A standard change names an approved template. */
export const templateNotApproved: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string }>(
    `select id from change_template where institution_id = $1 and id = any($2::uuid[]) and state = 'APPROVED'`,
    [institutionId, idsOf(rows, "template")],
  );
  const approved = new Set(found.map(({ id }) => id));
  return { broken: ({ after }) => (idsIn(after["template"]).some((id) => approved.has(id)) ? null : {}) };
};

/** A template is for the services and resources it names; one that names none is for all. */
export const templateForOthers: FactLoader = async ({ sql, institutionId, rows }) => {
  const templates = await sql.query<{ id: string; subjects: string[] }>(
    "select id, subjects from change_template where institution_id = $1 and id = any($2::uuid[])",
    [institutionId, idsOf(rows, "template")],
  );
  const approvedFor = new Map(templates.map(({ id, subjects }) => [id, subjects]));
  const subjects = await sql.query<{ id: string; name: string }>(
    `select id, name from (select id, name, institution_id from service
                           union all select id, name, institution_id from resource) subject
     where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, idsOf(rows, "subjects")],
  );
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  return namedAnswer(({ after }) => {
    const [template] = idsIn(after["template"]);
    const known = template === undefined ? undefined : approvedFor.get(template);
    if (known === undefined || known.length === 0) return [];
    return idsIn(after["subjects"]).flatMap((id) => (known.includes(id) ? [] : (names.get(id) ?? id)));
  });
};

/** An assessment counts when the change names its expert. */
export const assessorNotNamed: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string; code: string; experts: string[] }>(
    "select id, code, experts from change where institution_id = $1 and id = any($2::uuid[])",
    [institutionId, idsOf(rows, "change")],
  );
  const changes = new Map(found.map((change) => [change.id, change]));
  return {
    broken: ({ after }) => {
      const change = idsIn(after["change"]).flatMap((id) => changes.get(id) ?? [])[0];
      if (!change) return null;
      return idsIn(after["expert"]).some((expert) => change.experts.includes(expert)) ? null : { change: change.code };
    },
  };
};

/**
 * A problem is resolved by changes that are closed and successful: every change it names is over, and one of them was
 * successful (domain.md, section 5).
 */
export const changeNotSuccessful: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string; code: string; over: boolean; successful: boolean }>(
    `select id, code, state in ('CLOSED', 'REJECTED', 'CANCELLED') as over,
            state = 'CLOSED' and coalesce(outcome, '') in ('SUCCESSFUL', 'SUCCESSFUL_WITH_DEVIATION') as successful
     from change where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, idsOf(rows, "changes")],
  );
  const known = new Map(found.map((change) => [change.id, change]));
  return namedAnswer(({ after }) => {
    const named = idsIn(after["changes"]).flatMap((id) => known.get(id) ?? []);
    const inTheWay = named.some(({ successful }) => successful) ? named.filter(({ over }) => !over) : named;
    return inTheWay.map(({ code }) => code).sort();
  });
};
