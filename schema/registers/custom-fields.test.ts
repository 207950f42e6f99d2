import { describe, expect, it } from "vitest";
import { rule } from "../../test/support/rule.ts";
import { write } from "../../test/support/write-row.ts";
import { registers } from "./catalogue.ts";
import { columnOfField, customKeys, fieldOf, withCustomFields, type CustomField } from "./custom.ts";
import { FIELD_TYPES, optionsIn } from "./field-types.ts";
import type { Register, Row } from "./register.ts";
import { constantName } from "./text.ts";

const { customFields } = registers;
const services: Register = registers.services;
const held = ["SERVICE_PORTFOLIO_OWNER"] as const;
const wrong = (cells: Row) =>
  write(
    customFields,
    null,
    { code: "CF-1", register: "SERVICES", type: "TEXT", headingLv: "Krāsa", ...cells },
    { held },
  ).wrong;

describe("the register of custom fields", () => {
  it(rule("CUSTOM_HEADING_OF_REGISTER"), () => {
    expect(wrong({})).toEqual([]);
    const own = Object.values(services.columns).flatMap(({ label, also = [] }) => [label.lv, label.en, ...also]);
    for (const heading of [...own, " NOSAUKUMS ", "_id", "_rev"])
      expect(wrong({ headingLv: heading }), heading).toContain("CUSTOM_HEADING_OF_REGISTER headingLv");
    expect(wrong({ headingEn: "Name" })).toContain("CUSTOM_HEADING_OF_REGISTER headingLv");
  });

  it(rule("CUSTOM_CHOICE_HAS_OPTIONS"), () => {
    const broken = ["CUSTOM_CHOICE_HAS_OPTIONS options"];
    expect(wrong({ type: "CHOICE" })).toEqual(broken);
    expect(wrong({ type: "CHOICE", options: " ;\n; " })).toEqual(broken);
    expect(wrong({ type: "CHOICE", options: "Sarkans" })).toEqual([]);
    const many = (count: number) => Array.from({ length: count }, (_, at) => `Krāsa ${at}`).join("\n");
    expect(wrong({ type: "CHOICE", options: many(200) })).toEqual([]);
    expect(wrong({ type: "CHOICE", options: many(201) })).toEqual(broken);
  });

  it("offers every other register, whatever there will be", () => {
    const others = Object.keys(registers).filter((key) => key !== "customFields");
    expect(Object.keys(customFields.columns.register.options)).toEqual(others.map(constantName));
  });
});

describe("a register with custom fields", () => {
  const field = (type: CustomField["type"], more: Partial<CustomField> = {}): CustomField => ({
    key: `custom.CF-${type}`,
    label: { lv: `Sava ${type}`, en: `Own ${type}` },
    type,
    ...(type === "CHOICE" && { options: ["Sarkans"] }),
    ...more,
  });
  const all = Object.keys(FIELD_TYPES).map((type) => field(type as CustomField["type"]));

  it("without fields is the declared one", () => {
    expect(withCustomFields(services, [])).toBe(services);
    expect(customKeys(services)).toEqual([]);
  });
  it("has its own columns first, then the fields in their order", () => {
    const register = withCustomFields(services, all);
    expect(Object.keys(register.columns)).toEqual([...Object.keys(services.columns), ...all.map(({ key }) => key)]);
    expect(customKeys(register)).toEqual(all.map(({ key }) => key));
  });
  it("is the same object for the same fields, so that what is worked out of it is kept", () => {
    expect(withCustomFields(services, structuredClone(all))).toBe(withCustomFields(services, all));
    expect(withCustomFields(services, all.slice(1))).not.toBe(withCustomFields(services, all));
    expect(withCustomFields(registers.resources, all)).not.toBe(withCustomFields(services, all));
  });
  it("knows ended fields by name, and as columns that nobody must fill in where it is asked for them", () => {
    const fields = [field("TEXT"), field("DATE", { retired: true, required: true })];
    const register = withCustomFields(services, fields);
    expect(customKeys(register)).toEqual(["custom.CF-TEXT"]);
    expect(register.former).toEqual({ "custom.CF-DATE": { lv: "Sava DATE", en: "Own DATE" } });
    const former = withCustomFields(services, fields, true);
    expect(former.columns["custom.CF-DATE"]).toMatchObject({ type: "date" });
    expect(former.columns["custom.CF-DATE"]?.required).toBeUndefined();
  });
  it("says in both languages what was said in one", () => {
    const cells = { headingEn: null, helpLv: null, helpEn: "What colour.", options: null, required: null };
    const made = fieldOf({ code: "CF-7", headingLv: "Krāsa", type: "TEXT", state: "CURRENT", ...cells });
    expect(made).toEqual({
      key: "custom.CF-7",
      label: { lv: "Krāsa", en: "Krāsa" },
      help: { lv: "What colour.", en: "What colour." },
      type: "TEXT",
    });
    expect(columnOfField({ ...made, required: true })).toMatchObject({
      type: "text",
      required: true,
      label: made.label,
    });
  });
  it("reads options one a line or parted by semicolons, each once", () => {
    expect(optionsIn("Sarkans; Zaļš\n  Zils \n;zals")).toEqual(["Sarkans", "Zaļš", "Zils"]);
    expect(optionsIn(null)).toEqual([]);
  });
});
