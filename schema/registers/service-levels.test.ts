import { describe, expect, it } from "vitest";
import { asker, refused } from "../../test/support/asker.ts";
import { rule } from "../../test/support/rule.ts";
import { checkRow } from "./check-row.ts";
import { isFrom } from "./lifecycle.ts";
import { prepareRow, type Moment } from "./prepare-row.ts";
import type { Row } from "./register.ts";
import { serviceLevels } from "./service-levels.ts";
import { USUAL_SETTINGS } from "./settings.ts";

const owner = asker(["SERVICE_OWNER"]);
const level = (state: string, cells: Row = {}): Row => ({
  title: "Izziņas līmenis",
  subject: "p",
  agreedWith: "Saņēmēju padome",
  validFrom: "2026-01-01",
  state,
  ...cells,
});
const moment: Moment = {
  now: "2026-05-03T09:00:00Z",
  today: "2026-05-03",
  person: "me",
  settings: USUAL_SETTINGS,
};

describe("a service level", () => {
  it(rule("SERVICE_LEVEL_STEPS"), () => {
    const reason = { endReason: "Jauna vienošanās." };
    expect(refused(serviceLevels, level("DRAFT"), level("AGREED"), owner)).toEqual([]);
    expect(refused(serviceLevels, level("AGREED"), level("ENDED", reason), owner)).toEqual([]);
    expect(refused(serviceLevels, level("DRAFT"), level("ENDED", reason), owner)).toEqual([]);
    for (const [from, to] of [
      ["AGREED", "DRAFT"],
      ["ENDED", "AGREED"],
      ["ENDED", "DRAFT"],
    ] as const)
      expect(refused(serviceLevels, level(from), level(to), owner)).toEqual(["NO_SUCH_STEP state"]);
  });

  it("ends today when its last day was left open, and keeps the one it has", () => {
    const ended = (validTo: string | null) =>
      prepareRow(serviceLevels, level("AGREED", { validTo }), level("ENDED", { validTo, endReason: "x" }), moment);
    expect(ended(null)["validTo"]).toBe("2026-05-03");
    expect(ended("2026-12-01")["validTo"]).toBe("2026-12-01");
    const dropped = prepareRow(serviceLevels, level("DRAFT"), level("ENDED", { endReason: "x" }), moment);
    expect(dropped["validTo"] ?? null).toBeNull();
  });

  it.each(["agreedWith", "validFrom"])(rule("SERVICE_LEVEL_AGREED_WHOLE", "%s"), (column) => {
    const without = { [column]: null };
    expect(refused(serviceLevels, level("DRAFT", without), level("AGREED", without), owner)).toEqual([
      `STEP_NEEDS ${column}`,
    ]);
    expect(refused(serviceLevels, null, level("DRAFT", without), owner)).toEqual([]);
  });

  it(rule("SERVICE_LEVEL_NO_OVERLAP"), () => {
    const overlapping = asker(["SERVICE_OWNER"], { SERVICE_LEVEL_OVERLAP: { names: "SL-0003" } });
    const [refusal, ...more] = checkRow(serviceLevels, level("DRAFT"), level("AGREED"), overlapping);
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ rule: "SERVICE_LEVEL_NO_OVERLAP", column: "validFrom" });
    expect(refusal?.message.lv).toContain("SL-0003");
    // Days moved once agreed are held to the rule as well; drafts and what has ended are not.
    const moved = level("AGREED", { validTo: "2027-01-01" });
    expect(refused(serviceLevels, level("AGREED"), moved, overlapping)).toEqual(["SERVICE_LEVEL_NO_OVERLAP validFrom"]);
    expect(refused(serviceLevels, null, level("DRAFT"), overlapping)).toEqual([]);
    expect(refused(serviceLevels, level("AGREED"), level("ENDED", { endReason: "x" }), overlapping)).toEqual([]);
  });

  it("is about one service or resource once agreed", () => {
    const { lockedFrom } = serviceLevels.columns.subject;
    expect(["DRAFT", "AGREED"].filter((state) => isFrom(serviceLevels, lockedFrom, state))).toEqual(["AGREED"]);
  });

  it(rule("RETIRED_WITH_REASON", "serviceLevels"), () => {
    for (const state of ["DRAFT", "AGREED"])
      expect(refused(serviceLevels, level(state), level("ENDED"), owner)).toEqual(["STEP_NEEDS endReason"]);
  });
});
