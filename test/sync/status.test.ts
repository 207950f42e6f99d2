import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { baseSheetName } from "../../addin/workbook/names.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";
import { withTrips } from "./trips.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

function start() {
  const excel = createExcel();
  let trips = 0;
  vi.stubGlobal("Excel", withTrips(excel.Excel, { before: () => trips++ }));
  vi.stubGlobal("Office", excel.Office);
  const server = new ReferenceServer(services);
  const service = createSheetService({
    port: createExcelPort(),
    server,
    institution: "institution",
    newId: () => crypto.randomUUID(),
    now: () => new Date("2026-11-21T08:00:00Z"),
  });
  const told = async () => {
    trips = 0;
    const statuses = await service.status();
    return { trips, statuses };
  };
  return { excel, server, service, told };
}

test("registers without a sheet are told at once, not by round trips of their own", async () => {
  const { service, told } = start();
  const { trips, statuses } = await told();
  expect(trips).toBe(1);
  expect(statuses.map(({ register, sheet }) => [register, sheet])).toEqual(
    Object.keys(registers).map((key) => [key, "NONE"]),
  );
  await service.open("services", "lv");
  const after = await told();
  expect(after.statuses.filter(({ sheet }) => sheet !== "NONE")).toMatchObject([
    { register: "services", sheet: "OPEN" },
  ]);
  expect(after.trips).toBeLessThan(8);
});

test("a register of which only the base copy is left is told as broken", async () => {
  const { excel, service, told } = start();
  await service.open("services", "lv");
  const { sheet } = excel.model.table("SaimeServices");
  excel.model.apply({ type: "deleteSheet", sheet }, "person");
  expect(excel.model.findSheet(baseSheetName("services"))).toBeDefined();
  expect((await told()).statuses[0]).toMatchObject({
    register: "services",
    sheet: "BROKEN",
    problems: [{ code: "TABLE_MISSING" }],
  });
});

test("opening tells how far it is, in writing the sheet and then the base copy", async () => {
  const { server, service } = start();
  const rows = Array.from({ length: 40 }, (_, at) => ({
    row: crypto.randomUUID(),
    base: null,
    cells: { name: `${at}` },
  }));
  await server.push({ register: "services", batch: crypto.randomUUID(), part: 0, dryRun: false, rows });
  const written: string[] = [];
  await service.open("services", "lv", {
    onProgress: ({ phase, done, total }) => {
      if (phase === "WRITE") written.push(`${done}/${total}`);
    },
  });
  expect(written).toEqual(["40/40", "40/40"]);
});
