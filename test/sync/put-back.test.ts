import { beforeEach, describe, expect, test } from "vitest";
import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";
import type { SheetService } from "../../addin/sync/service.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { MemoryWorkbook } from "../../addin/workbook/memory.ts";
import type { SheetCell } from "../../addin/workbook/port.ts";
import { services } from "../../schema/registers/services.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { ReferenceServer } from "./reference-server.ts";

/** A row deleted, sent to be retired, and put back by Ctrl+Z before anybody knows what the server did. */
const RETIRE = { do: "RETIRE", reason: "Vairs nesniedz" } as const;
const LEAVE = { do: "LEAVE" } as const;
let server: ReferenceServer;
let book: MemoryWorkbook;
let pushed: PushRequest[];
let lose: "NOTHING" | "REPLIES" | "REQUESTS";
let whilePushing: (() => void) | null;
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;

function start(): SheetService {
  const line: SaimeServer = {
    pull: (register, since) => server.pull(register, since),
    history: (register, row) => server.history(register, row),
    undo: (register, batch) => server.undo(register, batch),
    push: async (request) => {
      if (!request.dryRun) pushed.push(structuredClone(request));
      if (lose === "REQUESTS") throw new ServerError("OFFLINE", "lost");
      // As the real server does it: retiring is a step to the retired state.
      const rows = request.rows.map((row) =>
        row.retire ? { ...row, cells: { ...row.cells, stage: "RETIRED" } } : row,
      );
      const answer = await server.push({ ...request, rows });
      whilePushing?.();
      if (lose === "REPLIES") throw new ServerError("OFFLINE", "lost");
      const results = answer.results.map((one) =>
        one.retired ? { ...one, cells: { ...one.cells, stage: "RETIRED" } } : one,
      );
      return { ...answer, results };
    },
  };
  return createSheetService({
    port: book,
    server: line,
    institution: "institution",
    newId,
    now: () => new Date("2026-11-21T08:00:00Z"),
    wait: async () => undefined,
  });
}
const table = () => book.table("services");
const cellsOf = (heading: string) => table().columns[table().find(heading)]!.cells;
/** Deletes the first row; ends with what Ctrl+Z does. */
function deleteFirst(): () => void {
  const line = table().columns.map(({ cells }): SheetCell => cells[0]!);
  table().delete(0);
  return () => {
    table().insert(0);
    line.forEach((cell, at) => table().edit(0, at, cell));
  };
}
const retired = () => [...server.rows.values()].filter((row) => row.retired).map((row) => server.cells(row).code);

beforeEach(async () => {
  server = new ReferenceServer(services);
  book = new MemoryWorkbook();
  pushed = [];
  lose = "NOTHING";
  whilePushing = null;
  const rows = ["A", "B"].map((code) => ({
    row: newId(),
    base: null,
    cells: { code, name: `Name ${code}`, stage: "DELIVERING" },
  }));
  await server.push({ register: "services", batch: newId(), part: 0, rows, dryRun: false });
});

test("a retirement that never reached the server is not sent again once the row is back", async () => {
  const service = start();
  await service.open("services", "lv");
  const back = deleteFirst();
  lose = "REQUESTS";
  await expect(service.publish("services", RETIRE)).rejects.toMatchObject({ code: "OFFLINE" });
  lose = "NOTHING";
  back();
  const report = await start().publish("services", LEAVE);
  expect(report.changes.rows).toEqual([]);
  expect(retired()).toEqual([]);
  expect(cellsOf("Kods")).toEqual(["A", "B"]);
  expect(pushed.slice(4).flatMap(({ rows }) => rows)).toEqual([]);
});

test("the rest of a part of which one row was taken back is published all the same, once", async () => {
  const service = start();
  await service.open("services", "lv");
  const back = deleteFirst();
  table().edit(0, table().find("Turētājs"), "Mans");
  lose = "REQUESTS";
  await expect(service.publish("services", RETIRE)).rejects.toMatchObject({ code: "OFFLINE" });
  lose = "NOTHING";
  back();
  const report = await start().publish("services", LEAVE);
  expect(report.counts).toMatchObject({ APPLIED: 1, CONFLICT: 0 });
  expect(report.changes.rows).toEqual([]);
});

/** Ways in which a person comes to hear that the row is retired although they put it back. */
const WAYS: readonly (readonly [string, () => Promise<SheetService>])[] = [
  [
    "a publish after the lost reply",
    async () => {
      const service = start();
      await service.open("services", "lv");
      const back = deleteFirst();
      lose = "REPLIES";
      await expect(service.publish("services", RETIRE)).rejects.toMatchObject({ code: "OFFLINE" });
      lose = "NOTHING";
      back();
      const again = start();
      expect((await again.publish("services", LEAVE)).counts).toMatchObject({ CONFLICT: 1 });
      return again;
    },
  ],
  [
    "a refresh after the lost reply",
    async () => {
      const service = start();
      await service.open("services", "lv");
      const back = deleteFirst();
      lose = "REPLIES";
      await expect(service.publish("services", RETIRE)).rejects.toMatchObject({ code: "OFFLINE" });
      lose = "NOTHING";
      back();
      const again = start();
      expect(await again.refresh("services")).toMatchObject({ conflicts: 1, retiredRows: 0 });
      return again;
    },
  ],
  [
    "the answer to the publish during which the row came back",
    async () => {
      const service = start();
      await service.open("services", "lv");
      const back = deleteFirst();
      whilePushing = () => {
        whilePushing = null;
        back();
      };
      await service.publish("services", RETIRE);
      return service;
    },
  ],
];

describe.each(WAYS)("a row put back after it was retired, told by %s,", (_name, lived) => {
  test("stays in the sheet as it was and is in conflict, also after further refreshes", async () => {
    const service = await lived();
    for (let turn = 0; turn < 3; turn++) {
      expect(cellsOf("Kods")).toEqual(["A", "B"]);
      expect(cellsOf("Posms")[0]).toBe(services.columns.stage.options.DELIVERING.label.lv);
      expect(cellsOf("Likvidēšanas iemesls")[0]).toBe("");
      const { rows } = await service.changes("services");
      expect(rows).toMatchObject([{ code: "A", retired: { by: "OURS", batch: { batch: pushed[0]!.batch, rows: 1 } } }]);
      expect(rows[0]!.conflicts).toMatchObject([
        { column: "stage", base: "DELIVERING", mine: "DELIVERING", theirs: "RETIRED" },
        { column: "retireReason", base: null, mine: null, theirs: "Vairs nesniedz" },
      ]);
      await service.refresh("services");
    }
    const report = await service.publish("services", LEAVE);
    expect(report.counts).toMatchObject({ APPLIED: 0, CONFLICT: 1 });
    expect(report.changes.rows[0]!.conflicts[0]).toMatchObject({ by: "somebody" });
  });

  test("leaves the sheet when the person takes theirs", async () => {
    const service = await lived();
    const [{ row, conflicts } = { row: "", conflicts: [] }] = (await service.changes("services")).rows;
    const choices = conflicts.map(({ column }) => ({ row, column, take: "THEIRS" as const }));
    expect((await service.resolve("services", choices)).rows).toEqual([]);
    expect(cellsOf("Kods")).toEqual(["B"]);
    expect((await start().changes("services")).rows).toEqual([]);
  });

  test("leaves the sheet when the person gives it up", async () => {
    const service = await lived();
    const [asked] = (await service.changes("services")).rows;
    expect((await service.discard("services", [asked!.row])).rows).toEqual([]);
    expect(cellsOf("Kods")).toEqual(["B"]);
  });

  test("comes alive again when the publish that retired it is undone", async () => {
    const service = await lived();
    const [asked] = (await service.changes("services")).rows;
    const report = await service.undo("services", asked!.retired!.batch!.batch);
    expect(report.changes.rows).toEqual([]);
    expect(retired()).toEqual([]);
    expect(cellsOf("Kods")).toEqual(["A", "B"]);
  });

  test("kept as mine is refused on publishing, with what to do, and stays told as retired", async () => {
    const service = await lived();
    const [{ row, conflicts } = { row: "", conflicts: [] }] = (await service.changes("services")).rows;
    await service.resolve(
      "services",
      conflicts.map(({ column }) => ({ row, column, take: "MINE" as const })),
    );
    await service.refresh("services");
    const report = await service.publish("services", LEAVE);
    expect(report.counts).toMatchObject({ REFUSED: 1 });
    expect(report.changes.rows).toMatchObject([
      { code: "A", refusals: [{ code: "RETIRED" }], conflicts: [], retired: { by: "OURS" } },
    ]);
    expect(cellsOf("Kods")).toEqual(["A", "B"]);
  });
});

test("a row that others retired and that nobody typed in still leaves the sheet", async () => {
  const service = start();
  await service.open("services", "lv");
  const [row] = server.rows.values();
  await server.push({
    register: "services",
    batch: newId(),
    part: 0,
    dryRun: false,
    rows: [{ row: row!.id, base: 1, cells: {}, retire: true }],
  });
  expect(await service.refresh("services")).toMatchObject({ retiredRows: 1 });
  expect(cellsOf("Kods")).toEqual(["B"]);
});

describe("a row deleted here that others have changed since", () => {
  const theirs = async () => {
    const [row] = server.rows.values();
    await server.push({
      register: "services",
      batch: newId(),
      part: 0,
      dryRun: false,
      rows: [{ row: row!.id, base: row!.version, cells: { name: "Viņu nosaukums" } }],
    });
  };

  test("comes back by Ctrl+Z without its old cells passing for edits, and then shows theirs", async () => {
    const service = start();
    await service.open("services", "lv");
    const back = deleteFirst();
    await theirs();
    await service.refresh("services");
    back();
    expect((await service.changes("services")).rows).toEqual([]);
    await service.publish("services", LEAVE);
    expect(pushed).toEqual([]);
    await service.refresh("services");
    expect(cellsOf("Nosaukums")).toEqual(["Viņu nosaukums", "Name B"]);
    expect((await service.changes("services")).rows).toEqual([]);
  });

  test("edited once it is back, is in conflict where both changed a cell", async () => {
    const service = start();
    await service.open("services", "lv");
    const back = deleteFirst();
    await theirs();
    await service.refresh("services");
    back();
    table().edit(0, table().find("Nosaukums"), "Mans");
    expect((await service.changes("services")).rows[0]!.conflicts).toMatchObject([
      { column: "name", base: "Name A", mine: "Mans", theirs: "Viņu nosaukums" },
    ]);
  });

  test.each(["PUT_BACK", "discard"] as const)("is put back by %s as the server has it", async (how) => {
    const service = start();
    await service.open("services", "lv");
    deleteFirst();
    await theirs();
    await service.refresh("services");
    const [deleted] = (await service.changes("services")).rows;
    if (how === "PUT_BACK") await service.publish("services", { do: "PUT_BACK" });
    else await service.discard("services", [deleted!.row]);
    expect(cellsOf("Nosaukums").slice().sort()).toEqual(["Name B", "Viņu nosaukums"]);
    await service.refresh("services");
    expect((await service.changes("services")).rows).toEqual([]);
    expect(pushed).toEqual([]);
  });

  test("is still retired by whoever deleted it", async () => {
    const service = start();
    await service.open("services", "lv");
    deleteFirst();
    await theirs();
    await service.refresh("services");
    expect((await service.publish("services", RETIRE)).counts).toMatchObject({ APPLIED: 1, CONFLICT: 0 });
    expect(retired()).toEqual(["A"]);
  });
});
