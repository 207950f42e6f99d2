import { afterEach, expect, test, vi } from "vitest";
import { createExcel } from "../../addin/desk/node/create-excel.ts";
import { decodeBase } from "../../addin/sync/base.ts";
import type { SaimeServer } from "../../addin/sync/server.ts";
import { createSheetService } from "../../addin/sync/session.ts";
import { createExcelPort } from "../../addin/workbook/excel/port.ts";
import { MemoryWorkbook } from "../../addin/workbook/memory.ts";
import type { WorkbookPort } from "../../addin/workbook/port.ts";
import { services } from "../../schema/registers/services.ts";
import type { RowResult } from "../../schema/sync/protocol.ts";
import { ReferenceServer } from "./reference-server.ts";

/** A server that refuses nearly everything, at length. */
const ROWS = 20_000;
const SENTENCE = "Šo rindu nevar pieņemt, jo tā neatbilst noteikumiem, kas “prasa” daudz ko. ".repeat(7);
let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
let accepted: (name: string) => boolean;

function start(port: WorkbookPort) {
  const reference = new ReferenceServer(services, 1_000);
  const server: SaimeServer = {
    pull: (register, since) => reference.pull(register, since),
    history: (register, row) => reference.history(register, row),
    undo: (register, batch) => reference.undo(register, batch),
    push: async (request) => ({
      ...request,
      repeated: false,
      results: request.rows.map(({ row, cells }): RowResult => {
        if (accepted(String(cells.name))) return { row, id: row, outcome: "APPLIED", version: 1 };
        const message = { lv: SENTENCE, en: SENTENCE };
        return { row, outcome: "REFUSED", refusals: [{ code: "TOO_LONG", column: "name", message }] };
      }),
    }),
  };
  return createSheetService({
    port,
    server,
    institution: "institution",
    newId,
    now: () => new Date("2026-11-21T08:00:00Z"),
    wait: async () => undefined,
  });
}
afterEach(() => vi.unstubAllGlobals());

test("20,000 refusals are remembered as far as there is room; of the rest it is told how many they are", async () => {
  accepted = () => false;
  const book = new MemoryWorkbook();
  const service = start(book);
  await service.open("services", "lv");
  const table = book.table("services");
  for (let row = 1; row < ROWS; row++) table.insert(row);
  const name = table.find("Nosaukums");
  for (let row = 0; row < ROWS; row++) table.edit(row, name, `Pakalpojums ${row}`);

  let largest = 0;
  const write = book.writeBase.bind(book);
  book.writeBase = (register, lines) => {
    const { length } = Buffer.from(JSON.stringify(lines.get(0) ?? ""));
    const meta = decodeBase(services, [lines.get(0) ?? null])?.base.meta;
    // Beside a part in doubt, which is bounded by itself.
    largest = Math.max(largest, length - JSON.stringify(JSON.stringify(meta?.doubt ?? null)).length);
    return write(register, lines);
  };
  for (const deed of ["check", "publish"] as const) {
    const { counts, changes } = await (deed === "check"
      ? service.check("services")
      : service.publish("services", { do: "LEAVE" }));
    expect(counts.REFUSED).toBe(ROWS);
    expect(changes.rows).toHaveLength(ROWS);
    const listed = changes.rows.filter(({ refusals }) => refusals.length > 0).length;
    expect(listed).toBeGreaterThan(200);
    expect(changes.unlisted).toBe(ROWS - listed);
  }
  expect(largest).toBeLessThan(1_200_000);

  // A new start knows as much, and the rest is judged again.
  const later = start(book);
  expect((await later.changes("services")).unlisted).toBeGreaterThan(0);
  accepted = (name) => name !== "Pakalpojums 19999" && name !== "Pakalpojums 0";
  const { counts, changes } = await later.publish("services", { do: "LEAVE" });
  expect(counts).toMatchObject({ APPLIED: ROWS - 2, REFUSED: 2 });
  expect(changes.rows.map(({ refusals }) => refusals.length)).toEqual([1, 1]);
  expect(changes.unlisted).toBeUndefined();
}, 60_000);

test("what edits and discards leave of unlisted rows is told, no more", async () => {
  accepted = () => false;
  const book = new MemoryWorkbook();
  const service = start(book);
  await service.open("services", "lv");
  const table = book.table("services");
  for (let row = 1; row < 3_000; row++) table.insert(row);
  for (let row = 0; row < 3_000; row++) table.edit(row, table.find("Nosaukums"), `Pakalpojums ${row}`);
  const { changes } = await service.publish("services", { do: "LEAVE" });
  const silent = changes.rows.filter(({ refusals }) => refusals.length === 0).map(({ row }) => row);
  expect(changes.unlisted).toBe(silent.length);
  expect((await service.discard("services", silent.slice(5))).unlisted).toBe(5);
}, 60_000);

test("in Excel no request grows over 5 MB for it, and painted cells come clean", async () => {
  accepted = () => false;
  const excel = createExcel({ culture: "lv-LV" });
  vi.stubGlobal("Excel", excel.Excel);
  vi.stubGlobal("Office", excel.Office);
  const service = start(createExcelPort());
  await service.open("services", "lv");
  const { sheet, box } = excel.model.table("SaimeServices");
  const data = excel.model.sheet(sheet);
  let name = box.column;
  while (data.value(box.row, name) !== "Nosaukums") name++;
  excel.person.paste(
    sheet,
    box.row + 1,
    name,
    Array.from({ length: 6_000 }, (_, row) => [`Pakalpojums ${row}`]),
  );
  const report = await service.publish("services", { do: "LEAVE" });
  expect(report.counts.REFUSED).toBe(6_000);
  const fill = (row: number) => data.styles.get(box.row + 1 + row, name)?.fill ?? null;
  const listed = report.changes.rows.map(({ refusals }) => refusals.length > 0);
  const [first, last] = [listed.indexOf(true), listed.lastIndexOf(true)];
  expect(listed.filter(Boolean).length).toBeGreaterThan(200);
  expect([fill(first), fill(last), fill(listed.indexOf(false))]).toEqual(["#FDE7E9", "#FDE7E9", null]);
  expect(excel.traffic.largestRequest).toBeLessThan(4_000_000);
  accepted = () => true;
  await service.publish("services", { do: "LEAVE" });
  expect([fill(first), fill(last)]).toEqual([null, null]);
}, 120_000);

test("cells that the sheet itself refuses are painted in requests that Excel takes, however many", async () => {
  const excel = createExcel({ culture: "lv-LV" });
  vi.stubGlobal("Excel", excel.Excel);
  vi.stubGlobal("Office", excel.Office);
  const service = start(createExcelPort());
  await service.open("services", "lv");
  const { sheet, box } = excel.model.table("SaimeServices");
  const data = excel.model.sheet(sheet);
  let since = box.column;
  while (data.value(box.row, since) !== "Sniedz kopš") since++;
  // Every other row, so that no two painted cells touch.
  excel.person.paste(
    sheet,
    box.row + 1,
    since,
    Array.from({ length: 12_000 }, (_, row) => [row % 2 === 0 ? "kaut kad" : "01.02.2024"]),
  );
  const report = await service.publish("services", { do: "LEAVE" });
  expect(report.counts.REFUSED).toBeGreaterThanOrEqual(6_000);
  expect(data.styles.get(box.row + 1, since)?.fill).toBe("#FDE7E9");
  expect(excel.traffic.largestRequest).toBeLessThan(4_000_000);
}, 120_000);
