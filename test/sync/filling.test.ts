import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a cell filled in from the pane is an edit like any other, in the row it belongs to and no other", async () => {
  const rig = createRig();
  await rig.put(["A", "B"].map((code) => ({ code, name: `Name ${code}` })));
  const excel = createExcel({ culture: "lv-LV" });
  const service = rig.open(excel);
  await service.open(REGISTER, "lv");
  sheetOf(excel).type("A", "Saimnieks", "Jānis");
  const [row] = (await service.changes(REGISTER)).rows;
  const { rows } = await service.fill(REGISTER, row!.row, "owner", "Jānis (D-0002)");
  expect(rows).toMatchObject([{ code: "A", cells: [{ column: "owner", from: null, to: "Jānis (D-0002)" }] }]);
  expect(sheetOf(excel).value("A", "Saimnieks")).toBe("Jānis (D-0002)");
  expect(sheetOf(excel).value("B", "Saimnieks")).toBe("");
  // A row that is gone by then is let be.
  expect((await service.fill(REGISTER, "00000000-0000-4000-8000-00000000ffff", "owner", "X")).rows).toHaveLength(1);
});
