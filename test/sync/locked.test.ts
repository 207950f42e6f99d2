import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { codecsOf } from "../../addin/sync/codec.ts";
import { layoutOf } from "../../addin/sync/layout.ts";
import { lockedFormula } from "../../addin/workbook/excel/locked.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import { incidents } from "../../schema/registers/incidents.ts";
import { createRegisters } from "./all-registers.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const columnsIn = (language: "lv" | "en") => layoutOf(incidents, codecsOf(incidents, language, 1900), language).columns;

test("a column that a state locks knows the states, and its heading tells from which on; those off the way lock nothing", () => {
  const review = columnsIn("en").find(({ heading }) => heading === "Review");
  expect(review?.locked).toEqual({ heading: "State", states: ["Closed"] });
  expect(review?.note).toBe("From the state “Closed” on nothing changes in this column any more; such cells are grey.");
  const resolver = columnsIn("lv").find(({ heading }) => heading === incidents.columns.resolver.label.lv);
  expect(resolver?.locked?.states).toEqual(["Atrisināts", "Slēgts"]);
});

test("a column that the server fills in says so and needs no rule", () => {
  const priority = columnsIn("lv").find(({ heading }) => heading === "Prioritāte");
  expect(priority?.note).toBe("Šo kolonnu aizpilda serveris; ierakstīt tajā nevar.");
  expect(priority?.locked).toBeUndefined();
  expect(columnsIn("lv").find(({ heading }) => heading === "Apraksts")?.note).toBeUndefined();
});

test("the rule asks the row's own state, and none of any register is longer than Excel's dialogue takes", () => {
  for (const register of Object.values(registers))
    for (const { locked } of layoutOf(register, codecsOf(register, "lv", 1900), "lv").columns)
      if (locked) expect(lockedFormula("AB", 2, locked.states).length, register.key).toBeLessThanOrEqual(255);
  expect(lockedFormula("H", 2, ["Slēgts", 'Tā "saucamais"'])).toBe('=OR($H2="Slēgts",$H2="Tā ""saucamais""")');
});

test("headings tell what is locked; a host without conditional formats has its sheet all the same", async () => {
  const excel = createExcel();
  const rig = createRegisters();
  await rig.put("incidents", [{ code: "INC-2026-00001", title: "Nedarbojas" }]);
  await rig.open(excel).open("incidents", "lv");
  const { sheet, box } = excel.model.table("SaimeIncidents");
  const data = excel.model.sheet(sheet);
  const at = Array.from({ length: box.columns }, (_, column) => data.value(0, column)).indexOf("Prioritāte");
  expect(data.notes.get(0, at)).toContain("aizpilda serveris");
  expect(box.rows).toBe(2);
});
