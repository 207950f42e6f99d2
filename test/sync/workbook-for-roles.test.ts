import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import type { Progress } from "../../addin/sync/service.ts";
import { dailyRegisters } from "../../schema/registers/groups.ts";
import { createRegisters } from "./all-registers.ts";

const MAKER = { person: "Līga Ozoliņa", institution: '=Ozolu "novads"' };
let rig = createRegisters();
beforeEach(() => {
  rig = createRegisters();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const visible = (excel: ReturnType<typeof createExcel>) =>
  excel.model.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);

test("a workbook for somebody's roles has their sheets in order behind a start sheet that leads to each", async () => {
  const excel = createExcel();
  await rig.put("incidents", [{ code: "INC-2026-00001", title: "Nedarbojas" }]);
  const wanted = dailyRegisters(["FRONT_OFFICE"]);
  const told: Progress[] = [];
  await rig.open(excel).openAll(wanted, "lv", MAKER, { onProgress: (progress) => told.push(progress) });

  expect(visible(excel).filter((name) => !/^Sheet|^Lapa/.test(name))).toEqual([
    "Sākums",
    "Pieteikumi",
    "Incidenti",
    "Zināšanas",
  ]);
  expect(told.map(({ phase, done, total }) => [phase, done, total])).toEqual([
    ["SHEETS", 0, 3],
    ["SHEETS", 1, 3],
    ["SHEETS", 2, 3],
    ["SHEETS", 3, 3],
  ]);
  const start = excel.model.sheets.find(({ name }) => name === "Sākums")!;
  const column = (at: number) => Array.from({ length: 11 }, (_, row) => start.value(row, at) || null);
  expect(column(1).slice(1, 4)).toEqual(['=Ozolu "novads"', "Līga Ozoliņa", "22.11.2026"]);
  expect(start.content(6, 0)?.formula).toBe('=HYPERLINK("#SaimeApplications","Pieteikumi")');
  expect(excel.model.activeSheet.name).toBe("Sākums");
});

test("done again it makes only what is missing, and writes the same start sheet anew", async () => {
  const excel = createExcel();
  const service = rig.open(excel);
  await service.openAll(["incidents"], "lv", MAKER);
  await service.openAll(["incidents", "changes"], "lv", MAKER);
  expect(
    visible(excel)
      .filter((name) => /Sākums|Incidenti|Izmaiņas/.test(name))
      .sort(),
  ).toEqual(["Incidenti", "Izmaiņas", "Sākums"]);
  const start = excel.model.sheets.find(({ name }) => name === "Sākums")!;
  expect(start.content(7, 0)?.formula).toBe('=HYPERLINK("#SaimeChanges","Izmaiņas")');
});

test("cancelled, the sheets made until then stay and are sound", async () => {
  const excel = createExcel();
  const service = rig.open(excel);
  const controller = new AbortController();
  const making = service.openAll(["incidents", "changes", "problems"], "en", MAKER, {
    signal: controller.signal,
    onProgress: ({ done }) => done === 1 && controller.abort(),
  });
  await expect(making).rejects.toThrow();
  const states = Object.fromEntries((await service.status()).map(({ register, sheet }) => [register, sheet]));
  expect(states).toMatchObject({ incidents: "OPEN", changes: "NONE", problems: "NONE" });
});
