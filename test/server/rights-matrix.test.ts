import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import type { Store } from "../../server/store/store.ts";
import { push } from "../../server/sync/push.ts";
import { join, picture } from "../support/applications.ts";
import { putRow } from "../support/put-rows.ts";
import { rule } from "../support/rule.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, type World } from "../support/world.ts";

/** The table "who may do what" of domain.md, section 1, cell by cell, through the real push: written by hand, apart from the declarations. */

const PEOPLE = [
  ...["portfolio", "resourcePortfolio", "owner", "provider", "front"],
  ...["resourceOwner", "resourceUser", "colleague", "recipient", "monitoring", "stranger"],
] as const;
type Person = (typeof PEOPLE)[number];
const ALL_OWNERS = ["portfolio", "resourcePortfolio"] as const;
const STAFF = [...ALL_OWNERS, "owner", "provider", "front", "resourceOwner", "resourceUser", "colleague"] as const;

/**
 * Who may, for a service or resource that they are named in (`own`), and for one that they are not (`other`); for
 * everybody who is missing the answer is no.
 */
interface Expected {
  readonly own: readonly Person[];
  readonly other: readonly Person[];
}
const both = (...people: readonly Person[]): Expected => ({ own: people, other: people });

const TABLE: Readonly<Record<string, Expected>> = {
  // The stranger owns the portfolio of another institution: what they create is that one's.
  "create a service": both("portfolio", "stranger"),
  "retire a service": both("portfolio"),
  "create a resource": both("resourcePortfolio"),
  "retire a resource": both("resourcePortfolio"),
  "edit a service": { own: ["portfolio", "owner"], other: ["portfolio"] },
  "edit a resource": { own: ["resourcePortfolio", "resourceOwner"], other: ["resourcePortfolio"] },
  "add a dependency of a service": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "add a dependency of a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "register an application": { own: ["front", "provider", "owner"], other: ["front"] },
  "register a recipient's application": both("recipient", "front"),
  "register an incident": both(...STAFF, "monitoring"),
  "classify an incident on a service": { own: [...ALL_OWNERS, "owner", "provider"], other: ALL_OWNERS },
  "classify an incident on a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "diagnose an incident on a service": { own: [...ALL_OWNERS, "owner", "provider"], other: ALL_OWNERS },
  "diagnose an incident on a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "resolve an incident on a service": { own: [...ALL_OWNERS, "owner", "provider"], other: ALL_OWNERS },
  "resolve an incident on a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "close an incident on a service": { own: ["front", "owner"], other: ["front"] },
  "close a major incident on a service": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "agree on a service level": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "plan the continuity of a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "enter finances of a service": { own: ["portfolio", "owner"], other: ["portfolio"] },
  "register a change request": both(...STAFF),
  // The provider is named as the expert of the one change, a person who is nobody here of the other.
  "assess a change": { own: ["provider"], other: [] },
  "authorise a simple change of a service": { own: ["owner"], other: [] },
  "authorise a simple change of a resource": { own: ["resourceOwner"], other: [] },
  "authorise a complex change": both(...ALL_OWNERS),
  "authorise a change that one implements": { own: [], other: [] },
  "publish knowledge of a service": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "publish knowledge of a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "enter a measurement": {
    own: [...ALL_OWNERS, "owner", "provider", "monitoring"],
    other: [...ALL_OWNERS, "monitoring"],
  },
  "enter a measurement of a resource": {
    own: [...ALL_OWNERS, "resourceOwner", "monitoring"],
    other: [...ALL_OWNERS, "monitoring"],
  },
  "set a target for a service": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "set a target for a resource": { own: [...ALL_OWNERS, "resourceOwner"], other: ALL_OWNERS },
  "define a KPI": { own: [...ALL_OWNERS, "owner"], other: ALL_OWNERS },
  "assign a role": both(...ALL_OWNERS),
  "assign a process manager": both(...ALL_OWNERS),
  "set a service calendar": both(...ALL_OWNERS, "stranger"),
};

const SUBJECTS = { own: ["Pases", "Serveris"], other: ["Citas", "Cits serveris"] } as const;
type Scope = keyof typeof SUBJECTS;

let store: Store;
let world: World;
const actors = {} as Record<Person, Actor>;
/** What each operation sends, by scope. */
const rows: Record<string, Record<Scope, readonly [register: string, row: PushRow]>> = {};

beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  Object.assign(actors, {
    ...{ portfolio: world.portfolio, owner: world.owner, provider: world.provider, front: world.front },
    stranger: world.stranger,
    resourcePortfolio: await join(world, "Resursu Vadītāja", ["RESOURCE_PORTFOLIO_OWNER"]),
    resourceOwner: await join(world, "Resursa Saimnieks", ["RESOURCE_OWNER"]),
    resourceUser: await join(world, "Resursa Lietotājs", ["RESOURCE_USER"]),
    colleague: await join(world, "Kolēģis"),
    recipient: await join(world, "Saņēmēja", ["RECIPIENT"]),
    monitoring: { ...world.front, personId: crypto.randomUUID(), name: "Zabbix", roles: [], monitoring: true },
  });
  const nobody = (await join(world, "Cits Cilvēks")).personId;
  const put = (register: string, cells: Parameters<typeof putRow>[3]) =>
    putRow(store, world.portfolio, register, cells);
  const people = {
    own: {
      service: actors.owner.personId,
      provider: actors.provider.personId,
      resource: actors.resourceOwner.personId,
    },
    other: { service: nobody, provider: nobody, resource: nobody },
  };
  const category = await put("categories", { name: "Vispārīgi" });
  for (const scope of ["own", "other"] as const) {
    const [service, resource] = SUBJECTS[scope];
    const { service: owner, provider, resource: keeper } = people[scope];
    const users = scope === "own" ? [actors.resourceUser.personId] : [nobody];
    const serviceId = await put("services", { name: service, owner, providers: [provider], stage: "IMPROVING" });
    const resourceId = await put("resources", { name: resource, owner: keeper, users, stage: "IMPROVING" });
    // Nothing stands in the way of retiring these.
    const idle = { name: `Lieks ${scope}`, stage: "IMPROVING", owner };
    const idleService = await put("services", { ...idle, providers: [provider] });
    const idleResource = await put("resources", { ...idle, owner: keeper, users });
    const incident = {
      category,
      impact: 3,
      urgency: 3,
      outage: "NONE",
      major: false,
      detectedAt: "2025-01-01T08:00:00Z",
    };
    const on = (subject: string) =>
      put("incidents", {
        ...incident,
        subject,
        source: "PERSON",
        title: "Neatbild",
        registeredAt: "2025-01-01T09:00:00Z",
      });
    const done = {
      resolution: "FIX",
      workDone: "Nomainīts disks",
      assignee: nobody,
      coordinator: nobody,
      resolver: nobody,
    };
    const times = {
      reactedAt: "2025-01-01T10:00:00Z",
      restoredAt: "2025-01-01T11:00:00Z",
      resolvedAt: "2025-01-01T12:00:00Z",
    };
    const resolved = (subject: string, major: boolean) =>
      put("incidents", {
        ...{
          ...incident,
          ...done,
          ...times,
          subject,
          major,
          source: "PERSON",
          title: "Neatbildēja",
          state: "RESOLVED",
        },
        registeredAt: "2025-01-01T09:00:00Z",
      });
    const under = (subject: string, state: string) =>
      put("incidents", {
        ...{ ...incident, subject, state, source: "PERSON", title: "Neatbild", assignee: nobody },
        ...{ registeredAt: "2025-01-01T09:00:00Z", reactedAt: "2025-01-01T10:00:00Z" },
      });
    const REQUEST = { title: "Atjaunot", description: "x", reason: "x", kind: "NORMAL", state: "ASSESSED" };
    const asked = { ...REQUEST, registeredAt: "2025-01-01T09:00:00Z", assessedAt: "2025-01-02T09:00:00Z" };
    const expert = scope === "own" ? actors.provider.personId : nobody;
    const request = (subject: string, complexity: string, cells: Parameters<typeof putRow>[3] = {}) =>
      put("changes", { ...asked, subjects: [subject], complexity, requester: nobody, experts: [expert], ...cells });
    const board = { board: "Atbalsta", boardOn: "2025-01-03" };
    const involved = PEOPLE.flatMap((person) => (person === "monitoring" ? [] : [actors[person].personId]));
    await put("changes", {
      ...{ ...asked, code: `IZM-${scope}`, subjects: [serviceId], complexity: "SIMPLE", requester: nobody },
      ...{ experts: [expert], state: "CLASSIFIED", assessedAt: null },
    });
    const restored = { restoredAt: "2025-01-01T11:00:00Z", resolution: "FIX", workDone: "x", resolvedLevel: "L2" };
    const text = { title: "Kā atjaunot", symptom: "Nedarbojas", cause: "Disks", solution: "Nomainīt", level: "L1" };
    const article = (subject: string) =>
      put("knowledge", {
        ...text,
        subjects: [subject],
        authors: [nobody],
        state: "IN_REVIEW",
        reviewDue: "2099-01-01",
      });
    const add = (register: string, cells: Readonly<Record<string, Cell>>) =>
      [register, { row: crypto.randomUUID(), base: null, cells }] as const;
    const change = (register: string, row: string, cells: Readonly<Record<string, Cell>>, retire = false) =>
      [register, { row, base: 1, cells, ...(retire && { retire }) }] as const;
    const period = { periodFrom: "2025-01-01", periodTo: "2025-02-01" };
    const reason = { retireReason: "Vairs nevajag" };
    const sent: Readonly<Record<string, readonly [string, PushRow]>> = {
      "create a service": add("services", { name: `Jauns ${scope}` }),
      "retire a service": change("services", idleService, reason, true),
      "create a resource": add("resources", { name: `Jauns ${scope}`, kind: "SOFTWARE" }),
      "retire a resource": change("resources", idleResource, reason, true),
      "edit a service": change("services", serviceId, { description: "Izsniedz pases" }),
      "edit a resource": change("resources", resourceId, { location: "2. stāvs" }),
      "add a dependency of a service": add("dependencies", { from: service, to: "Pamats", kind: "RUNS_ON" }),
      "add a dependency of a resource": add("dependencies", { from: resource, to: "Pamats", kind: "RUNS_ON" }),
      "register an application": add("applications", { title: "Jautājums", channel: "PHONE", service }),
      "register a recipient's application": add("applications", {
        ...{ title: "Mans", channel: "WEB", applicantPerson: "Saņēmēja" },
      }),
      "register an incident": add("incidents", {
        ...{ title: "Neatbild", subject: service, source: "MONITORING", detectedAt: "2025-01-01T08:00:00Z" },
      }),
      "classify an incident on a service": change("incidents", await on(serviceId), { state: "CLASSIFIED" }),
      "classify an incident on a resource": change("incidents", await on(resourceId), { state: "CLASSIFIED" }),
      "diagnose an incident on a service": change("incidents", await under(serviceId, "CLASSIFIED"), {
        state: "DIAGNOSING",
      }),
      "diagnose an incident on a resource": change("incidents", await under(resourceId, "CLASSIFIED"), {
        state: "DIAGNOSING",
      }),
      "resolve an incident on a service": change("incidents", await under(serviceId, "RESOLVING"), {
        ...{ ...restored, state: "RESOLVED" },
      }),
      "resolve an incident on a resource": change("incidents", await under(resourceId, "RESOLVING"), {
        ...{ ...restored, state: "RESOLVED" },
      }),
      "assess a change": add("assessments", {
        ...{ change: `IZM-${scope}`, expected: "x", impact: "x", likelihood: 1, consequence: 1, state: "GIVEN" },
        ...{ resources: "x", backout: "x", conclusion: "APPROVE" },
      }),
      "authorise a simple change of a service": change("changes", await request(serviceId, "SIMPLE"), {
        state: "AUTHORISED",
      }),
      "authorise a simple change of a resource": change("changes", await request(resourceId, "SIMPLE"), {
        state: "AUTHORISED",
      }),
      "authorise a complex change": change("changes", await request(serviceId, "COMPLEX"), {
        ...{ ...board, state: "AUTHORISED" },
      }),
      "authorise a change that one implements": change(
        "changes",
        await request(serviceId, "COMPLEX", { implementers: involved }),
        { ...board, state: "AUTHORISED" },
      ),
      "close an incident on a service": change("incidents", await resolved(serviceId, false), {
        state: "CLOSED",
        confirmed: true,
      }),
      "close a major incident on a service": change("incidents", await resolved(serviceId, true), {
        ...{ state: "CLOSED", confirmed: true, lessons: 0, review: "Rezerves barošana nebija pārbaudīta." },
      }),
      "agree on a service level": add("serviceLevels", { title: `Līmenis ${scope}`, subject: service }),
      "plan the continuity of a resource": add("continuity", { subject: resource }),
      "enter finances of a service": add("finances", { service, kind: "COST", line: "Serveri", ...period }),
      "register a change request": add("changes", {
        title: "Atjaunot",
        subjects: [service],
        description: "Jauna versija",
      }),
      "publish knowledge of a service": change("knowledge", await article(serviceId), { state: "PUBLISHED" }),
      "publish knowledge of a resource": change("knowledge", await article(resourceId), { state: "PUBLISHED" }),
      "enter a measurement": add("measurements", {
        ...{ kpi: "Apmierinātība", scope: service, value: 4, source: "MANUAL", ...period },
      }),
      "enter a measurement of a resource": add("measurements", {
        ...{ kpi: "Noslodze", scope: resource, value: 4, source: "MANUAL", ...period },
      }),
      "set a target for a service": add("kpiTargets", {
        ...{ kpi: "Apmierinātība", scope: service, planned: 4, validFrom: "2026-01-01" },
      }),
      "set a target for a resource": add("kpiTargets", {
        ...{ kpi: "Noslodze", scope: resource, planned: 4, validFrom: "2026-01-01" },
      }),
      "assign a process manager": add("processes", { process: "INCIDENTS", manager: "Kolēģis" }),
      "set a service calendar": add("calendars", { name: `Darba laiks ${scope}` }),
      "define a KPI": add("kpis", { name: `Laiks ${scope}`, definedFor: "SERVICE", scope: service }),
      "assign a role": add("roles", { person: "Kolēģis", role: "FRONT_OFFICE", validFrom: "2026-01-01" }),
    };
    for (const [name, one] of Object.entries(sent))
      rows[name] = { ...rows[name], [scope]: one } as (typeof rows)[string];
  }
  await put("services", { name: "Pamats" });
  await put("knowledge", { title: "Visiem", state: "PUBLISHED", level: "L1", reviewDue: "2099-01-01" });
  await put("kpis", { name: "Noslodze", definedFor: "RESOURCE", source: "MANUAL", state: "ACTIVE" });
  await put("kpis", { name: "Apmierinātība", definedFor: "SERVICE", source: "MANUAL", state: "ACTIVE" });
});
afterAll(() => store.close());

/** Refusals that say it is not this person's to do. */
const NOT_YOURS = [
  ...["FORBIDDEN", "STEP_FORBIDDEN", "NOT_FOUND", "UNKNOWN_REFERENCE", "FOUR_EYES"],
  ...["ASSESSMENT_BY_NAMED_EXPERT", "CHANGE_AUTHORISER_NOT_INVOLVED"],
];

/** "yes", "no", or what else stood in the way, which would make the answer worthless. */
async function may(actor: Actor, [register, row]: readonly [string, PushRow]): Promise<string> {
  // What a system enters is told to come from one.
  const cells = actor.monitoring && register === "measurements" ? { ...row.cells, source: "FEED" } : row.cells;
  const request = { register, batch: crypto.randomUUID(), part: 0, rows: [{ ...row, cells }], dryRun: true };
  try {
    const { results } = await push(store, actor, request);
    const [{ outcome, refusals = [] } = { outcome: "NONE" }] = results;
    if (outcome === "APPLIED") return "yes";
    const no = refusals.some(({ code, rule = "" }) => NOT_YOURS.includes(code) || NOT_YOURS.includes(rule));
    return no ? "no" : JSON.stringify(refusals);
  } catch (error) {
    if (error instanceof SaimeError && error.code === "FORBIDDEN") return "no";
    throw error;
  }
}

test.each(Object.keys(TABLE))(`${rule("RIGHTS_TABLE")}: %s`, async (operation) => {
  for (const scope of ["own", "other"] as const) {
    const sent = rows[operation]?.[scope];
    expect(sent).toBeDefined();
    const answers: Record<string, string> = {};
    for (const person of PEOPLE) if (sent) answers[person] = await may(actors[person], sent);
    const expected = PEOPLE.map((person) => [person, TABLE[operation]?.[scope].includes(person) ? "yes" : "no"]);
    expect({ scope, ...answers }).toEqual({ scope, ...Object.fromEntries(expected) });
  }
});

test(rule("RIGHTS_TABLE", "registers and logs are read by the institution's staff"), async () => {
  for (const register of ["services", "resources", "incidents", "knowledge", "roles"]) {
    for (const person of PEOPLE) {
      const rowsOf = async () => (await picture(world, actors[person], register)).rows;
      if (person === "recipient" || person === "monitoring") {
        await expect(rowsOf()).rejects.toMatchObject({ code: "FORBIDDEN" });
      } else if (person === "stranger") {
        const ours = (await picture(world, world.front, register)).rows;
        expect([...(await rowsOf()).keys()].filter((id) => ours.has(id))).toEqual([]);
      } else expect([register, person, (await rowsOf()).size > 0]).toEqual([register, person, true]);
    }
  }
});
