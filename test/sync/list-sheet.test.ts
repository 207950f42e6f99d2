import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { createRig } from "./excel-rig.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const LIST = {
  name: "Ietekme",
  title: "=INC-2026-00001",
  columns: [
    { heading: "Nosaukums", format: "TEXT", width: 30 },
    { heading: "Soļi", format: "NUMBER", width: 8 },
  ],
  rows: [
    ["=1+1", 1],
    ["0012", 2],
  ],
} as const;

test("a plain list is a sheet of its own in front, its texts kept as text; done again it is another sheet", async () => {
  const excel = createExcel();
  const service = createRig().open(excel);
  await service.list(LIST);
  await service.list({ ...LIST, rows: [] });
  const sheets = excel.model.sheets.filter(({ name }) => name.startsWith("Ietekme"));
  expect(sheets.map(({ name }) => name)).toEqual(["Ietekme", "Ietekme (2)"]);
  expect(excel.model.activeSheet.name).toBe("Ietekme (2)");
  const [first] = sheets;
  const lines = [0, 1, 2, 3, 4].map((row) => [0, 1].map((column) => first?.value(row, column) ?? ""));
  expect(lines).toEqual([
    ["=INC-2026-00001", ""],
    ["", ""],
    ["Nosaukums", "Soļi"],
    ["=1+1", 1],
    ["0012", 2],
  ]);
  expect(first?.content(3, 0)?.formula).toBeUndefined();
});
