import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { WorkbookSnapshot } from "../../addin/desk/model/snapshot.ts";
import { createExcel, type ExcelInNode } from "../../addin/desk/node/create-excel.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";
import { type Around, withTrips } from "./trips.ts";

/** Deleted columns that come back while things fail, over the real office.js. */
const REGISTER = "services";
const TABLE = "SaimeServices";
const CODES = ["A", "B", "C"];
let server: ReferenceServer;
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
/** A workbook whose sheet has lost its holders; and one that has lost the hidden ids too. */
let without: Readonly<Record<"holder" | "ids and holder", WorkbookSnapshot>>;
let excel: ExcelInNode;

/** A new start of the add-in; `around` stands beside its round trips. */
function start(around: Around = {}): SheetService {
  vi.stubGlobal("Excel", withTrips(excel.Excel, around));
  vi.stubGlobal("Office", excel.Office);
  return createSheetService({
    port: createExcelPort(),
    server,
    institution: "institution",
    newId,
    now: () => new Date("2026-11-21T08:00:00Z"),
    wait: async () => undefined,
  });
}
function place(heading: string) {
  const { sheet, box } = excel.model.table(TABLE);
  const data = excel.model.sheet(sheet);
  for (let at = box.column; at < box.column + box.columns; at++) {
    if (data.value(box.row, at) === heading) return { sheet, column: at, top: box.row + 1, rows: box.rows - 1 };
  }
  throw new Error(`There is no column ${heading}.`);
}
const cellsOf = (heading: string) => {
  const { sheet, column, top, rows } = place(heading);
  return Array.from({ length: rows }, (_, row) => excel.model.sheet(sheet).value(top + row, column));
};
const drop = (heading: string) => excel.person.deleteColumns(place(heading).sheet, place(heading).column);
/** What stands in the sheet, row by row, whatever their order. */
const rows = (...headings: string[]) => {
  const columns = headings.map(cellsOf);
  return CODES.map((_, row) => columns.map((cells) => cells[row])).sort();
};
const emptied = () =>
  [...server.rows.values()].filter((row) => (server.cells(row).holder ?? null) === null || row.version > 1);

beforeAll(async () => {
  server = new ReferenceServer(services, 1_000);
  await server.push({
    register: REGISTER,
    batch: newId(),
    part: 0,
    dryRun: false,
    rows: CODES.map((code) => ({
      row: newId(),
      base: null,
      cells: { code, name: `Name ${code}`, holder: `Holder ${code}` },
    })),
  });
  excel = createExcel();
  await start().open(REGISTER, "lv");
  drop("Turētājs");
  const holder = excel.model.snapshot();
  drop("_id");
  without = { holder, "ids and holder": excel.model.snapshot() };
});
afterEach(() => vi.unstubAllGlobals());

describe.each(["holder", "ids and holder"] as const)("putting back %s", (lost) => {
  beforeEach(() => {
    excel = createExcel({ workbook: without[lost] });
  });
  const whole = CODES.map((code) => [code, `Holder ${code}`]);

  test.each(["before", "after"] as const)(
    "broken off %s any of its round trips, it empties nothing, and the next deed finishes it",
    async (side) => {
      for (let failing = 1; ; failing++) {
        excel = createExcel({ workbook: without[lost] });
        const broken = start({
          [side]: (trip: number) => {
            if (trip === failing) throw new Error("The connection is lost.");
          },
        });
        const failed = await broken.open(REGISTER, "lv").then(
          () => false,
          () => true,
        );
        // What a person may ask for next. Nothing of it may take the column's emptiness for their wish.
        const service = start();
        expect((await service.changes(REGISTER)).rows).toEqual([]);
        const halfway = (await service.changes(REGISTER)).problems.length > 0;
        if (failing % 2 === 0) await service.refresh(REGISTER).catch(() => undefined);
        await service.publish(REGISTER, { do: "RETIRE", reason: "Nav" }).catch(() => undefined);
        expect(emptied()).toEqual([]);
        if (halfway) await service.open(REGISTER, "lv");
        expect((await service.changes(REGISTER)).problems).toEqual([]);
        expect(rows("Kods", "Turētājs")).toEqual(whole);
        if (!failed) break;
        expect(failing).toBeLessThan(60);
      }
    },
    60_000,
  );

  test("a table sorted between any two of its round trips has every row its own data in the end", async () => {
    for (let at = 1; at < 60; at++) {
      excel = createExcel({ workbook: without[lost] });
      let done = false;
      const service = start({
        after: (trip) => {
          if (trip !== at) return;
          done = true;
          const key = place("Kods").column - excel.model.table(TABLE).box.column;
          excel.person.sort(TABLE, [{ key, ascending: false }]);
        },
      });
      await service.open(REGISTER, "lv");
      expect(rows("Kods", "Turētājs")).toEqual(whole);
      expect((await start().changes(REGISTER)).rows).toEqual([]);
      if (!done) break;
    }
  });
});

test("refresh and publish finish what opening began", async () => {
  for (const deed of ["refresh", "publish", "check"] as const) {
    excel = createExcel({ workbook: without.holder });
    let columns = 0;
    const broken = start({
      after: () => {
        const { box } = excel.model.table(TABLE);
        if (box.columns > columns && columns > 0) throw new Error("The connection is lost.");
        columns = box.columns;
      },
    });
    await expect(broken.open(REGISTER, "lv")).rejects.toThrow("lost");
    expect(cellsOf("Turētājs")).toEqual(["", "", ""]);
    const service = start();
    expect((await service.status())[0]).toMatchObject({ sheet: "OPEN", pending: 0 });
    if (deed === "publish") await service.publish(REGISTER, { do: "LEAVE" });
    else await service[deed](REGISTER);
    expect(rows("Kods", "Turētājs")).toEqual(CODES.map((code) => [code, `Holder ${code}`]));
    expect(emptied()).toEqual([]);
  }
});

test("what a person typed into a column that came back half-way stays, as their edit", async () => {
  excel = createExcel({ workbook: without.holder });
  let columns = 0;
  const broken = start({
    after: () => {
      const { box } = excel.model.table(TABLE);
      if (box.columns > columns && columns > 0) throw new Error("The connection is lost.");
      columns = box.columns;
    },
  });
  await expect(broken.open(REGISTER, "lv")).rejects.toThrow("lost");
  const { sheet, column, top } = place("Turētājs");
  excel.person.type(sheet, top, column, "Typed");
  const service = start();
  await service.open(REGISTER, "lv");
  expect((await service.changes(REGISTER)).rows).toMatchObject([
    { kind: "EDIT", cells: [{ column: "holder", to: "Typed" }] },
  ]);
});
