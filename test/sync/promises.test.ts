import { beforeEach, expect, test } from "vitest";
import { createSheetService } from "../../addin/sync/session.ts";
import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";
import { MemoryWorkbook } from "../../addin/workbook/memory.ts";
import { TableMoving } from "../../addin/workbook/moving.ts";
import { services } from "../../schema/registers/services.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { ReferenceServer } from "./reference-server.ts";

/** Single promises of the sheet's side, where a history would only show that all ends well. */
let server: ReferenceServer;
let book: MemoryWorkbook;
let pushed: PushRequest[];
let lose: "NOTHING" | "REPLIES" | "REQUESTS";
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;

function start(institution = "institution") {
  const line: SaimeServer = {
    pull: (register, since) => server.pull(register, since),
    history: (register, row) => server.history(register, row),
    undo: (register, batch) => server.undo(register, batch),
    push: async (request) => {
      pushed.push(structuredClone(request));
      if (lose === "REQUESTS") throw new ServerError("OFFLINE", "lost");
      const answer = await server.push(request);
      if (lose === "REPLIES") throw new ServerError("OFFLINE", "lost");
      return answer;
    },
  };
  return createSheetService({
    port: book,
    server: line,
    institution,
    newId,
    now: () => new Date("2026-11-21T08:00:00Z"),
    wait: async () => undefined,
  });
}
const type = (row: number, heading: string, value: string) => {
  const table = book.table("services");
  table.edit(row, table.find(heading), value);
};
const shown = (row: number, heading: string) => {
  const table = book.table("services");
  return table.columns[table.find(heading)]!.cells[row];
};

beforeEach(async () => {
  server = new ReferenceServer(services);
  book = new MemoryWorkbook();
  pushed = [];
  lose = "NOTHING";
  const rows = ["A", "B"].map((code) => ({ row: newId(), base: null, cells: { code, name: `Name ${code}` } }));
  await server.push({ register: "services", batch: newId(), part: 0, rows, dryRun: false });
});

test("without a reply the same batch is sent four times, and again first thing after a restart", async () => {
  let service = start();
  await service.open("services", "lv");
  book.table("services").insert(2);
  type(2, "Nosaukums", "New");
  lose = "REPLIES";
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
  expect(pushed).toHaveLength(4);
  lose = "NOTHING";
  service = start();
  type(2, "Turētājs", "Typed since");
  const report = await service.publish("services", { do: "LEAVE" });
  expect(pushed[4]).toEqual(pushed[0]);
  expect(pushed[5]).toMatchObject({ batch: pushed[0]!.batch, part: 1 });
  expect(pushed[5]!.rows.map(({ cells }) => cells)).toEqual([{ holder: "Typed since" }]);
  expect(report.changes.rows).toEqual([]);
  expect(server.rows.size).toBe(3);
});

test("a row deleted while its creation was in doubt is told as deleted and does not come back", async () => {
  const service = start();
  await service.open("services", "lv");
  book.table("services").insert(2);
  type(2, "Nosaukums", "New");
  lose = "REPLIES";
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
  lose = "NOTHING";
  book.table("services").delete(2);
  await service.refresh("services");
  expect(book.table("services").rows).toBe(2);
  expect((await service.changes("services")).rows).toMatchObject([{ kind: "DELETE", title: "New" }]);
});

test("what the server normalises is taken over and is no conflict", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Saimnieks", "E-1");
  const push = server.push.bind(server);
  server.push = async (request) => {
    const rows = request.rows.map((row) => ({ ...row, cells: { ...row.cells, owner: "Anna Bērziņa" } }));
    const answer = await push({ ...request, rows });
    return {
      ...answer,
      results: answer.results.map((one) => ({ ...one, cells: { ...one.cells, owner: "Anna Bērziņa" } })),
    };
  };
  const report = await service.publish("services", { do: "LEAVE" });
  expect(report.counts).toMatchObject({ APPLIED: 1, CONFLICT: 0 });
  expect(report.changes.rows).toEqual([]);
  expect(shown(0, "Saimnieks")).toBe("Anna Bērziņa");
});

test("a damaged base copy is told, built anew by a refresh, and costs nobody what they typed", async () => {
  let service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Typed");
  book.bases.get("services")![1] = "damaged";
  service = start();
  expect((await service.status())[0]).toMatchObject({ sheet: "BROKEN", problems: [{ code: "BASE_MISSING" }] });
  await service.refresh("services");
  const { rows, problems } = await service.changes("services");
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([{ kind: "EDIT", code: "A", cells: [{ column: "holder", from: null, to: "Typed" }] }]);
});

test("a refusal is remembered until its cell is edited, and over a restart", async () => {
  let service = start();
  await service.open("services", "lv");
  type(0, "Nosaukums", "");
  const report = await service.check("services");
  expect(report.changes.rows[0]!.refusals).toMatchObject([{ code: "REQUIRED", column: "name" }]);
  service = start();
  expect((await service.changes("services")).rows[0]!.refusals).toHaveLength(1);
  type(0, "Nosaukums", "Better");
  expect((await service.changes("services")).rows[0]!.refusals).toEqual([]);
});

test("a publish is taken back by its batch", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Typed");
  await service.publish("services", { do: "LEAVE" });
  const last = await service.lastBatch("services");
  expect(last).toMatchObject({ rows: 1 });
  const report = await service.undo("services", last!.batch);
  expect(report.counts.APPLIED).toBe(1);
  expect(shown(0, "Turētājs")).toBe("");
  expect(await service.lastBatch("services")).toBeNull();
});

test("a publish cancelled between parts keeps what was answered and sends the rest later, once", async () => {
  const service = start();
  await service.open("services", "lv");
  const table = book.table("services");
  for (let i = 0; i < 2_100; i++) {
    table.insert(table.rows);
    type(table.rows - 1, "Nosaukums", `New ${i}`);
  }
  const stop = new AbortController();
  const onProgress = ({ phase, done }: { phase: string; done: number }) => {
    if (phase === "SEND" && done > 0) stop.abort();
  };
  await expect(service.publish("services", { do: "LEAVE" }, { signal: stop.signal, onProgress })).rejects.toMatchObject(
    { code: "CANCELLED" },
  );
  expect(server.rows.size).toBe(2_002);
  const report = await service.publish("services", { do: "LEAVE" });
  expect(report.counts.APPLIED).toBe(100);
  expect(server.rows.size).toBe(2_102);
});

test("a person of another institution neither refreshes nor publishes this workbook, and its base copy stays", async () => {
  await start().open("services", "lv");
  type(0, "Nosaukums", "Mans");
  const stranger = start("another");
  for (const deed of [
    () => stranger.refresh("services"),
    () => stranger.publish("services", { do: "LEAVE" }),
    () => stranger.changes("services"),
  ]) {
    await expect(deed()).rejects.toMatchObject({ problem: { code: "OTHER_INSTITUTION" } });
  }
  expect((await stranger.status())[0]).toMatchObject({
    sheet: "BROKEN",
    problems: [{ code: "OTHER_INSTITUTION" }],
  });
  expect(await stranger.lastBatch("services")).toBeNull();
  expect(pushed).toEqual([]);
  expect((await start().changes("services")).rows).toMatchObject([{ kind: "EDIT" }]);
});

test("a value typed back after a publish without reply is published again, not overwritten by what had been sent", async () => {
  const service = start();
  await service.open("services", "lv");
  const before = shown(0, "Nosaukums") as string;
  type(0, "Nosaukums", "Kļūda");
  lose = "REPLIES";
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
  lose = "NOTHING";
  type(0, "Nosaukums", before);
  await service.publish("services", { do: "LEAVE" });
  expect(shown(0, "Nosaukums")).toBe(before);
  expect((await service.changes("services")).rows).toEqual([]);
  const page = await server.pull("services", null);
  const names = page.values[page.columns.indexOf("name")];
  expect(names).toContain(before);
  expect(names).not.toContain("Kļūda");
});

test("only the deleted rows that the person was asked about are retired", async () => {
  const service = start();
  await service.open("services", "lv");
  const table = book.table("services");
  table.delete(0);
  const [asked] = (await service.changes("services")).rows;
  table.delete(0);
  await service.publish("services", { do: "RETIRE", reason: "Vairs nav", rows: [String(asked?.row)] });
  expect(
    pushed
      .flatMap(({ rows }) => rows)
      .filter(({ retire }) => retire)
      .map(({ row }) => row),
  ).toEqual([asked?.row]);
  expect((await service.changes("services")).rows).toMatchObject([{ kind: "DELETE" }]);
});

test("a sheet that keeps moving while it is read is told as that, neither as broken nor as edits", async () => {
  const service = start();
  await service.open("services", "lv");
  book.read = () => Promise.reject(new TableMoving("services"));
  await expect(service.changes("services")).rejects.toMatchObject({ problem: { code: "SHEET_CHANGING" } });
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({
    problem: { code: "SHEET_CHANGING" },
  });
  await expect(service.status()).rejects.toMatchObject({ problem: { code: "SHEET_CHANGING" } });
  expect(pushed).toEqual([]);
});

test("a refresh asks the server while the sheet is read, and asks anew when the base copy is another by then", async () => {
  const service = start();
  await service.open("services", "lv");
  const asked: (string | null)[] = [];
  const pull = server.pull.bind(server);
  server.pull = (register, since) => {
    asked.push(since);
    return pull(register, since);
  };
  let whileReading = 0;
  book.onRead = () => (whileReading = asked.length);
  const before = [...book.bases.get("services")!];
  const [row] = before.slice(1).map((line) => (JSON.parse(line!) as [string])[0]);
  const edit = { row: row!, base: 1, cells: { name: "Theirs" } };
  await server.push({ register: "services", batch: newId(), part: 0, rows: [edit], dryRun: false });
  expect((await service.refresh("services")).changedRows).toBe(1);
  expect([whileReading, asked.length]).toEqual([1, 1]);

  // The workbook is put back to what it was, as by undoing in Excel.
  book.bases.set("services", [...before]);
  asked.length = 0;
  await service.refresh("services");
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBe((JSON.parse(before[0]!) as { cursor: string }).cursor);
  expect(shown(0, "Nosaukums")).toBe("Theirs");
});
