import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureAsk } from "../../schema/functions/asks.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import { figures } from "../../server/functions/figures.ts";
import { recomputeAll } from "../../server/measuring/refresh.ts";
import { resultsOf } from "../../server/results/results.ts";
import type { Store } from "../../server/store/store.ts";
import { addInstitution, MONTHLY_KPI, type TestInstitution } from "../measuring/institutions.ts";
import { openTestStore } from "../support/store.ts";

let store: Store;
let here: TestInstitution;
beforeAll(async () => {
  store = await openTestStore();
  here = await addInstitution(store, { timeZone: "Europe/Riga" });
  const service = await here.put("services", {
    ...{ code: "PK-0001", name: "Noma", stage: "DELIVERING", deliveredSince: "2026-02-01" },
  });
  await here.put("services", { code: "PK-0002", name: "Iecere", stage: "IDEA" });
  // Down for a day of February, wholly, and for two of March, by half.
  const outage = { title: "Nestrādā", subject: service, state: "CLOSED", source: "PERSON", resolution: "FIX" };
  for (const [from, to, cells] of [
    ["2026-02-10", "2026-02-11", { outage: "FULL" }],
    ["2026-03-10", "2026-03-12", { outage: "PARTIAL", outageShare: 50 }],
  ] as const)
    await here.put("incidents", {
      ...{ ...outage, ...cells, detectedAt: `${from}T08:00:00Z` },
      ...{ restoredAt: `${to}T08:00:00Z`, resolvedAt: `${to}T09:00:00Z` },
    });
  await here.put("kpis", {
    ...{ ...MONTHLY_KPI, code: "KPI-0001", name: "Pieejamība", source: "COMPUTED", formula: "AVAILABILITY" },
  });
  await store.transaction((sql) => recomputeAll(sql, here.id, Date.parse("2026-05-01T00:00:00Z") / 1_000));
});
afterAll(() => store?.close());

const ask = async (from: string, to: string, name = "Noma") => {
  const asked: FigureAsk = { function: "AVAILABILITY", name, from, to };
  const [answer] = await figures(store, here.as(), [asked]);
  return answer?.value ?? answer?.problem?.code;
};

test("a month's availability is that of the KPI computed from it, and what can be counted by hand", async () => {
  const period = periodOf("MONTH", "2026-02-01");
  const [kpi] = await resultsOf(store, here.as(), [{ kpi: "KPI-0001", scope: "PK-0001", period }]);
  expect(await ask("2026-02-01", "2026-03-01")).toBe(kpi?.result?.value);
  expect(await ask("2026-02-01", "2026-03-01")).toBeCloseTo((100 * 27) / 28, 9);
});

test("several months are added up, their ratios never averaged", async () => {
  // March has an hour less: the clock goes forward.
  const [agreed, lost] = [(28 + 31) * 24 - 1, 24 + 24];
  expect(await ask("2026-02-01", "2026-04-01", "pk-0001")).toBeCloseTo((100 * (agreed - lost)) / agreed, 9);
});

test("before it was delivered there is no availability, nor of a service that is none yet", async () => {
  expect(await ask("2026-01-01", "2026-02-01")).toBe("NO_SERVICE_TIME");
  expect(await ask("2026-02-01", "2026-03-01", "Iecere")).toBe("NO_SERVICE_TIME");
});

test("a month that is cut is refused, but the running one may end on any day to come", async () => {
  expect(await ask("2026-02-01", "2026-02-15")).toBe("WHOLE_MONTHS");
  expect(await ask("2026-02-02", "2026-03-01")).toBe("WHOLE_MONTHS");
  expect(await ask("2026-03-01", "2026-02-01")).toBe("ENDS_BEFORE");
  expect(await ask("2026-02-01", "2126-02-15")).toBeTypeOf("number");
});
