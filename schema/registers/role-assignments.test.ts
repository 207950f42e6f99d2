import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import type { Row } from "./register.ts";
import { roles } from "./role-assignments.ts";
import { ROLES, type Role } from "./roles.ts";

const portfolio = asker(["SERVICE_PORTFOLIO_OWNER"]);
const held = (role: Role, cells: Row = {}): Row => ({
  person: "d",
  role,
  validFrom: "2026-01-01",
  state: "CURRENT",
  ...cells,
});

describe("an assignment of a role", () => {
  it("may be of every role there is", () => {
    expect(Object.keys(roles.columns.role.options)).toEqual(Object.keys(ROLES));
  });

  it(rule("ROLE_SCOPE", "roles of the institution and above name nothing"), () => {
    const narrow = Object.keys(ROLES).filter(
      (role) => refused(roles, null, held(role as Role, { scope: "x" }), portfolio).length === 0,
    );
    expect(narrow).toEqual([
      "SERVICE_OWNER",
      "SERVICE_PROVIDER",
      "RESOURCE_OWNER",
      "RESOURCE_USER",
      "RECIPIENT",
      "PROCESS_MANAGER",
    ]);
    expect(refused(roles, null, held("FRONT_OFFICE", { scope: "x" }), portfolio)).toEqual(["ROLE_SCOPE scope"]);
    for (const role of Object.keys(ROLES)) expect(refused(roles, null, held(role as Role), portfolio)).toEqual([]);
  });

  it(rule("ROLE_SCOPE", "what is named is of the role's kind"), () => {
    const by = asker(["SERVICE_PORTFOLIO_OWNER"], { SCOPE_NOT_OF_ROLE: { scope: "Serveris" } });
    const [refusal, ...more] = checkRow(roles, null, held("SERVICE_OWNER", { scope: "r" }), by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "ROLE_SCOPE", column: "scope" });
    expect(refusal?.message.lv).toContain("“Serveris”");
    // Nothing named: nothing to ask about.
    expect(refused(roles, null, held("SERVICE_OWNER"), by)).toEqual([]);
  });

  it(rule("ROLE_LEAD_BY_LEAD"), () => {
    const by = asker(["SERVICE_PORTFOLIO_OWNER"], { LEAD_ROLE_BY_OTHERS: {} });
    const refusedRoles = Object.keys(ROLES).filter((role) =>
      refused(roles, null, held(role as Role), by).includes("ROLE_LEAD_BY_LEAD role"),
    );
    expect(refusedRoles).toEqual(["STATE_LEAD", "SECTOR_LEAD", "MUNICIPALITY_LEAD"]);
    const ended = held("STATE_LEAD", { state: "RETIRED", endReason: "x" });
    expect(refused(roles, held("STATE_LEAD"), ended, by)).toEqual([]);
  });
});
