import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { continuity } from "./continuity.ts";
import { dependencies } from "./dependencies.ts";
import { finances } from "./finances.ts";
import { people } from "./people.ts";
import { processes } from "./processes.ts";
import type { Register, Row } from "./register.ts";
import { resources } from "./resources.ts";
import { roles } from "./role-assignments.ts";
import { ROLES, type Who } from "./roles.ts";
import { serviceLevels } from "./service-levels.ts";
import { services } from "./services.ts";

const everyone: readonly Who[] = [...(Object.keys(ROLES) as Who[]), "STAFF", "MONITORING"];
const PORTFOLIO: readonly Who[] = ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"];

/** Who gets a row retired, walked through the lifecycle itself. */
const retiring = (register: Register, row: Row, reason: string): readonly Who[] => {
  const { column, initial, retired = "" } = register.lifecycle ?? { column: "", initial: "" };
  return everyone.filter(
    (who) =>
      register.rights.retire.includes(who) &&
      refused(register, { ...row, [column]: initial }, { ...row, [column]: retired, [reason]: "x" }, asker([who]))
        .length === 0,
  );
};
const editing = (register: Register, column: string): readonly Who[] =>
  register.columns[column]?.edit ?? register.rights.edit;

describe("who keeps what", () => {
  it(rule("SERVICE_BY_PORTFOLIO"), () => {
    expect(services.rights.create).toEqual(["SERVICE_PORTFOLIO_OWNER"]);
    expect(retiring(services, { name: "x" }, "retireReason")).toEqual(["SERVICE_PORTFOLIO_OWNER"]);
    expect(new Set(editing(services, "description"))).toEqual(new Set(["SERVICE_PORTFOLIO_OWNER", "SERVICE_OWNER"]));
    expect(services.rowRoles.SERVICE_OWNER).toEqual([{ column: "owner" }]);
  });
  it(rule("RESOURCE_BY_PORTFOLIO"), () => {
    expect(resources.rights.create).toEqual(["RESOURCE_PORTFOLIO_OWNER"]);
    expect(retiring(resources, { name: "x" }, "retireReason")).toEqual(["RESOURCE_PORTFOLIO_OWNER"]);
    expect(new Set(editing(resources, "location"))).toEqual(new Set(["RESOURCE_PORTFOLIO_OWNER", "RESOURCE_OWNER"]));
    expect(resources.rowRoles.RESOURCE_OWNER).toEqual([{ column: "owner" }]);
  });

  it.each([
    [dependencies, "from"],
    [serviceLevels, "subject"],
    [continuity, "subject"],
  ] as const)(rule("CARE_BY_OWNERS", "$key"), (register, via) => {
    const owners = new Set<Who>([...PORTFOLIO, "SERVICE_OWNER", "RESOURCE_OWNER"]);
    for (const right of ["create", "edit", "retire"] as const) expect(new Set(register.rights[right])).toEqual(owners);
    expect(register.rowRoles.SERVICE_OWNER).toEqual([{ column: "owner", via, of: "services" }]);
    expect(register.rowRoles.RESOURCE_OWNER).toEqual([{ column: "owner", via, of: "resources" }]);
    expect(Object.keys(register.columns)).toContain(via);
  });
  it(rule("CARE_BY_OWNERS", "finances"), () => {
    const owners = new Set<Who>(["SERVICE_PORTFOLIO_OWNER", "SERVICE_OWNER"]);
    for (const right of ["create", "edit", "retire"] as const) expect(new Set(finances.rights[right])).toEqual(owners);
    expect(finances.rowRoles.SERVICE_OWNER).toEqual([{ column: "owner", via: "service", of: "services" }]);
  });

  it(rule("ROLES_BY_PORTFOLIO"), () => {
    for (const register of [roles, people, processes]) {
      expect(new Set<Who>(register.rights.create)).toEqual(new Set(PORTFOLIO));
      expect(new Set<Who>(register.rights.retire)).toEqual(new Set(PORTFOLIO));
    }
    expect(new Set(editing(roles, "role"))).toEqual(new Set(PORTFOLIO));
    expect(new Set(editing(processes, "manager"))).toEqual(new Set(PORTFOLIO));
    for (const register of [services, serviceLevels])
      expect(new Set(editing(register, "calendar"))).toEqual(new Set(PORTFOLIO));
    const row: Row = { person: "d", role: "FRONT_OFFICE", validFrom: "2026-01-01" };
    expect(new Set(retiring(roles, row, "endReason"))).toEqual(new Set(PORTFOLIO));
  });

  it(rule("ONE_RESPONSIBLE"), () => {
    expect(services.columns.owner.type).toBe("reference");
    expect(resources.columns.owner.type).toBe("reference");
    expect(processes.columns.manager.type).toBe("reference");
  });
});
