import { describe, expect, it } from "vitest";
import { editable } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { write, type Writer } from "../../test/support/write-row.ts";
import { kpiTargets } from "./kpi-targets.ts";
import { measurements } from "./measurements.ts";
import type { Register, Row } from "./register.ts";

const OWNER: Writer = { held: ["SERVICE_OWNER", "STAFF"] };
const told = (register: Register, cells: Row, facts: NonNullable<Writer["facts"]>) =>
  write(register, null, cells, { ...OWNER, facts }).refusals.map(({ rule: key, column, message }) => [
    key,
    column,
    message.en,
  ]);

describe("targets", () => {
  const target: Row = { kpi: "k1", scope: "p1", validFrom: "2026-01-01", planned: 99.5 };
  it(rule("TARGET_BY_SCOPE_OWNER"), () => {
    const owners = [
      ...["MUNICIPALITY_LEAD", "RESOURCE_OWNER", "RESOURCE_PORTFOLIO_OWNER", "SECTOR_LEAD"],
      ...["SERVICE_OWNER", "SERVICE_PORTFOLIO_OWNER", "STATE_LEAD"],
    ];
    for (const right of Object.values(kpiTargets.rights)) expect([...right].sort()).toEqual(owners);
    // An owner's role comes from the very thing the target is for.
    expect(kpiTargets.rowRoles.SERVICE_OWNER).toEqual([{ column: "owner", via: "scope", of: "services" }]);
    expect(kpiTargets.rowRoles.RESOURCE_OWNER).toEqual([{ column: "owner", via: "scope", of: "resources" }]);
    const ended = { state: "RETIRED", endReason: "Mainīts." };
    expect(write(kpiTargets, target, ended, { held: ["SERVICE_PROVIDER", "STAFF"] }).wrong).toEqual([
      "STEP_FORBIDDEN state",
    ]);
    expect(write(kpiTargets, target, ended, OWNER).wrong).toEqual([]);
  });
  it(rule("TARGET_OVERLAP"), () => {
    const overlap = { TARGET_OVERLAP: { names: "KT-00007" } };
    expect(told(kpiTargets, target, overlap)).toEqual([
      ["TARGET_OVERLAP", "validFrom", expect.stringContaining("KT-00007")],
    ]);
    expect(told(kpiTargets, target, {})).toEqual([]);
    // One that is ended stands in nobody's way.
    expect(told(kpiTargets, { ...target, state: "RETIRED", endReason: "x" }, overlap)).toEqual([]);
  });
  it(rule("TARGET_SCOPE_FITS"), () => {
    const other = { SCOPE_OF_ANOTHER_KIND: { kind: "Resurss" } };
    expect(told(kpiTargets, target, other)).toEqual([
      ["TARGET_SCOPE_FITS", "scope", expect.stringContaining("Resurss")],
    ]);
    expect(told(kpiTargets, { ...target, scope: null }, other)).toEqual([]);
  });
});

describe("measurements", () => {
  const measured: Row = {
    kpi: "k1",
    scope: "p1",
    periodFrom: "2026-01-01",
    periodTo: "2026-02-01",
    value: 99.7,
    source: "MANUAL",
  };
  const put = (cells: Row, writer = OWNER) => write(measurements, null, { ...measured, ...cells }, writer).wrong;

  it(rule("MEASUREMENT_BY_MEASURERS"), () => {
    const measurers = [
      ...["MONITORING", "RESOURCE_OWNER", "RESOURCE_PORTFOLIO_OWNER"],
      ...["SERVICE_OWNER", "SERVICE_PORTFOLIO_OWNER", "SERVICE_PROVIDER"],
    ];
    for (const right of Object.values(measurements.rights)) expect([...right].sort()).toEqual(measurers);
    expect(measurements.rowRoles.SERVICE_PROVIDER).toEqual([{ column: "providers", via: "scope", of: "services" }]);
    expect(put({ source: "FEED" }, { held: ["MONITORING"], person: null })).toEqual([]);
    expect(editable(measurements, "STAFF")).toEqual([]);
  });
  it(rule("MEASUREMENT_HAS_VALUE"), () => {
    expect(put({ value: null })).toEqual(["MEASUREMENT_HAS_VALUE value"]);
    expect(put({ value: 0 })).toEqual([]);
    expect(put({ value: null, numerator: 0, denominator: 12 })).toEqual([]);
    expect(put({ numerator: 997, denominator: 1000 })).toEqual([]);
  });
  it(rule("MEASUREMENT_PARTS_TOGETHER"), () => {
    expect(put({ numerator: 5 })).toEqual(["MEASUREMENT_PARTS_TOGETHER denominator"]);
    expect(put({ value: null, denominator: 5 })).toEqual(["MEASUREMENT_PARTS_TOGETHER denominator"]);
    expect(put({ value: null, numerator: 0, denominator: 0 })).toEqual(["MEASUREMENT_PARTS_TOGETHER denominator"]);
  });
  it(rule("MEASURED_TWICE"), () => {
    const twice = { MEASURED_TWICE: { names: "ME-000007" } };
    expect(told(measurements, measured, twice)).toEqual([
      ["MEASURED_TWICE", "periodFrom", expect.stringContaining("ME-000007")],
    ]);
    expect(told(measurements, { ...measured, state: "RETIRED", endReason: "x" }, twice)).toEqual([]);
  });
  it(rule("MEASUREMENT_SCOPE_FITS"), () => {
    const other = { SCOPE_OF_ANOTHER_KIND: { kind: "Resurss" } };
    expect(told(measurements, measured, other)).toEqual([
      ["MEASUREMENT_SCOPE_FITS", "scope", expect.stringContaining("Resurss")],
    ]);
    expect(told(measurements, { ...measured, scope: null }, other)).toEqual([]);
  });
  it(rule("MEASUREMENT_NOT_OF_COMPUTED"), () => {
    const computed = { KPI_IS_COMPUTED: { kpi: "Pieejamība" } };
    expect(told(measurements, measured, computed)).toEqual([
      ["MEASUREMENT_NOT_OF_COMPUTED", "kpi", expect.stringContaining("Pieejamība")],
    ]);
    // What was entered by mistake can be ended.
    const ended = { state: "RETIRED", endReason: "Kļūda." };
    expect(write(measurements, measured, ended, { ...OWNER, facts: computed }).wrong).toEqual([]);
  });
  it(rule("MEASUREMENT_SOURCE_TOLD"), () => {
    expect(put({ source: "FEED" })).toEqual(["MEASUREMENT_SOURCE_TOLD source"]);
    expect(put({}, { held: ["MONITORING"], person: null })).toEqual(["MEASUREMENT_SOURCE_TOLD source"]);
    // A person may correct what a system sent; it stays a feed.
    expect(write(measurements, { ...measured, source: "FEED" }, { value: 99 }, OWNER).wrong).toEqual([]);
  });
});
