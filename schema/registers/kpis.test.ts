import { describe, expect, it } from "vitest";
import { locked } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { write, type Writer } from "../../test/support/write-row.ts";
import { KPI_OWNERS, SCOPE_OWNERS } from "./kpi-lifecycle.ts";
import { kpis } from "./kpis.ts";
import type { Row } from "./register.ts";
import type { Who } from "./roles.ts";

const draft: Row = {
  name: "Pieejamība",
  purpose: "Redzēt, vai līmenis ievērots.",
  kind: "LAGGING",
  aspect: "EFFECTIVENESS",
  definedFor: "INSTITUTION",
  unit: "%",
  direction: "HIGHER",
  frequency: "MONTH",
  source: "COMPUTED",
  formula: "AVAILABILITY",
  edition: 1,
  state: "DRAFT",
};
const active: Row = { ...draft, state: "ACTIVE" };
const OWNER: Writer = { held: ["SERVICE_PORTFOLIO_OWNER", "STAFF"] };
const put = (before: Row | null, cells: Row, writer: Writer = OWNER) => write(kpis, before, cells, writer).wrong;

describe("the lifecycle of a KPI", () => {
  it(rule("KPI_STEPS"), () => {
    expect(put(draft, { state: "ACTIVE" })).toEqual([]);
    expect(put(active, { state: "RETIRED", retireReason: "Neder." })).toEqual([]);
    expect(put(active, { state: "RETIRED" })).toEqual(["STEP_NEEDS retireReason"]);
    expect(put(active, { state: "DRAFT" })).toEqual(["NO_SUCH_STEP state"]);
    for (const state of ["DRAFT", "ACTIVE"])
      expect(put({ ...draft, state: "RETIRED", retireReason: "Neder." }, { state })).toEqual(["NO_SUCH_STEP state"]);
  });
  it.each(["purpose", "kind", "aspect", "unit", "direction", "frequency", "source", "edition"])(
    rule("KPI_DEFINITION_COMPLETE", "%s"),
    (key) => expect(put(draft, { [key]: null, state: "ACTIVE" })).toContain(`STEP_NEEDS ${key}`),
  );
  it(rule("KPI_DEFINITION_COMPLETE", "definedFor"), () =>
    expect(put(null, { ...draft, definedFor: null })).toContain("REQUIRED definedFor"),
  );
  it.each(Object.entries(KPI_OWNERS))(rule("KPI_DEFINED_BY_SCOPE_OWNER", "%s"), (definedFor, owners) => {
    const everyone: readonly Who[] = [...SCOPE_OWNERS, "SERVICE_PROVIDER", "FRONT_OFFICE", "STAFF", "MONITORING"];
    for (const who of everyone) {
      const mine = (owners as readonly Who[]).includes(who);
      const told = mine ? [] : ["STEP_FORBIDDEN state"];
      expect(put({ ...draft, definedFor }, { state: "ACTIVE" }, { held: [who] })).toEqual(told);
      const retired = { state: "RETIRED", retireReason: "Neder." };
      expect(put({ ...active, definedFor }, retired, { held: [who] })).toEqual(told);
      if (mine) expect(SCOPE_OWNERS).toContain(who);
    }
    // What it is defined for does not change once it is in use, lest another scope's owner take it over.
    expect(locked(kpis, "ACTIVE")).toEqual(expect.arrayContaining(["definedFor", "scope"]));
  });
});

describe("what is measured", () => {
  it(rule("KPI_MEASURED_STAYS"), () => {
    const measured: Writer = { ...OWNER, facts: { MEASURED_ALREADY: {} } };
    const changed = { formula: "MTRS", unit: "h", direction: "LOWER" };
    for (const [key, cell] of Object.entries(changed)) {
      expect(put(active, { [key]: cell }, measured)).toEqual([`KPI_MEASURED_STAYS ${key}`]);
      expect(put(active, { [key]: cell })).toEqual([]);
    }
    // All else may change, and what is written again as it was is no change.
    expect(put(active, { purpose: "Cits.", unit: "%", audience: "vadība" }, measured)).toEqual([]);
    expect(put(active, { state: "RETIRED", retireReason: "Jauna redakcija." }, measured)).toEqual([]);
  });
  it(rule("KPI_NEW_EDITION_NAMES_FORMER"), () => {
    expect(put(null, { ...draft, edition: 2 })).toEqual(["KPI_NEW_EDITION_NAMES_FORMER replaces"]);
    expect(put(null, { ...draft, edition: 2, replaces: "k1" })).toEqual([]);
    expect(put(null, draft)).toEqual([]);
  });
  it(rule("KPI_COMPUTED_HAS_FORMULA"), () => {
    expect(put(draft, { formula: null })).toEqual(["KPI_COMPUTED_HAS_FORMULA formula"]);
    for (const source of ["MANUAL", "FEED"]) {
      expect(put(draft, { source })).toEqual(["KPI_COMPUTED_HAS_FORMULA formula"]);
      expect(put(draft, { source, formula: null })).toEqual([]);
    }
    expect(put(draft, { source: null, formula: null })).toEqual([]);
  });
  it(rule("KPI_RANGE_HAS_BOUNDS"), () => {
    const range = (low: number | null, high: number | null) => put(draft, { direction: "RANGE", low, high });
    expect(range(0, 10)).toEqual([]);
    for (const [low, high] of [
      [null, 10],
      [0, null],
      [10, 10],
      [11, 10],
    ] as const)
      expect(range(low, high)).toEqual(["KPI_RANGE_HAS_BOUNDS low"]);
    expect(put(draft, { low: 0 })).toEqual(["KPI_RANGE_HAS_BOUNDS low"]);
    expect(put(draft, { direction: "LOWER", high: 1 })).toEqual(["KPI_RANGE_HAS_BOUNDS low"]);
  });
  it(rule("KPI_SCOPE_FITS"), () => {
    for (const definedFor of ["INSTITUTION", "SECTOR", "MUNICIPALITY", "STATE"])
      expect(put(draft, { definedFor, scope: "p1" })).toEqual(["KPI_SCOPE_FITS scope"]);
    for (const definedFor of ["SERVICE", "RESOURCE", "PROCESS"])
      expect(put(draft, { definedFor, scope: "p1" })).toEqual([]);
  });
  it(rule("KPI_SATISFACTION_MANDATORY"), () => {
    const last: Writer = { held: ["STATE_LEAD"], facts: { LAST_SATISFACTION_KPI: {} } };
    const retired = { state: "RETIRED", retireReason: "Jauna redakcija." };
    const satisfaction = { ...active, definedFor: "STATE", formula: "SATISFACTION" };
    expect(put(satisfaction, retired, last)).toEqual(["KPI_SATISFACTION_MANDATORY state"]);
    expect(put(satisfaction, retired, { held: ["STATE_LEAD"] })).toEqual([]);
    // A draft that is given up, another measure and an institution's own are not what the state measures by.
    expect(put({ ...satisfaction, state: "DRAFT" }, retired, last)).toEqual([]);
    expect(put({ ...active, definedFor: "STATE" }, retired, last)).toEqual([]);
    expect(put({ ...satisfaction, definedFor: "INSTITUTION" }, retired, { ...last, ...OWNER })).toEqual([]);
  });
});
