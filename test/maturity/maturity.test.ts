import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { MaturityProcess } from "../../schema/api/maturity-answer.ts";
import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { PROCESSES, type ProcessKey } from "../../schema/registers/process-list.ts";
import { EVIDENCE } from "../../server/maturity/evidence.ts";
import { levelOf } from "../../server/maturity/levels.ts";
import { maturity } from "../../server/maturity/maturity.ts";
import { stamp } from "../../server/store/feed.ts";
import type { StoredCells } from "../../server/store/stored-row.ts";
import { putRow } from "../support/put-rows.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const id = () => crypto.randomUUID();
const KEYS = Object.keys(PROCESSES) as ProcessKey[];

/** A row that shows a process at work, and what it takes for the row to count. */
const SHOWN_BY: Record<ProcessKey, readonly [RegisterKey, StoredCells]> = {
  APPLICATIONS: ["applications", { kind: "INFORMATION" }],
  SERVICE_REQUESTS: ["applications", { kind: "SERVICE_REQUEST" }],
  INCIDENTS: ["incidents", { outage: "NONE" }],
  PROBLEMS: ["problems", {}],
  CHANGES: ["changes", {}],
  CONFIGURATION: ["resources", {}],
  SERVICE_LEVELS: ["serviceLevels", {}],
  CAPACITY: ["capacity", {}],
  AVAILABILITY: ["kpis", { formula: "AVAILABILITY", state: "ACTIVE" }],
  CONTINUITY: ["continuity", {}],
  FINANCES: ["finances", {}],
  IMPROVEMENT: ["improvements", {}],
};

/** A person of an institution that has nothing yet. */
async function newcomer(): Promise<Actor> {
  const { store, portfolio } = server.world;
  const institutionId = id();
  await store.query("insert into institution (id, code, name) values ($1, $2, 'Cita')", [institutionId, institutionId]);
  return { ...portfolio, institutionId };
}

/** Puts a row down as written so many days ago. */
async function written(who: Actor, register: RegisterKey, cells: StoredCells, daysAgo: number): Promise<void> {
  const { store } = server.world;
  const row = await putRow(store, who, register, cells);
  const { feed } = await stamp(store);
  await store.query(
    `insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
     values ($1, now() - make_interval(mins => $2), $3, $4, $5, $6, 1, 'CREATE', $7, 0, '{}')`,
    [feed, Math.round(daysAgo * 24 * 60), who.personId, who.institutionId, register, row, id()],
  );
}

interface Kept {
  readonly kept: boolean;
  readonly managed: boolean;
  readonly description: string | null;
  readonly retired: boolean;
  readonly daysAgo: number | null;
}
const states = fc.record<Kept>({
  kept: fc.boolean(),
  managed: fc.boolean(),
  description: fc.constantFrom("Apraksts", "Procedūra Nr. 4", null, "  "),
  retired: fc.boolean(),
  daysAgo: fc.constantFrom(0, 30, 89.9, 90.1, 400, null),
});
const good: Kept = { kept: true, managed: true, description: "Apraksts", retired: false, daysAgo: 1 };

describe("a process", () => {
  test("is in place exactly when it has a manager, a description and activity in the last 90 days", async () => {
    const { store, owner } = server.world;
    const institutions = fc.tuple(...KEYS.map(() => fc.oneof(fc.constant(good), states)));
    await fc.assert(
      fc.asyncProperty(institutions, async (drawn) => {
        const who = await newcomer();
        for (const [at, process] of KEYS.entries()) {
          const { kept, managed, description, retired, daysAgo } = drawn[at] ?? good;
          if (kept) {
            const row = await putRow(store, who, "processes", {
              process,
              manager: managed ? owner.personId : null,
              description,
              state: retired ? "RETIRED" : "CURRENT",
            });
            if (retired) await store.query("update process set retired_at = now() where id = $1", [row]);
          }
          if (daysAgo !== null) await written(who, ...SHOWN_BY[process], daysAgo);
        }
        const { processes, level, nextLevel } = await maturity(store, who);
        const active = (process: ProcessKey) => {
          const days = drawn[KEYS.indexOf(process)]?.daysAgo ?? null;
          return days !== null && days < 90;
        };
        const expected = new Set(
          KEYS.filter((process, at) => {
            const { kept, managed, description, retired } = drawn[at] ?? good;
            const row = kept && !retired && managed && (description ?? "").trim() !== "";
            // Every service request is an application too.
            return row && (active(process) || (process === "APPLICATIONS" && active("SERVICE_REQUESTS")));
          }),
        );
        expect(new Set(processes.filter(({ inPlace }) => inPlace).map(({ process }) => process))).toEqual(expected);
        expect(level).toBe(levelOf(expected));
        expect(nextLevel).toBe(level === 5 ? null : level + 1);
        for (const { inPlace, missing } of processes) expect(missing.length > 0).toBe(!inPlace);
      }),
      { numRuns: 15, seed: 7 },
    );
  }, 60_000);

  test("is shown by rows and not by writes, and by nobody else's rows", async () => {
    const { store, stranger } = server.world;
    const who = await newcomer();
    await written(stranger, "incidents", { outage: "NONE" }, 1);
    await written(who, "incidents", { outage: "NONE" }, 3);
    await written(who, "incidents", { outage: "NONE" }, 2);
    await store.query(
      `insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
       select feed, at, actor, institution_id, register, row_id, 2, 'CHANGE', batch, 1, '{}' from event
       where institution_id = $1`,
      [who.institutionId],
    );
    const { evidence } = await process(who, "INCIDENTS");
    expect(evidence.count).toBe(2);
    expect(Date.now() - Date.parse(evidence.last ?? "")).toBeLessThan(49 * 3_600_000);
  });

  test("of availability is shown by outages only where a KPI counts them", async () => {
    const who = await newcomer();
    await written(who, "incidents", { outage: "FULL" }, 1);
    expect((await process(who, "AVAILABILITY")).evidence.count).toBe(0);
    await written(who, "kpis", { formula: "AVAILABILITY", state: "ACTIVE" }, 400);
    expect((await process(who, "AVAILABILITY")).evidence.count).toBe(1);
    await written(who, "incidents", { outage: "NONE" }, 1);
    expect((await process(who, "AVAILABILITY")).evidence.count).toBe(1);
  });

  test("has evidence for all twelve, in registers that there are", () => {
    expect(Object.keys(EVIDENCE)).toEqual(KEYS);
  });

  async function process(who: Actor, key: ProcessKey): Promise<MaturityProcess> {
    const { processes } = await maturity(server.world.store, who);
    const found = processes.find((one) => one.process === key);
    if (!found) throw new Error(`no ${key}`);
    return found;
  }
});

describe("tasks and conditions", () => {
  test("are all told, with their links and how far they are", async () => {
    const { store } = server.world;
    const who = await newcomer();
    const service = await putRow(store, who, "services", { name: "Viens", state: "PLANNING" });
    await putRow(store, who, "services", { name: "Otrs" });
    await putRow(store, who, "tasks", { task: "PU2_21", done: "DONE", state: "CURRENT" });
    await putRow(store, who, "conditions", { service, condition: "N1_2", assessment: "MET", state: "CURRENT" });
    const { tasks, conditions } = await maturity(store, who);
    expect(tasks).toHaveLength(32);
    expect(tasks.filter(({ done }) => done !== null)).toMatchObject([
      { task: "PU2_21", done: "DONE", related: ["PU2_11", "PU2_13", "PU2_16", "PU2_22"] },
    ]);
    expect(conditions).toHaveLength(24);
    expect(conditions.find(({ condition }) => condition === "N1_2")).toMatchObject({
      ...{ met: 1, partly: 0, not: 0, unknown: 1 },
      tasks: ["PU2_11", "PU2_20"],
    });
  });
});

describe("maturity over the API", () => {
  const QUERY = `{ maturity { level nextLevel
    processes { process label mandatoryFor desirableFor inPlace manager evidence { what count last } missing { text register } }
    missingForNext { process } tasks { task label done } conditions { condition label met unknown } } }`;
  interface Answer {
    readonly maturity: {
      readonly level: number;
      readonly processes: readonly { process: string; label: string; missing: { text: string; register: string }[] }[];
      readonly missingForNext: readonly { process: string }[];
    };
  }

  test("says what is missing for the next level, in the language of the request", async () => {
    const { data, errors } = await server.ask<Answer>(server.world.stranger, QUERY, { language: "lv" });
    expect(errors).toEqual([]);
    expect(data.maturity.level).toBe(1);
    expect(data.maturity.missingForNext).toEqual([{ process: "APPLICATIONS" }, { process: "SERVICE_REQUESTS" }]);
    expect(data.maturity.processes[0]).toMatchObject({
      label: "Pieteikumu pārvaldība",
      missing: [
        { text: "Procesa nav reģistrā “Procesi”. Pievienojiet to ar vadītāju un aprakstu.", register: "processes" },
        { text: expect.stringContaining("90 dienās") as string, register: "applications" },
      ],
    });
    const english = await server.ask<Answer>(server.world.stranger, QUERY, { language: "en" });
    expect(english.data.maturity.processes[0]?.label).toBe("Application management");
  });

  test("is for staff alone", async () => {
    const { store, portfolio } = server.world;
    await expect(maturity(store, { ...portfolio, roles: ["RECIPIENT"] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { errors } = await server.ask(null, QUERY);
    expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
