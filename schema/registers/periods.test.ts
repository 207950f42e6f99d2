import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { capacity } from "./capacity.ts";
import { finances } from "./finances.ts";
import type { Register, Row } from "./register.ts";
import { roles } from "./role-assignments.ts";
import { serviceLevels } from "./service-levels.ts";

const figures: readonly (readonly [Register, Row])[] = [
  [capacity, { resource: "r", unit: "GB" }],
  [finances, { service: "p", kind: "COST", line: "Noma" }],
];
const holding: readonly (readonly [Register, Row])[] = [
  [serviceLevels, { title: "Līmenis", subject: "p", state: "DRAFT" }],
  [roles, { person: "d", role: "SERVICE_OWNER" }],
];

describe.each(figures)("$key", (register, row) => {
  it(rule("PERIOD_ORDER", register.key), () => {
    const period = (periodFrom: string | null, periodTo: string | null) =>
      refused(register, null, { ...row, periodFrom, periodTo }, asker(register.rights.create));
    expect(period("2026-01-01", "2026-02-01")).toEqual([]);
    expect(period("2026-01-01", "2026-01-01")).toEqual(["PERIOD_ORDER periodTo"]);
    expect(period("2026-01-01", "2025-12-31")).toEqual(["PERIOD_ORDER periodTo"]);
    expect(period("2026-01-01", null)).toEqual(["REQUIRED periodTo"]);
    expect(period(null, "2026-01-01")).toEqual(["REQUIRED periodFrom"]);
  });
});

describe.each(holding)("$key", (register, row) => {
  it(rule("VALIDITY_ORDER", register.key), () => {
    const valid = (validFrom: string, validTo: string | null) =>
      refused(register, null, { ...row, validFrom, validTo }, asker(register.rights.create));
    expect(valid("2026-01-01", "2025-12-31")).toEqual(["VALIDITY_ORDER validTo"]);
    expect(valid("2026-01-01", null)).toEqual([]);
    // What is withdrawn before it came into force was never valid.
    expect(valid("2026-01-01", "2026-01-01")).toEqual([]);
  });
});
