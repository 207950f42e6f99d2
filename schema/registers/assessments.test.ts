import { describe, expect, it } from "vitest";
import { editable, locked } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { NOW, write, type Writer } from "../../test/support/write-row.ts";
import { assessments } from "./assessments.ts";
import { changeTemplates } from "./change-templates.ts";
import { freezeWindows } from "./freeze-windows.ts";
import { parseCell } from "./cells.ts";
import type { Row } from "./register.ts";
import type { Who } from "./roles.ts";

const as = (held: readonly Who[], person = "eva", facts: NonNullable<Writer["facts"]> = {}): Writer => ({
  held,
  person,
  facts,
});

describe("assessments", () => {
  const draft: Row = {
    change: "c1",
    expert: "eva",
    expected: "Mazāk kļūdu.",
    impact: "Stunda bez e-veidlapas.",
    likelihood: 2,
    consequence: 4,
    resources: "Viena diena.",
    backout: "Atjauno iepriekšējo versiju.",
    conclusion: "SUPPORT",
    state: "DRAFT",
  };
  const give = (cells: Row, writer: Writer) => write(assessments, draft, { ...cells, state: "GIVEN" }, writer);

  it(rule("ASSESSMENT_BY_NAMED_EXPERT"), () => {
    expect(give({}, as(["STAFF"])).wrong).toEqual([]);
    const { refusals } = give({}, as(["STAFF"], "eva", { ASSESSOR_NOT_NAMED: { change: "CHG-2026-00001" } }));
    expect(refusals).toMatchObject([{ rule: "ASSESSMENT_BY_NAMED_EXPERT", column: "expert" }]);
    expect(refusals[0]?.message.lv).toContain("CHG-2026-00001");
  });
  it(rule("ASSESSMENT_WRITTEN_BY_ITS_EXPERT"), () => {
    const begun = write(assessments, null, { change: "c1" }, as(["STAFF"]));
    expect(begun.wrong).toEqual([]);
    expect(begun.row).toMatchObject({ expert: "eva", state: "DRAFT" });
    expect(assessments.rights.create).toEqual(["STAFF"]);
    const other = as(["SERVICE_PORTFOLIO_OWNER", "STAFF"], "pēteris");
    expect(write(assessments, null, { change: "c1", expert: "eva" }, other).wrong).toEqual([
      "ASSESSMENT_WRITTEN_BY_ITS_EXPERT expert",
    ]);
    expect(write(assessments, draft, { impact: "Nekādas." }, other).wrong).toEqual([
      "ASSESSMENT_WRITTEN_BY_ITS_EXPERT expert",
    ]);
    const { refusals } = give({}, other);
    expect(refusals.map(({ code }) => code)).toContain("STEP_FORBIDDEN");
    // Who may is said by the column, for no role may.
    expect(refusals.find(({ code }) => code === "STEP_FORBIDDEN")?.message.en).toMatch(/These may: “Expert”/);
    expect(locked(assessments, "DRAFT")).toEqual(["change", "expert"]);
  });
  it.each(["expected", "impact", "likelihood", "consequence", "resources", "backout"])(
    rule("ASSESSMENT_COMPLETE", "%s"),
    (key) => expect(give({ [key]: null }, as(["STAFF"])).wrong).toEqual([`STEP_NEEDS ${key}`]),
  );
  it(rule("ASSESSMENT_RISK"), () => {
    expect(give({}, as(["STAFF"])).row["risk"]).toBe(8);
    expect(write(assessments, draft, { likelihood: 5, consequence: 5 }, as(["STAFF"])).row["risk"]).toBe(25);
    expect(write(assessments, draft, { likelihood: null }, as(["STAFF"])).row["risk"]).toBeNull();
    // What somebody writes there is worked out anew.
    expect(write(assessments, draft, { risk: 1 }, as(["STAFF"])).row["risk"]).toBe(8);
    expect(editable(assessments, "STAFF")).not.toContain("risk");
    for (const key of ["likelihood", "consequence"] as const) {
      const read = (value: number) => parseCell(key, assessments.columns[key], value).ok;
      expect([0, 1, 5, 6, 2.5].map(read)).toEqual([false, true, true, false, false]);
    }
  });
  it(rule("ASSESSMENT_STAYS"), () => {
    const told = ["expected", "impact", "likelihood", "consequence", "resources", "backout", "conclusion", "note"];
    expect(locked(assessments, "GIVEN")).toEqual(expect.arrayContaining([...told, "givenAt"]));
    expect(give({}, as(["STAFF"])).row["givenAt"]).toBe(NOW);
    const given = { ...draft, state: "GIVEN" };
    for (const state of ["DRAFT", "WITHDRAWN"])
      expect(write(assessments, given, { state, withdrawReason: "x" }, as(["STAFF"])).wrong).toEqual([
        "NO_SUCH_STEP state",
      ]);
    expect(write(assessments, draft, { state: "WITHDRAWN", withdrawReason: "x" }, as(["STAFF"])).wrong).toEqual([]);
  });
});

describe("templates of standard changes", () => {
  const draft: Row = {
    name: "Ielāps",
    description: "Mēneša ielāpi.",
    steps: "1. Uzliek.",
    risk: "LOW",
    state: "DRAFT",
  };
  const approve = (cells: Row, writer: Writer) =>
    write(changeTemplates, draft, { ...cells, state: "APPROVED" }, writer);
  it(rule("TEMPLATE_APPROVED_BY_PORTFOLIO"), () => {
    for (const who of ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"] as const) {
      expect(approve({}, as([who])).wrong).toEqual([]);
      expect(approve({ approvedBy: null }, as([who])).row).toMatchObject({ approvedBy: "eva", approvedAt: NOW });
    }
    for (const who of ["SERVICE_OWNER", "RESOURCE_OWNER", "SERVICE_PROVIDER", "STAFF"] as const) {
      expect(approve({}, as([who])).wrong).toEqual(["STEP_FORBIDDEN state"]);
      const retired = { state: "RETIRED", retireReason: "Novecojis." };
      expect(write(changeTemplates, { ...draft, state: "APPROVED" }, retired, as([who])).wrong).toEqual([
        "STEP_FORBIDDEN state",
      ]);
      expect(changeTemplates.rights.retire).not.toContain(who);
    }
    expect(locked(changeTemplates, "APPROVED")).toEqual(
      expect.arrayContaining(["name", "description", "subjects", "steps", "risk", "approvedBy", "approvedAt"]),
    );
    expect(write(changeTemplates, { ...draft, state: "APPROVED" }, { state: "DRAFT" }, as(["STAFF"])).wrong).toEqual([
      "NO_SUCH_STEP state",
    ]);
  });
  it.each(["description", "steps", "risk"])(rule("TEMPLATE_DOCUMENTED", "%s"), (key) =>
    expect(approve({ [key]: null }, as(["SERVICE_PORTFOLIO_OWNER"])).wrong).toEqual([`STEP_NEEDS ${key}`]),
  );
  it(rule("TEMPLATE_LOW_RISK"), () => {
    for (const risk of ["MEDIUM", "HIGH"])
      expect(approve({ risk }, as(["SERVICE_PORTFOLIO_OWNER"])).wrong).toEqual(["TEMPLATE_LOW_RISK risk"]);
  });
});

describe("freeze windows", () => {
  const freeze: Row = { name: "Vēlēšanas", start: "2026-10-01T00:00:00Z", reason: "Vēlēšanas." };
  const put = (end: string) =>
    write(freezeWindows, null, { ...freeze, end }, as(["SERVICE_PORTFOLIO_OWNER", "STAFF"])).wrong;
  it(rule("FREEZE_ENDS_AFTER_START"), () => {
    expect(put("2026-10-05T00:00:00Z")).toEqual([]);
    expect(put("2026-10-01T00:00:00Z")).toEqual(["FREEZE_ENDS_AFTER_START end"]);
    expect(put("2026-09-30T00:00:00Z")).toEqual(["FREEZE_ENDS_AFTER_START end"]);
  });
  it(rule("FREEZE_BY_OWNERS"), () => {
    const owners = ["RESOURCE_OWNER", "RESOURCE_PORTFOLIO_OWNER", "SERVICE_OWNER", "SERVICE_PORTFOLIO_OWNER"];
    const { create, edit, retire } = freezeWindows.rights;
    for (const right of [create, edit, retire]) expect([...right].sort()).toEqual(owners);
    const ended = { state: "RETIRED", endReason: "Beidzies." };
    const row = { ...freeze, end: "2026-10-05T00:00:00Z", state: "CURRENT" };
    expect(write(freezeWindows, row, ended, as(["SERVICE_PROVIDER", "STAFF"])).wrong).toEqual(["STEP_FORBIDDEN state"]);
    expect(write(freezeWindows, row, ended, as(["SERVICE_OWNER"])).wrong).toEqual([]);
  });
});
