import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../../server/store/store.ts";
import type { StoredCells } from "../../../server/store/stored-row.ts";
import { putRow } from "../../support/put-rows.ts";
import { openTestStore } from "../../support/store.ts";
import { teller, TODAY, type Told } from "../../support/told-facts.ts";
import { makeWorld, type World } from "../../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

const put = (key: string, cells: StoredCells) => putRow(store, world.portfolio, key, cells);
const foreign = (key: string, cells: StoredCells) => putRow(store, world.stranger, key, cells);
/** What a fact tells of rows of one write, taken one after another where nothing is told of them. */
const told: Told = (...asked) => teller(store, world.portfolio)(...asked);

const service = (name: string, more: StoredCells = {}) => put("services", { name, stage: "DELIVERING", ...more });
const resource = (name: string, more: StoredCells = {}) => put("resources", { name, stage: "DELIVERING", ...more });

describe("what services and resources need and what stands on them", () => {
  test("NO_AGREED_SERVICE_LEVEL: one agreed and valid today, of this very service", async () => {
    const [has, draft, over, none] = [await service("a"), await service("b"), await service("c"), await service("d")];
    await put("serviceLevels", { subject: has, state: "AGREED", validFrom: TODAY, validTo: null });
    await put("serviceLevels", { subject: draft, state: "DRAFT", validFrom: "2020-01-01" });
    await put("serviceLevels", { subject: over, state: "AGREED", validFrom: "2020-01-01", validTo: TODAY });
    await foreign("serviceLevels", { subject: none, state: "AGREED", validFrom: "2020-01-01" });
    const rows = [has, draft, over, none].map((id) => ({ id }));
    expect(await told("NO_AGREED_SERVICE_LEVEL", "services", rows)).toEqual([null, {}, {}, {}]);
  });

  test("NO_KPI_WITH_TARGET: an active KPI of services with a target that is valid today, for it or for all", async () => {
    const [has, draft, none] = [await service("e"), await service("f"), await service("g")];
    const kpi = await put("kpis", { name: "k", definedFor: "SERVICE", state: "ACTIVE" });
    const planned = await put("kpis", { name: "l", definedFor: "SERVICE", state: "DRAFT" });
    await put("kpiTargets", { kpi, scope: has, validFrom: "2020-01-01", validTo: "2030-01-01" });
    await put("kpiTargets", { kpi: planned, scope: draft, validFrom: "2020-01-01", validTo: "2030-01-01" });
    const rows = [has, draft, none].map((id) => ({ id }));
    expect(await told("NO_KPI_WITH_TARGET", "services", rows)).toEqual([null, {}, {}]);
    const all = await put("kpiTargets", { kpi, validFrom: "2020-01-01", validTo: "2030-01-01" });
    expect(await told("NO_KPI_WITH_TARGET", "services", rows)).toEqual([null, null, null]);
    await store.query("update kpi_target set state = 'RETIRED' where id = $1", [all]);
  });

  test("DEPENDED_ON: by name, only what is in use and depends critically", async () => {
    const server = await resource("Serveris");
    for (const [name, stage, critical, state] of [
      ["Būtiskais", "IMPROVING", true, "CURRENT"],
      ["Ērtība", "DELIVERING", false, "CURRENT"],
      ["Plāns", "PLANNING", true, "CURRENT"],
      ["Bijušais", "DELIVERING", true, "RETIRED"],
    ] as const)
      await put("dependencies", { from: await service(name, { stage }), to: server, critical, state });
    expect(await told("DEPENDED_ON", "resources", [{ id: server }, { id: await resource("Cits") }])).toEqual([
      { names: "Būtiskais" },
      null,
    ]);
  });

  test("OPEN_INCIDENTS: those neither closed nor cancelled", async () => {
    const [here, quiet] = [await service("h"), await service("i")];
    await put("incidents", { subject: here, state: "PENDING", code: "INC-open" });
    for (const state of ["CLOSED", "CANCELLED"]) await put("incidents", { subject: quiet, state });
    expect(await told("OPEN_INCIDENTS", "services", [{ id: here }, { id: quiet }])).toEqual([
      { names: "INC-open" },
      null,
    ]);
  });

  test("DEPENDENCY_CYCLE: told by names, also when two rows of one write close it together, and of a changed row", async () => {
    const [a, b, c] = [await service("Pirmais"), await service("Otrais"), await service("Trešais")];
    const edge = (from: string, to: string, more: StoredCells = {}) => ({
      ...{ from, to, critical: true, state: "CURRENT" },
      ...more,
    });
    expect(await told("DEPENDENCY_CYCLE", "dependencies", [edge(a, b), edge(b, c), edge(c, a), edge(a, c)])).toEqual([
      null,
      null,
      { cycle: "Trešais → Pirmais → Otrais → Trešais" },
      null,
    ]);
    const kept = await put("dependencies", edge(a, b));
    expect(await told("DEPENDENCY_CYCLE", "dependencies", [edge(b, a)])).toEqual([
      { cycle: "Otrais → Pirmais → Otrais" },
    ]);
    // The one that turns round takes its own place; one refused still stands where it was for the rows after it.
    expect(await told("DEPENDENCY_CYCLE", "dependencies", [edge(b, a, { id: kept })])).toEqual([null]);
    const own = edge(b, b, { id: kept });
    expect(await told("DEPENDENCY_CYCLE", "dependencies", [own, edge(b, a)])).toEqual([
      { cycle: "Otrais → Otrais" },
      { cycle: "Otrais → Pirmais → Otrais" },
    ]);
  });
});

describe("what must stand alone", () => {
  const days = (from: string, to: string | null) => ({ validFrom: from, validTo: to });
  test("SERVICE_LEVEL_OVERLAP: agreed ones of one subject, half open, and those of one write", async () => {
    const subject = await service("j");
    const level = (from: string, to: string | null, more: StoredCells = {}) => ({
      ...{ subject, state: "AGREED", code: `SL ${from}`, ...days(from, to) },
      ...more,
    });
    await put("serviceLevels", level("2026-01-01", "2026-07-01"));
    expect(
      await told("SERVICE_LEVEL_OVERLAP", "serviceLevels", [
        level("2026-07-01", "2026-08-01"),
        level("2026-06-30", "2026-07-01"),
        level("2026-07-15", null),
        level("2026-06-01", null, { state: "DRAFT" }),
        level("2026-06-01", null, { subject: await service("k") }),
      ]),
    ).toEqual([null, { names: "SL 2026-01-01" }, { names: "SL 2026-07-01" }, null, null]);
  });
  test("TARGET_OVERLAP, MEASURED_TWICE: of one KPI and scope, where no scope is a scope too", async () => {
    const kpi = await put("kpis", { name: "m", definedFor: "INSTITUTION", state: "ACTIVE" });
    const target = { kpi, scope: null, state: "CURRENT", code: "TGT", ...days("2026-01-01", "2027-01-01") };
    const own = { ...target, scope: await service("l") };
    expect(await told("TARGET_OVERLAP", "kpiTargets", [target, own, target])).toEqual([null, null, { names: "TGT" }]);
    const measured = { kpi, state: "CURRENT", code: "MSR", periodFrom: "2026-01-01", periodTo: "2026-02-01" };
    const next = { ...measured, periodFrom: "2026-02-01", periodTo: "2026-03-01" };
    expect(await told("MEASURED_TWICE", "measurements", [measured, next, measured])).toEqual([
      null,
      null,
      { names: "MSR" },
    ]);
  });
  test.each([
    ["ONE_PER_PROCESS", "processes", { process: "INCIDENTS" }],
    ["ONE_PER_TASK", "tasks", { task: "PU2_21" }],
    ["ONE_PER_CONDITION", "conditions", { service: crypto.randomUUID(), condition: "N1_1" }],
  ] as const)("%s: but those ended do not count", async (name, key, cells) => {
    await put(key, { ...cells, state: "RETIRED" });
    const row = { ...cells, state: "CURRENT", code: "ONE" };
    expect(await told(name, key, [{ ...row, state: "RETIRED" }, row, row])).toEqual([null, null, { names: "ONE" }]);
    await foreign(key, row);
    expect(await told(name, key, [row])).toEqual([null]);
  });
});

test("CALENDAR_EDITION_OVERLAP, CALENDAR_DAY_TWICE, WORKING_DAYS_ELSEWHERE: of one calendar, of all of them", async () => {
  const [calendar, other] = [await put("calendars", { name: "A" }), await put("calendars", { name: "B" })];
  const first = { calendar, state: "CURRENT", code: "CE1", validFrom: "2020-01-01", validTo: "2026-01-01" };
  const next = { ...first, code: "CE2", validFrom: "2026-01-01", validTo: null };
  const within = { ...first, validFrom: "2026-12-31", validTo: null };
  expect(
    await told("CALENDAR_EDITION_OVERLAP", "calendarEditions", [first, next, { ...within, calendar: other }, within]),
  ).toEqual([null, null, null, { names: "CE2" }]);
  const day = { calendar, state: "CURRENT", code: "CD1", day: "2026-12-23" };
  const all = { ...day, calendar: null, code: "CD2" };
  expect(await told("CALENDAR_DAY_TWICE", "calendarDays", [day, all, { ...all, day: "2026-12-22" }, day, all])).toEqual(
    [...[null, null, null], ...[{ names: "CD1" }, { names: "CD2" }]],
  );
  const own = { name: "C", workingDays: true, state: "CURRENT", code: "CAL1" };
  expect(await told("WORKING_DAYS_ELSEWHERE", "calendars", [{ ...own, state: "RETIRED" }, own, own])).toEqual([
    ...[null, null],
    { names: "CAL1" },
  ]);
});

describe("work", () => {
  test("LESSONS_WITHOUT_IMPROVEMENT: as many improvements as lessons, dropped ones not counted", async () => {
    const id = await put("incidents", { state: "RESOLVED" });
    for (const state of ["IDENTIFIED", "DONE", "DROPPED"]) await put("improvements", { from: id, state });
    const rows = [2, 3].map((lessons) => ({ id, lessons }));
    expect(await told("LESSONS_WITHOUT_IMPROVEMENT", "incidents", rows)).toEqual([null, { have: 2, need: 3 }]);
  });

  test("TOO_FEW_ASSESSMENTS: of different experts whom the change names; complex ones need two", async () => {
    const [first, second, other] = [world.owner, world.provider, world.front].map(({ personId }) => personId);
    const id = await put("changes", {});
    for (const [expert, state] of [
      [first, "GIVEN"],
      [first, "GIVEN"],
      [other, "GIVEN"],
      [second, "DRAFT"],
    ] as const)
      await put("assessments", { change: id, expert: expert ?? null, state });
    const experts = [first ?? "", second ?? ""];
    const row = (complexity: string, named = experts) => ({ id, kind: "NORMAL", complexity, experts: named });
    expect(await told("TOO_FEW_ASSESSMENTS", "changes", [row("SIMPLE"), row("COMPLEX"), row("SIMPLE", [])])).toEqual([
      null,
      { have: 1, need: 2 },
      { have: 0, need: 1 },
    ]);
  });

  test("TEMPLATE_NOT_APPROVED, TEMPLATE_FOR_OTHERS", async () => {
    const [mine, others] = [await service("Mans"), await service("Cits pakalpojums")];
    const approved = await put("changeTemplates", { state: "APPROVED", subjects: [mine] });
    const draft = await put("changeTemplates", { state: "DRAFT", subjects: [] });
    const rows = [approved, draft].map((template) => ({ template, subjects: [mine, others] }));
    expect(await told("TEMPLATE_NOT_APPROVED", "changes", rows)).toEqual([null, {}]);
    expect(await told("TEMPLATE_FOR_OTHERS", "changes", rows)).toEqual([{ names: "Cits pakalpojums" }, null]);
  });

  test("WORD_OF_NO_OWNER: an owner by the row, by an assignment of that day, or a portfolio owner", async () => {
    const { owner, provider, portfolio, front } = world;
    const owned = await service("Pieder", { owner: owner.personId });
    const held = await resource("Piešķirts");
    await put("roles", {
      ...{ person: provider.personId, role: "RESOURCE_OWNER", scope: held },
      ...{ state: "CURRENT", validFrom: "2026-01-01", validTo: "2026-06-01" },
    });
    const word = (orderedBy: string, subjects: readonly string[], startedAt: string | null = null) => ({
      orderedBy,
      subjects,
      startedAt,
    });
    expect(
      await told("WORD_OF_NO_OWNER", "changes", [
        word(owner.personId, [held, owned]),
        word(portfolio.personId, [held]),
        word(front.personId, [owned]),
        word(provider.personId, [held], "2026-03-01T10:00:00Z"),
        // One in the morning of the first of June in Riga.
        word(provider.personId, [held], "2026-05-31T22:00:00Z"),
        word(provider.personId, [held]),
      ]),
    ).toEqual([...[null, null, { names: "Dace Liepa" }, null], ...[{ names: "Anna Ozola" }, { names: "Anna Ozola" }]]);
  });

  test("AUTHORISED_BY_NO_PORTFOLIO_OWNER: who held a portfolio on that day", async () => {
    const by = (authorisedBy: string, authorisedAt: string | null = null) => ({ authorisedBy, authorisedAt });
    const { portfolio, owner } = world;
    expect(
      await told("AUTHORISED_BY_NO_PORTFOLIO_OWNER", "changes", [
        by(portfolio.personId),
        by(portfolio.personId, "2019-06-01T10:00:00Z"),
        by(owner.personId),
      ]),
    ).toEqual([null, { names: portfolio.name }, { names: owner.name }]);
  });

  test("ASSESSOR_NOT_NAMED: by the change's code", async () => {
    const { owner, provider } = world;
    const change = await put("changes", { code: "CHG-x", experts: [owner.personId] });
    const rows = [owner, provider].map(({ personId }) => ({ change, expert: personId }));
    expect(await told("ASSESSOR_NOT_NAMED", "assessments", rows)).toEqual([null, { change: "CHG-x" }]);
  });

  test("CHANGE_NOT_SUCCESSFUL: all over and one of them successful, or all of them stand in the way", async () => {
    const change = (code: string, state: string, outcome: string | null) => put("changes", { code, state, outcome });
    const [good, deviated, failed, going, given] = [
      await change("C1", "CLOSED", "SUCCESSFUL"),
      await change("C2", "CLOSED", "SUCCESSFUL_WITH_DEVIATION"),
      await change("C3", "CLOSED", "FAILED"),
      await change("C4", "REVIEWED", "SUCCESSFUL"),
      await change("C5", "CANCELLED", null),
    ];
    const rows = [[good], [deviated, failed, given], [good, going], [failed, given], [going], []];
    expect(
      await told(
        "CHANGE_NOT_SUCCESSFUL",
        "problems",
        rows.map((changes) => ({ changes })),
      ),
    ).toEqual([null, null, { names: "C4" }, { names: "C3, C5" }, { names: "C4" }, null]);
  });

  test("NO_KNOWLEDGE_OF_ERROR: named by the problem or naming it", async () => {
    const [named, bare] = [await put("problems", {}), await put("problems", {})];
    await put("knowledge", { records: [named], state: "DRAFT" });
    await put("knowledge", { records: [bare], state: "RETIRED" });
    const rows = [{ id: named }, { id: bare }, { id: bare, knowledge: [crypto.randomUUID()] }];
    expect(await told("NO_KNOWLEDGE_OF_ERROR", "problems", rows)).toEqual([null, {}, null]);
  });

  test("SOLE_AUTHOR: only where nobody else wrote it", async () => {
    const [me, other] = [world.portfolio.personId, world.owner.personId];
    const rows = [[me], [other], [me, other]].map((authors) => ({ authors }));
    expect(await told("SOLE_AUTHOR", "knowledge", rows)).toEqual([{}, null, null]);
  });

  test("OPENED_OTHER_KIND, OPENED_RECORD_NOT_DONE", async () => {
    const incident = await put("incidents", { code: "INC-a", state: "RESOLVED" });
    const change = await put("changes", { code: "CHG-a", state: "REJECTED" });
    const rows = [
      { kind: "INCIDENT", opened: incident },
      { kind: "PROBLEM", opened: incident },
      { kind: "CHANGE", opened: change },
      { kind: "INFORMATION", opened: change },
      { kind: "INCIDENT", opened: null },
    ];
    expect(await told("OPENED_OTHER_KIND", "applications", rows)).toEqual([null, { names: "INC-a" }, null, null, null]);
    expect(await told("OPENED_RECORD_NOT_DONE", "applications", rows)).toEqual([
      { names: "INC-a" },
      { names: "INC-a" },
      ...[null, null, null],
    ]);
  });

  test("CONTINUITY_TEST_OLD: more than a year before today", async () => {
    const rows = ["2025-11-20", "2025-11-21", TODAY].map((lastTest) => ({ lastTest }));
    expect(await told("CONTINUITY_TEST_OLD", "continuity", rows)).toEqual([{}, null, null]);
  });
});

describe("measuring", () => {
  test("MEASURED_ALREADY: measurements that were taken back do not count", async () => {
    const [kpi, back] = [await put("kpis", {}), await put("kpis", {})];
    await put("measurements", { kpi, state: "CURRENT" });
    await put("measurements", { kpi: back, state: "RETIRED" });
    expect(await told("MEASURED_ALREADY", "kpis", [{ id: kpi }, { id: back }])).toEqual([{}, null]);
  });

  test("LAST_SATISFACTION_KPI: of two retired in one write the second stays", async () => {
    const cells = { definedFor: "STATE", formula: "SATISFACTION" };
    const [one, two] = [
      await put("kpis", { ...cells, state: "ACTIVE" }),
      await put("kpis", { ...cells, state: "ACTIVE" }),
    ];
    await put("kpis", { ...cells, state: "DRAFT" });
    const rows = [one, two].map((id) => ({ id, ...cells, state: "RETIRED" }));
    expect(await told("LAST_SATISFACTION_KPI", "kpis", rows)).toEqual([null, {}]);
  });

  test("SCOPE_OF_ANOTHER_KIND: told as people read it", async () => {
    const kpi = await put("kpis", { definedFor: "SERVICE" });
    const rows = [await service("n"), await resource("o")].map((scope) => ({ kpi, scope }));
    const wrong = { kind: { lv: "Pakalpojums", en: "Service" } };
    expect(await told("SCOPE_OF_ANOTHER_KIND", "measurements", rows)).toEqual([null, wrong]);
    const whole = await put("kpis", { definedFor: "INSTITUTION" });
    expect(await told("SCOPE_OF_ANOTHER_KIND", "kpiTargets", [{ kpi: whole, scope: await service("p") }])).toEqual([
      { kind: { lv: "Iestāde", en: "Institution" } },
    ]);
  });

  test("KPI_IS_COMPUTED: by its name", async () => {
    const computed = await put("kpis", { name: "Pieejamība", source: "COMPUTED" });
    const manual = await put("kpis", { source: "MANUAL" });
    const rows = [computed, manual].map((kpi) => ({ kpi }));
    expect(await told("KPI_IS_COMPUTED", "measurements", rows)).toEqual([{ kpi: "Pieejamība" }, null]);
  });
});

describe("roles", () => {
  test("SCOPE_NOT_OF_ROLE: a service for a service's role, a resource for a resource's, a process for a manager", async () => {
    const [a, b, c] = [await service("Pieņemšana"), await resource("Tīkls"), await put("processes", { code: "PRC-1" })];
    const rows = [
      ["SERVICE_OWNER", a],
      ["RESOURCE_USER", b],
      ["PROCESS_MANAGER", c],
      ["SERVICE_PROVIDER", b],
      ["RESOURCE_OWNER", c],
      ["PROCESS_MANAGER", a],
    ].map(([role, scope]) => ({ role: role ?? null, scope: scope ?? null }));
    expect(await told("SCOPE_NOT_OF_ROLE", "roles", rows)).toEqual([
      ...[null, null, null],
      ...[{ scope: "Tīkls" }, { scope: "PRC-1" }, { scope: "Pieņemšana" }],
    ]);
  });

  test("LEAD_ROLE_BY_OTHERS: assigned by who holds that very role", async () => {
    const rows = ["STATE_LEAD", "SECTOR_LEAD"].map((role) => ({ role }));
    expect(await told("LEAD_ROLE_BY_OTHERS", "roles", rows)).toEqual([{}, {}]);
    const lead = { ...world.portfolio, roles: ["STATE_LEAD"] as const };
    expect(await told("LEAD_ROLE_BY_OTHERS", "roles", rows, lead)).toEqual([null, {}]);
  });
});
