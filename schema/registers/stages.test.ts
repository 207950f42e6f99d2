import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import { statesOf } from "./lifecycle.ts";
import type { Register, Row } from "./register.ts";
import { resources } from "./resources.ts";
import { services } from "./services.ts";
import { stepsBetween } from "./steps.ts";

const service: Row = { code: "P-0001", name: "Izziņa", description: "Izsniedz izziņu.", owner: "o", providers: ["p"] };
const resource: Row = { code: "R-0001", name: "Serveris", owner: "o", verifiedOn: "2026-01-05" };
const both: readonly (readonly [Register, Row])[] = [
  [services, service],
  [resources, resource],
];
const answering = (register: Register) => asker(register.rights.create);

describe.each(both)("$key", (register, whole) => {
  const at = (stage: string, cells: Row = {}) => ({ ...whole, stage, ...cells });

  it(rule("STAGES_IN_ORDER", register.key), () => {
    const stages = ["PLANNING", "BUILDING", "INTRODUCING", "DELIVERING", "IMPROVING"];
    expect(statesOf(register)).toEqual([...stages, "RETIRED"]);
    for (const [from, one] of stages.entries()) {
      for (const [to, other] of stages.entries()) {
        const allowed = to >= from || (one === "IMPROVING" && other === "DELIVERING");
        const expected = allowed ? [] : ["NO_SUCH_STEP stage"];
        expect(refused(register, at(one), at(other), answering(register)), `${one} ${other}`).toEqual(expected);
      }
      expect(stepsBetween(register, "RETIRED", one)).toBeNull();
    }
  });

  it(rule("RETIRED_WITH_REASON", register.key), () => {
    for (const stage of ["PLANNING", "BUILDING", "INTRODUCING", "DELIVERING", "IMPROVING"]) {
      const after = at("RETIRED", { retireReason: null });
      expect(refused(register, at(stage), after, answering(register))).toEqual(["STEP_NEEDS retireReason"]);
      const told = at("RETIRED", { retireReason: "Apvienots." });
      expect(refused(register, at(stage), told, answering(register))).toEqual([]);
    }
  });

  it(rule("RETIRED_NOT_DEPENDED_ON", register.key), () => {
    const by = asker(register.rights.retire, { DEPENDED_ON: { names: "Portāls, E-adrese" } });
    const [refusal, ...more] = checkRow(register, at("IMPROVING"), at("RETIRED", { retireReason: "x" }), by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "RETIRED_NOT_DEPENDED_ON", column: "stage" });
    expect(refusal?.message.lv).toContain("Portāls, E-adrese");
    expect(refusal?.message.en).toContain("Portāls, E-adrese");
    expect(refused(register, at("DELIVERING"), at("IMPROVING"), by)).toEqual([]);
  });

  it(rule("RETIRED_WITHOUT_INCIDENTS", register.key), () => {
    const by = asker(register.rights.retire, { OPEN_INCIDENTS: { names: "INC-2026-00007" } });
    const [refusal, ...more] = checkRow(register, at("PLANNING"), at("RETIRED", { retireReason: "x" }), by);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "RETIRED_WITHOUT_INCIDENTS", column: "stage" });
    expect(refusal?.message.lv).toContain("INC-2026-00007");
    expect(refused(register, at("DELIVERING"), at("IMPROVING"), by)).toEqual([]);
  });
});

describe("a service", () => {
  const at = (stage: string, cells: Row = {}) => ({ ...service, stage, ...cells });
  const by = asker(["SERVICE_PORTFOLIO_OWNER"]);

  it.each(["owner", "providers", "description"])(rule("SERVICE_DELIVERED_WHOLE", "%s"), (column) => {
    const without = { [column]: column === "providers" ? [] : null };
    expect(refused(services, at("INTRODUCING", without), at("DELIVERING", without), by)).toEqual([
      `STEP_NEEDS ${column}`,
    ]);
    expect(refused(services, at("BUILDING", without), at("INTRODUCING", without), by)).toEqual([]);
  });

  it.each([
    ["SERVICE_DELIVERED_AGREED", "NO_AGREED_SERVICE_LEVEL"],
    ["SERVICE_DELIVERED_MEASURED", "NO_KPI_WITH_TARGET"],
  ] as const)("%s is asked about when delivery starts, not when it is taken up again", (key, fact) => {
    const lacking = asker(["SERVICE_PORTFOLIO_OWNER"], { [fact]: {} });
    expect(refused(services, at("INTRODUCING"), at("DELIVERING"), lacking)).toEqual([`${key} stage`]);
    expect(refused(services, at("PLANNING"), at("IMPROVING"), lacking)).toEqual([`${key} stage`]);
    expect(refused(services, at("BUILDING"), at("INTRODUCING"), lacking)).toEqual([]);
    expect(refused(services, at("IMPROVING"), at("DELIVERING"), lacking)).toEqual([]);
  });
  it(rule("SERVICE_DELIVERED_AGREED"), () => {
    const [refusal] = checkRow(
      services,
      at("INTRODUCING"),
      at("DELIVERING"),
      asker(["SERVICE_OWNER"], { NO_AGREED_SERVICE_LEVEL: {} }),
    );
    expect(refusal).toMatchObject({ rule: "SERVICE_DELIVERED_AGREED" });
    expect(refusal?.message.lv).toContain("Pakalpojumu līmeņi");
  });
  it(rule("SERVICE_DELIVERED_MEASURED"), () => {
    const [refusal] = checkRow(
      services,
      at("INTRODUCING"),
      at("DELIVERING"),
      asker(["SERVICE_OWNER"], { NO_KPI_WITH_TARGET: {} }),
    );
    expect(refusal).toMatchObject({ rule: "SERVICE_DELIVERED_MEASURED" });
    expect(refusal?.message.lv).toContain("Mērķi");
  });

  it(rule("SERVICE_REVIEW_AFTER_START"), () => {
    const days = (deliveredSince: string | null, reviewDue: string | null) =>
      refused(services, at("PLANNING"), at("PLANNING", { deliveredSince, reviewDue }), by);
    expect(days("2026-02-01", "2026-01-31")).toEqual(["SERVICE_REVIEW_AFTER_START reviewDue"]);
    expect(days("2026-02-01", "2026-02-01")).toEqual([]);
    expect(days(null, "2026-01-31")).toEqual([]);
  });
});

describe("a resource", () => {
  const at = (stage: string, cells: Row = {}) => ({ ...resource, stage, ...cells });
  it.each(["owner", "verifiedOn"])(rule("RESOURCE_USED_VERIFIED", "%s"), (column) => {
    const by = asker(["RESOURCE_OWNER"]);
    const without = { [column]: null };
    expect(refused(resources, at("INTRODUCING", without), at("DELIVERING", without), by)).toEqual([
      `STEP_NEEDS ${column}`,
    ]);
    expect(refused(resources, at("IMPROVING"), at("IMPROVING", without), by)).toEqual([`STATE_NEEDS ${column}`]);
    expect(refused(resources, at("BUILDING", without), at("INTRODUCING", without), by)).toEqual([]);
    expect(refused(resources, at("INTRODUCING"), at("DELIVERING"), by)).toEqual([]);
  });
});
