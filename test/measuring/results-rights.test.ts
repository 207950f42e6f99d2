import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../schema/api/context.ts";
import type { Who } from "../../schema/registers/roles.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import { kpiResults } from "../../server/results/page.ts";
import { resultsOf } from "../../server/results/results.ts";
import { kpiRows } from "../../server/results/rows.ts";
import { kpiSeries } from "../../server/results/series.ts";
import type { Store } from "../../server/store/store.ts";
import { EVERYONE } from "../support/everyone.ts";
import { openTestStore } from "../support/store.ts";
import { addInstitution, MONTHLY_KPI, type TestInstitution } from "./institutions.ts";

/**
 * Who reads which results (domain.md, section 1): staff those of their institution, leads those of the institutions
 * below them too, nobody else any. Cell by cell: every role in every institution, every KPI in every place.
 */

const PLACES = { a: ["s1", "m1"], b: ["s1", "m2"], c: ["s2", "m1"], d: ["s2", "m2"] } as const;
type Name = keyof typeof PLACES;
const NAMES = Object.keys(PLACES) as Name[];

let store: Store;
const institutions = {} as Record<Name, TestInstitution>;
const kpis: { readonly id: string; readonly key: string; readonly level: string; readonly by: Name }[] = [];
const services = {} as Record<Name, string>;

beforeAll(async () => {
  store = await openTestStore();
  for (const name of NAMES) {
    const [sector, municipality] = PLACES[name];
    const one = (institutions[name] = await addInstitution(store, { sector, municipality }));
    services[name] = await one.put("services", { name: `Pakalpojums ${name}`, stage: "DELIVERING", code: `P-${name}` });
  }
  for (const [level, by] of [
    ["STATE", "d"],
    ["SECTOR", "a"],
    ["SECTOR", "d"],
    ["MUNICIPALITY", "a"],
    ...NAMES.flatMap((name) => [["INSTITUTION", name] as const, ["SERVICE", name] as const]),
  ] as const) {
    const key = `${level}-${by}`;
    const definition = { ...MONTHLY_KPI, name: key, code: key, definedFor: level };
    const id = await institutions[by].put("kpis", definition);
    await institutions[by].put("kpiTargets", { kpi: id, validFrom: "2026-01-01", planned: 90, state: "CURRENT" });
    kpis.push({ id, key, level, by });
  }
  for (const name of NAMES) {
    const own = kpis.find(({ key }) => key === `SERVICE-${name}`);
    await institutions[name].put("measurements", {
      ...{ kpi: own?.id ?? "", scope: services[name], periodFrom: "2026-03-01", periodTo: "2026-04-01", value: 5 },
      ...{ source: "MANUAL", state: "CURRENT" },
    });
  }
});
afterAll(() => store?.close());

function actorOf(name: Name, who: Who): Actor {
  if (who === "MONITORING") return { ...institutions[name].as(), monitoring: true };
  return who === "STAFF" ? institutions[name].as() : institutions[name].as(who);
}

/** Institutions whose results are open, said once more from the rule. */
function open(name: Name, who: Who): readonly Name[] {
  if (who === "RECIPIENT" || who === "MONITORING") return [];
  return NAMES.filter(
    (other) =>
      other === name ||
      who === "STATE_LEAD" ||
      (who === "SECTOR_LEAD" && PLACES[other][0] === PLACES[name][0]) ||
      (who === "MUNICIPALITY_LEAD" && PLACES[other][1] === PLACES[name][1]),
  );
}

/** Every cell a KPI has, with the institutions whose results one must read for it. */
const cells = (): readonly { readonly cell: string; readonly of: readonly Name[] }[] =>
  kpis.flatMap(({ key, level, by }) => {
    const covered = NAMES.filter(
      (name) =>
        level === "STATE" ||
        (level === "SECTOR" && PLACES[name][0] === PLACES[by][0]) ||
        (level === "MUNICIPALITY" && PLACES[name][1] === PLACES[by][1]) ||
        name === by,
    );
    const group = (kind: string, at: 0 | 1, only?: string) =>
      [...new Set(covered.map((name) => PLACES[name][at]))]
        .filter((code) => only === undefined || code === only)
        .map((code) => ({ cell: `${key} ${kind} ${code}`, of: NAMES.filter((name) => PLACES[name][at] === code) }));
    return [
      ...covered.map((name) => ({ cell: `${key} INSTITUTION ${institutions[name].code}`, of: [name] })),
      ...(level === "SERVICE" ? [{ cell: `${key} SERVICE P-${by}`, of: [by] }] : []),
      ...(level === "STATE" ? [{ cell: `${key} STATE LV`, of: NAMES }] : []),
      ...(level === "STATE" || level === "SECTOR" ? group("SECTOR", 0) : []),
      ...(level === "STATE" || level === "MUNICIPALITY" ? group("MUNICIPALITY", 1) : []),
    ];
  });

const all = { kpi: null, scope: null, period: null, from: "2026-03-01", to: "2026-04-01", after: null };
const march = periodOf("MONTH", "2026-03-01");
const cases = NAMES.flatMap((name) => EVERYONE.map((who) => [who, name] as const));

describe("results are read", () => {
  test.each(cases)("by %s of %s: just those of the institutions that are open", async (who, name) => {
    const actor = actorOf(name, who);
    const readable = open(name, who);
    if (readable.length === 0) {
      await expect(kpiResults(store, actor, all)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(kpiSeries(store, actor, { ...all, audience: null, last: 3 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(resultsOf(store, actor, [])).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(
        kpiRows(store, actor, { kpi: kpis[0]?.id ?? "", scope: null, from: all.from, to: all.to }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
      return;
    }
    const { columns, values, count } = await kpiResults(store, actor, all);
    const column = (key: string) => values[columns.indexOf(key)] ?? [];
    const read = Array.from({ length: count }, (_, at) =>
      ["kpiCode", "scopeKind", "scopeCode"].map((key) => String(column(key)[at])).join(" "),
    );
    const expected = cells().flatMap(({ cell, of }) => (of.every((one) => readable.includes(one)) ? [cell] : []));
    expect(read.sort()).toEqual([...expected].sort());
    for (const { id, level, by } of kpis.filter((kpi) => kpi.level === "SERVICE")) {
      const [answer] = await resultsOf(store, actor, [{ kpi: id, scope: services[by], period: march }]);
      expect(answer?.result?.value ?? answer?.problem?.code, `${level} ${by}`).toBe(
        readable.includes(by) ? 5 : "UNKNOWN_KPI",
      );
      // The log behind a figure stays its institution's.
      const { total } = await kpiRows(store, actor, { kpi: id, scope: services[by], from: all.from, to: all.to });
      expect(total).toBe(by === name ? 1 : 0);
    }
  });
});
