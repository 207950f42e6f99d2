import { beforeEach, expect, test } from "vitest";
import { decodeBase } from "../../addin/sync/base.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { MemoryWorkbook } from "../../addin/workbook/memory.ts";
import { services } from "../../schema/registers/services.ts";
import { ReferenceServer } from "./reference-server.ts";

/** A workbook belongs to one institution, known by its id. Earlier editions wrote its name in place of the id. */
let server: ReferenceServer;
let book: MemoryWorkbook;
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
const start = (institution: string, institutionName?: string) =>
  createSheetService({
    port: book,
    server,
    institution,
    ...(institutionName !== undefined && { institutionName }),
    newId,
    now: () => new Date("2026-11-21T08:00:00Z"),
  });
const remembered = () => decodeBase(services, book.bases.get("services") ?? null)?.base.meta.institution;

beforeEach(async () => {
  server = new ReferenceServer(services);
  book = new MemoryWorkbook();
  const rows = [{ row: newId(), base: null, cells: { code: "A", name: "Name A" } }];
  await server.push({ register: "services", batch: newId(), part: 0, rows, dryRun: false });
});

test("a workbook that remembers the institution's name is of the same institution, and remembers its id from then on", async () => {
  await start("Ozolu novads").open("services", "lv");
  const table = book.table("services");
  table.edit(0, table.find("Turētājs"), "Typed before");

  const service = start("i-1", "Ozolu novads");
  expect((await service.changes("services")).rows).toMatchObject([{ kind: "EDIT", code: "A" }]);
  expect((await service.publish("services", { do: "LEAVE" })).counts.APPLIED).toBe(1);
  expect(remembered()).toBe("i-1");
  // The institution may then be called anything.
  expect((await start("i-1", "Ozolu pilsēta").changes("services")).rows).toEqual([]);
});

test("another institution's workbook stays another's, whatever it remembers", async () => {
  await start("Ozolu novads").open("services", "lv");
  const other = start("i-2", "Bērzu novads");
  await expect(other.changes("services")).rejects.toMatchObject({ problem: { code: "OTHER_INSTITUTION" } });
  await start("i-1", "Ozolu novads").refresh("services");
  expect(remembered()).toBe("i-1");
  const namesake = start("i-3", "Ozolu novads");
  await expect(namesake.changes("services")).rejects.toMatchObject({ problem: { code: "OTHER_INSTITUTION" } });
});
