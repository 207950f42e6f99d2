import { idsIn } from "../../schema/registers/named-in.ts";
import { OPENED_BY_KIND } from "../../schema/registers/application-lifecycle.ts";
import { yearBefore } from "../../schema/registers/dates.ts";
import { idsOf, namedAnswer, type FactLoader } from "./fact.ts";

/** Facts about incidents, problems, knowledge, applications and plans: what other records say of them. */

/** domain.md, section 3: for each lesson of a major incident's review an improvement. */
export const lessonsWithoutImprovement: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ source: string; n: number }>(
    `select from_ as source, count(*)::int as n from improvement
     where institution_id = $1 and from_ = any($2::uuid[]) and state <> 'DROPPED' group by 1`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const recorded = new Map(found.map(({ source, n }) => [source, n]));
  return {
    broken: ({ id, after }) => {
      const [have, need] = [recorded.get(id) ?? 0, Number(after["lessons"] ?? 0)];
      return have >= need ? null : { have, need };
    },
  };
};

/** domain.md, section 5: a known error has a knowledge article, named by the problem or naming it. */
export const noKnowledgeOfError: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ record: string }>(
    `select distinct record from article, unnest(records) as record
     where institution_id = $1 and records && $2::uuid[] and state <> 'RETIRED'`,
    [institutionId, rows.map(({ id }) => id)],
  );
  const known = new Set(found.map(({ record }) => record));
  return { broken: ({ id, after }) => (idsIn(after["knowledge"]).length > 0 || known.has(id) ? null : {}) };
};

/** domain.md, section 1: knowledge is never published by its sole author. */
export const soleAuthor: FactLoader = ({ actor }) =>
  Promise.resolve({
    broken: ({ after }) => {
      const authors = new Set(idsIn(after["authors"]));
      return authors.size === 1 && authors.has(actor.personId) ? {} : null;
    },
  });

/** domain.md, section 5: an application that opened a record closes with it. */
export const openedRecordNotDone: FactLoader = async ({ sql, institutionId, rows }) => {
  const found = await sql.query<{ id: string; code: string }>(
    `select id, code from (
       select id, code, state, institution_id from incident union all
       select id, code, state, institution_id from problem union all
       select id, code, state, institution_id from change) opened
     where institution_id = $1 and id = any($2::uuid[]) and state not in ('CLOSED', 'CANCELLED', 'REJECTED') order by code`,
    [institutionId, idsOf(rows, "opened")],
  );
  const open = new Map(found.map(({ id, code }) => [id, code]));
  return namedAnswer(({ after }) => idsIn(after["opened"]).flatMap((id) => open.get(id) ?? []));
};

/** domain.md, section 5: the record that an application opens is of the application's kind. */
export const openedOtherKind: FactLoader = async ({ sql, institutionId, rows }) => {
  const opened = idsOf(rows, "opened");
  if (opened.length === 0) return namedAnswer(() => []);
  const found = await sql.query<{ id: string; code: string; register: string }>(
    `select id, code, register from (
       select id, code, 'incidents' as register, institution_id from incident union all
       select id, code, 'problems', institution_id from problem union all
       select id, code, 'changes', institution_id from change) opened
     where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, opened],
  );
  const records = new Map(found.map((record) => [record.id, record]));
  return namedAnswer(({ after }) => {
    const kind = after["kind"];
    if (typeof kind !== "string" || !Object.hasOwn(OPENED_BY_KIND, kind)) return [];
    const register: string = OPENED_BY_KIND[kind as keyof typeof OPENED_BY_KIND];
    return idsIn(after["opened"])
      .flatMap((id) => records.get(id) ?? [])
      .flatMap((record) => (record.register === register ? [] : record.code));
  });
};

/** domain.md, section 5: a continuity plan is tested within the year before today. */
export const continuityTestOld: FactLoader = ({ today }) => {
  const yearAgo = yearBefore(today);
  return Promise.resolve({
    broken: ({ after: { lastTest } }) => (typeof lastTest === "string" && lastTest < yearAgo ? {} : null),
  });
};
