import { grouped } from "../../schema/registers/grouped.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { PORTFOLIO_OWNERS } from "../../schema/registers/owners.ts";
import { ROLES, type Role } from "../../schema/registers/roles.ts";
import type { Sql } from "../store/store.ts";
import { idsOf, type FactAsk, type FactLoader, type FactRow } from "./fact.ts";
import { registersOf } from "./kpis.ts";

/** Facts about who somebody named by a row is (domain.md, sections 1 and 4). */

/** Of a role that is held for one thing: the register of such things. */
const REGISTER_OF_SCOPE: Readonly<Record<string, string>> = {
  SERVICE: "services",
  RESOURCE: "resources",
  PROCESS: "processes",
};

/** A role held for a service, a resource or a process names one of these and nothing else. */
export const scopeNotOfRole: FactLoader = async ({ sql, institutionId, rows }) => {
  const scopes = idsOf(rows, "scope");
  const registers = await registersOf(sql, institutionId, scopes);
  const names = await namesOf(sql, institutionId, scopes);
  return {
    broken: ({ after }) => {
      const [scope] = idsIn(after["scope"]);
      const role = after["role"];
      if (scope === undefined || typeof role !== "string" || !Object.hasOwn(ROLES, role)) return null;
      const fits = registers.get(scope) === REGISTER_OF_SCOPE[ROLES[role as Role].scope];
      return fits ? null : { scope: names.get(scope) ?? scope };
    },
  };
};

/** A lead institution's role is handed on by who holds it; portfolio owners assign the others. */
export const leadRoleByOthers: FactLoader = ({ actor }) =>
  Promise.resolve({
    broken: ({ after }) => ((actor.roles as readonly unknown[]).includes(after["role"]) ? null : {}),
  });

/** An emergency change goes on the word of who, when it begins, owns what it is about, or a portfolio. */
export const wordOfNoOwner: FactLoader = async (ask) => {
  const { sql, institutionId, rows } = ask;
  const held = await heldBy(ask, "orderedBy", [...PORTFOLIO_OWNERS, "SERVICE_OWNER", "RESOURCE_OWNER"]);
  const found = await sql.query<{ id: string; owner: string }>(
    `select id, owner from (select id, owner, institution_id from service
                            union all select id, owner, institution_id from resource) subject
     where institution_id = $1 and id = any($2::uuid[]) and owner is not null`,
    [institutionId, idsOf(rows, "subjects")],
  );
  const owners = new Map(found.map(({ id, owner }) => [id, owner]));
  return {
    broken: (row) => {
      const subjects = idsIn(row.after["subjects"]);
      const owns = (person: string) =>
        subjects.some((subject) => owners.get(subject) === person) ||
        held
          .of(person, dayTold(ask, row, "startedAt"))
          .some(({ role, scope }) => isPortfolio(role) || (scope !== null && subjects.includes(scope)));
      return notAmong(row, "orderedBy", owns, held.name);
    },
  };
};

/** An emergency change is authorised afterwards by who held a portfolio on that day. */
export const authorisedByNoPortfolioOwner: FactLoader = async (ask) => {
  const held = await heldBy(ask, "authorisedBy", PORTFOLIO_OWNERS);
  return {
    broken: (row) =>
      notAmong(
        row,
        "authorisedBy",
        (person) => held.of(person, dayTold(ask, row, "authorisedAt")).length > 0,
        held.name,
      ),
  };
};

const isPortfolio = (role: string): boolean => (PORTFOLIO_OWNERS as readonly string[]).includes(role);

function notAmong(row: FactRow, column: string, may: (person: string) => boolean, name: (id: string) => string) {
  const [person] = idsIn(row.after[column]);
  return person === undefined || may(person) ? null : { names: name(person) };
}

/** The day of a time that the row gives; today where it gives none. History is judged by the roles of its own day. */
function dayTold({ today, timeZone }: FactAsk, { after }: FactRow, column: string): string {
  const at = after[column];
  return typeof at === "string" && at !== "" ? dayOf(at, timeZone) : today;
}

interface Assignment {
  readonly person: string;
  readonly role: string;
  readonly scope: string | null;
  readonly first: string;
  /** Half open; null has no end. */
  readonly last: string | null;
}

/** Which of `roles` the people that a column names hold on a day, and the people's names. */
async function heldBy({ sql, institutionId, rows }: FactAsk, column: string, roles: readonly string[]) {
  const people = idsOf(rows, column);
  const found = await sql.query<Assignment>(
    `select person, role, scope, to_char(valid_from, 'YYYY-MM-DD') as first, to_char(valid_to, 'YYYY-MM-DD') as last
     from role_assignment
     where institution_id = $1 and person = any($2::uuid[]) and role = any($3) and state = 'CURRENT'`,
    [institutionId, people, roles],
  );
  const names = await sql.query<{ id: string; name: string }>(
    "select id, name from person where institution_id = $1 and id = any($2::uuid[])",
    [institutionId, people],
  );
  const called = new Map(names.map(({ id, name }) => [id, name]));
  const by = grouped(found, ({ person }) => person);
  return {
    of: (person: string, day: string): readonly Assignment[] =>
      (by.get(person) ?? []).filter(({ first, last }) => first <= day && (last === null || day < last)),
    name: (person: string): string => called.get(person) ?? person,
  };
}

/** Names of services, resources and processes by id. */
async function namesOf(sql: Sql, institutionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql.query<{ id: string; name: string }>(
    `select id, name from (select id, name, institution_id from service
       union all select id, name, institution_id from resource
       union all select id, code, institution_id from process) scope
     where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
