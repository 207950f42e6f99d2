import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { createRig, REGISTER, sheetOf } from "./excel-rig.ts";

/** A row in conflict stands on what the person started from, until the person has chosen. */
let rig = createRig();
let excel: ExcelInNode;
let service: SheetService;
let pushed: PushRequest[];

const shown = (heading: string) => sheetOf(excel).value("A", heading);
const row = async () => {
  const { rows } = await service.changes(REGISTER);
  return rows.find(({ code }) => code === "A");
};
const conflict = async () => (await row())?.conflicts[0];
/** What publishes sent of the row, trials left out. */
const sent = () =>
  pushed.flatMap(({ dryRun, rows }) => (dryRun ? [] : rows)).map(({ base, cells }) => ({ base, cells }));

beforeEach(async () => {
  rig = createRig();
  await rig.put(["A", "B"].map((code) => ({ code, name: `Name ${code}`, holder: "Holder" })));
  const { server } = rig;
  const push = server.push.bind(server);
  pushed = [];
  server.push = (request) => {
    pushed.push(structuredClone(request));
    return push(request);
  };
  excel = createExcel({ culture: "lv-LV" });
  service = rig.open(excel);
  await service.open(REGISTER, "lv");
  sheetOf(excel).type("A", "Nosaukums", "Mine");
  await rig.change("A", { name: "Theirs", holder: "Their holder" });
  await service.refresh(REGISTER);
  pushed = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("its version stays that of the base until the person chose, though its other cells are up to date", async () => {
  expect(shown("Turētājs")).toBe("Their holder");
  expect(shown("_rev")).toBe("1");
  expect(await conflict()).toMatchObject({ base: "Name A", mine: "Mine", theirs: "Theirs", by: "somebody" });
  await service.refresh(REGISTER);
  expect(shown("_rev")).toBe("1");

  expect((await service.publish(REGISTER, { do: "LEAVE" })).counts).toMatchObject({ CONFLICT: 1, APPLIED: 0 });
  expect(sent()).toEqual([]);
  expect(rig.onServer("A")).toMatchObject({ name: "Theirs" });
});

test("mine, chosen, is an edit of theirs", async () => {
  await service.resolve(REGISTER, [{ row: (await row())!.row, column: "name", take: "MINE" }]);
  expect(shown("_rev")).toBe("2");
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(sent()).toEqual([{ base: 2, cells: { name: "Mine" } }]);
  expect(rig.onServer("A")).toMatchObject({ name: "Mine", holder: "Their holder" });
});

test("theirs, chosen, leaves nothing to send", async () => {
  await service.resolve(REGISTER, [{ row: (await row())!.row, column: "name", take: "THEIRS" }]);
  expect([shown("_rev"), shown("Nosaukums")]).toEqual(["2", "Theirs"]);
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(sent()).toEqual([]);
});

test("the base copy lost, it is asked about anew: the version in the sheet does not claim that theirs was seen", async () => {
  excel.person.do({ type: "setVisibility", sheet: "_saime_services", visibility: "Visible" });
  excel.person.do({ type: "deleteSheet", sheet: "_saime_services" });
  service = rig.open(excel);
  await service.refresh(REGISTER);
  expect(await conflict()).toMatchObject({ mine: "Mine", theirs: "Theirs" });
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(rig.onServer("A")).toMatchObject({ name: "Theirs" });
});

test("who changed the cell is asked from the base, over a restart and a further change too", async () => {
  await rig.change("A", { name: "Theirs again" });
  service = rig.open(excel);
  await service.refresh(REGISTER);
  expect(await conflict()).toMatchObject({ base: "Name A", theirs: "Theirs again", by: "somebody" });
  expect(pushed.filter(({ dryRun }) => dryRun).flatMap(({ rows }) => rows)).toMatchObject([{ base: 1 }]);
});

test("it is over once the others have put back what the person started from", async () => {
  await rig.change("A", { name: "Name A" });
  await service.refresh(REGISTER);
  expect(await conflict()).toBeUndefined();
  expect(shown("_rev")).toBe("3");
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(sent()).toContainEqual({ base: 3, cells: { name: "Mine" } });
});

/** B is changed by others too; a publish meets them, and then the line breaks before the row could be pulled. */
async function metByPublish() {
  sheetOf(excel).type("B", "Nosaukums", "Mine");
  await rig.change("B", { name: "Theirs", holder: "Their holder" });
  const { server } = rig;
  const pull = server.pull.bind(server);
  server.pull = () => Promise.reject(new Error("no line"));
  await expect(service.publish(REGISTER, { do: "LEAVE" })).rejects.toThrow("no line");
  server.pull = pull;
  service = rig.open(excel);
  const { rows } = await service.changes(REGISTER);
  return rows.find(({ code }) => code === "B")!;
}
const B = (heading: string) => sheetOf(excel).value("B", heading);

test("a conflict that a publish found stands on the base too, until the row is pulled", async () => {
  expect((await metByPublish()).conflicts).toMatchObject([{ base: "Name B", mine: "Mine", theirs: "Theirs" }]);
  expect([B("_rev"), B("Turētājs")]).toEqual(["1", "Holder"]);
  await service.refresh(REGISTER);
  const { rows } = await service.changes(REGISTER);
  expect(rows.find(({ code }) => code === "B")!.conflicts).toMatchObject([{ base: "Name B", theirs: "Theirs" }]);
  expect([B("_rev"), B("Turētājs")]).toEqual(["1", "Their holder"]);
});

test("a choice made before the row was pulled brings the rest of the row as well", async () => {
  const { row } = await metByPublish();
  await service.resolve(REGISTER, [{ row, column: "name", take: "MINE" }]);
  expect([B("_rev"), B("Turētājs"), B("Nosaukums")]).toEqual(["2", "Their holder", "Mine"]);
  pushed = [];
  await service.publish(REGISTER, { do: "LEAVE" });
  expect(sent()).toEqual([{ base: 2, cells: { name: "Mine" } }]);
});
