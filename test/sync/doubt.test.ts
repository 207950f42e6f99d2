import { beforeEach, describe, expect, test } from "vitest";
import { createSheetService } from "../../addin/sync/session.ts";
import { ServerError, type SaimeServer, type ServerErrorCode } from "../../addin/sync/server.ts";
import { decodeBase } from "../../addin/sync/base.ts";
import { MemoryWorkbook } from "../../addin/workbook/memory.ts";
import type { ErrorCode } from "../../schema/messages/errors.ts";
import { services } from "../../schema/registers/services.ts";
import type { PushRequest } from "../../schema/sync/protocol.ts";
import { ReferenceServer } from "./reference-server.ts";

/** A part whose reply never came: what becomes of it when the server then answers something else than what it did. */
let server: ReferenceServer;
let book: MemoryWorkbook;
let pushed: PushRequest[];
/** What becomes of the pushes to come, one after another; further ones go through. */
let line: ("LOSE_REPLY" | "LOSE_REQUEST" | ServerError)[];
let pullFails: ServerError | null;
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
const FAILURES: readonly (readonly [string, ServerErrorCode, ErrorCode | undefined])[] = [
  ["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
  ["BAD_REQUEST", "BAD_REQUEST", "BAD_REQUEST"],
  ["UNKNOWN_REGISTER", "BAD_REQUEST", "UNKNOWN_REGISTER"],
  ["TOO_MANY_ROWS", "BAD_REQUEST", "TOO_MANY_ROWS"],
  ["TOO_LARGE", "BAD_REQUEST", "TOO_LARGE"],
  ["a proxy's 413", "BAD_REQUEST", undefined],
  ["a proxy's 403", "FORBIDDEN", undefined],
];
const failure = (code: ServerErrorCode, said?: ErrorCode) =>
  new ServerError(code, `Said ${said ?? code}`, said ? { said } : {});

function start() {
  const through: SaimeServer = {
    pull: (register, since) => (pullFails ? Promise.reject(pullFails) : server.pull(register, since)),
    history: (register, row) => server.history(register, row),
    undo: (register, batch) => server.undo(register, batch),
    push: async (request) => {
      if (request.dryRun) return server.push(request);
      pushed.push(structuredClone(request));
      const fate = line.shift();
      if (fate instanceof ServerError) throw fate;
      if (fate === "LOSE_REQUEST") throw new ServerError("OFFLINE", "lost");
      const answer = await server.push(request);
      if (fate === "LOSE_REPLY") throw new ServerError("OFFLINE", "lost");
      return answer;
    },
  };
  return createSheetService({
    port: book,
    server: through,
    institution: "institution",
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
const meta = () => decodeBase(services, book.bases.get("services") ?? null)!.base.meta;
const holders = async () => {
  const page = await server.pull("services", null);
  const of = (column: string) => page.values[page.columns.indexOf(column)] ?? [];
  return Object.fromEntries(of("code").map((code, at) => [String(code), of("holder")[at]]));
};
/** All four tries of a publish are lost, the first one having landed. */
const lostAfterLanding = ["LOSE_REPLY", "LOSE_REQUEST", "LOSE_REQUEST", "LOSE_REQUEST"] as const;

beforeEach(async () => {
  server = new ReferenceServer(services);
  book = new MemoryWorkbook();
  pushed = [];
  line = [];
  pullFails = null;
  const rows = ["A", "B"].map((code) => ({ row: newId(), base: null, cells: { code, name: `Name ${code}` } }));
  await server.push({ register: "services", batch: newId(), part: 0, rows, dryRun: false });
});

test("who is signed out while a reply is missing sends the very same again after signing in", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Mans");
  line = ["LOSE_REPLY", failure("SIGNED_OUT", "UNAUTHENTICATED")];
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "SIGNED_OUT" });
  expect(meta().doubt).toMatchObject({ batch: pushed[0]!.batch, rows: pushed[0]!.rows });
  await start().publish("services", { do: "LEAVE" });
  expect(pushed[2]).toEqual(pushed[0]);
  expect(pushed).toHaveLength(3);
  expect(meta().doubt).toBeNull();
});

test("a person signed out at the very first try keeps the part too", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Mans");
  line = [failure("SIGNED_OUT", "UNAUTHENTICATED")];
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "SIGNED_OUT" });
  expect(meta().doubt).not.toBeNull();
});

describe.each(FAILURES)("%s", (_name, code, said) => {
  test("at the very first try means that nothing was done: nothing is in doubt, nothing is there to be undone", async () => {
    const service = start();
    await service.open("services", "lv");
    type(0, "Turētājs", "Mans");
    line = [failure(code, said)];
    await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code });
    expect(meta().doubt).toBeNull();
    expect(await service.lastBatch("services")).toBeNull();
    expect((await service.changes("services")).rows).toMatchObject([{ kind: "EDIT" }]);
  });

  test("after a lost reply is no proof: a value typed back stays, for the server tells what it took", async () => {
    const service = start();
    await service.open("services", "lv");
    type(0, "Turētājs", "Pirms");
    await service.publish("services", { do: "LEAVE" });
    type(0, "Turētājs", "Kļūda");
    type(1, "Turētājs", "Otrs");
    line = ["LOSE_REPLY", failure(code, said)];
    await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code });
    type(0, "Turētājs", "Pirms");
    const report = await service.publish("services", { do: "LEAVE" });
    expect(report.counts).toMatchObject({ CONFLICT: 0, REFUSED: 0 });
    expect(report.changes.rows).toEqual([]);
    expect(shown(0, "Turētājs")).toBe("Pirms");
    expect(await holders()).toEqual({ A: "Pirms", B: "Otrs" });
  });

  test("of a part that an earlier session left in doubt is settled by the rows, and the publish goes on", async () => {
    const service = start();
    await service.open("services", "lv");
    type(0, "Turētājs", "Nosūtīts");
    line = [...lostAfterLanding];
    await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
    type(0, "Turētājs", "");
    type(1, "Turētājs", "Vēl");
    line = [failure(code, said)];
    const report = await start().publish("services", { do: "LEAVE" });
    expect(report.changes.rows).toEqual([]);
    expect(await holders()).toEqual({ A: null, B: "Vēl" });
    expect(pushed.at(-1)!.batch).not.toBe(pushed[0]!.batch);
    expect(meta().doubt).toBeNull();
  });

  test("stays in doubt while the server does not tell how the rows stand", async () => {
    const service = start();
    await service.open("services", "lv");
    type(0, "Turētājs", "Mans");
    line = ["LOSE_REPLY", failure(code, said)];
    pullFails = failure("FORBIDDEN", "FORBIDDEN");
    await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(meta().doubt).toMatchObject({ batch: pushed[0]!.batch, part: 0 });
  });
});

test("a batch that another person's sign-in had sent is settled by the rows, not sent again for ever", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Mans");
  line = [...lostAfterLanding];
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
  line = [failure("BAD_REQUEST", "BATCH_REUSED")];
  const report = await start().publish("services", { do: "LEAVE" });
  expect(report.changes.rows).toEqual([]);
  expect(pushed).toHaveLength(5);
  expect(meta().doubt).toBeNull();
});

test.each(["OFFLINE", "FAILED", "CANCELLED"] as const)("%s tells nothing: the part stays in doubt", async (code) => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Mans");
  line = Array.from({ length: 4 }, () => failure(code));
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code });
  expect(meta().doubt).not.toBeNull();
});

test("a refresh broken off before all rows are in leaves a part in doubt", async () => {
  const service = start();
  await service.open("services", "lv");
  type(0, "Turētājs", "Nosūtīts");
  line = [...lostAfterLanding];
  await expect(service.publish("services", { do: "LEAVE" })).rejects.toMatchObject({ code: "OFFLINE" });
  const [, row] = pushed;
  const another = { row: row!.rows[0]!.row, base: 2, cells: { name: "Cita cilvēka" } };
  await server.push({ register: "services", batch: newId(), part: 0, rows: [another], dryRun: false });
  let reads = 0;
  book.onRead = () => {
    if (++reads === 1) type(0, "Nosaukums", "Rakstu");
    else throw new Error("Excel was closed.");
  };
  await expect(start().refresh("services")).rejects.toThrow("Excel was closed.");
  expect(meta().doubt).not.toBeNull();
  book.onRead = null;
  await start().refresh("services");
  expect(meta().doubt).toBeNull();
});

test("only the deleted rows that the person was asked about are put back, also when the publish is tried again", async () => {
  const service = start();
  await service.open("services", "lv");
  const table = book.table("services");
  table.delete(0);
  const [asked] = (await service.changes("services")).rows;
  type(0, "Turētājs", "Typed");
  const choice = { do: "PUT_BACK", rows: [String(asked?.row)] } as const;
  line = ["LOSE_REQUEST", "LOSE_REQUEST", "LOSE_REQUEST", "LOSE_REQUEST"];
  await expect(service.publish("services", choice)).rejects.toMatchObject({ code: "OFFLINE" });
  expect(table.rows).toBe(2);
  table.delete(0);
  await service.publish("services", choice);
  expect(table.rows).toBe(1);
  expect((await service.changes("services")).rows).toMatchObject([{ kind: "DELETE", title: "Name B" }]);
});
