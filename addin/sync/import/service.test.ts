import { describe, expect, test } from "vitest";
import { services } from "../../../schema/registers/services.ts";
import { gridOf, gridOfFile, type Plain } from "../../../test/import/grids.ts";
import { MemoryServer } from "../../../test/import/memoryServer.ts";
import { importerOf, memoryOf } from "../../../test/import/trial.ts";
import type { ImportPlan, SourceGrid } from "../importing.ts";

const twice: readonly (readonly Plain[])[] = [
  ["Nosaukums", "Iestāde", "Apraksts"],
  ["Telpu noma", "Lejasciems", "viens"],
  ["Atļauja", "Lejasciems", "divi"],
  ["Telpu noma", "Lejasciems", "trīs"],
];
const many = (count: number) =>
  gridOf([["Kods", "Nosaukums"], ...Array.from({ length: count }, (_, i) => [`A-${i}`, `Pakalpojums ${i}`])]);

async function set(grid: SourceGrid, server = new MemoryServer()) {
  const importer = importerOf(server, grid);
  return { server, importer, plan: await importer.propose("services", grid) };
}
const again = async (server: MemoryServer, grid: SourceGrid, plan?: ImportPlan) => {
  const importer = importerOf(server, grid);
  return importer.run(plan ?? (await importer.propose("services", grid)), grid);
};

describe("importing twice", () => {
  test("changes nothing, names used twice among them", async () => {
    const grid = gridOf(twice);
    const { server, importer, plan } = await set(grid);
    expect(plan.key).toEqual(["name", "holder"]);
    expect((await importer.run(plan, grid)).created).toBe(3);
    const report = await again(server, grid);
    expect(report).toMatchObject({ created: 0, changed: 0, counts: { UNCHANGED: 3 } });
    expect(server.rows.size).toBe(3);
  });
  test("changes nothing when the source was sorted in between", async () => {
    const grid = gridOf(twice);
    const { server, importer, plan } = await set(grid);
    await importer.run(plan, grid);
    const sorted = gridOf([twice[0] ?? [], twice[3] ?? [], twice[2] ?? [], twice[1] ?? []]);
    expect(await again(server, sorted)).toMatchObject({ created: 0, changed: 0 });
  });
  test("sends only the cells that differ, and an empty source cell empties nothing", async () => {
    const grid = gridOf(twice);
    const { server, importer, plan } = await set(grid);
    await importer.run(plan, grid);
    const edited = gridOf([
      twice[0] ?? [],
      ["Telpu noma", "Lejasciems", ""],
      ["Atļauja", "Lejasciems", "jauns"],
      twice[3] ?? [],
    ]);
    server.requests.length = 0;
    expect(await again(server, edited)).toMatchObject({ created: 0, changed: 1 });
    expect(server.requests[0]?.rows.map(({ cells }) => cells)).toEqual([{ description: "jauns" }]);
    const clearing = { ...plan, emptyCells: "CLEAR" as const };
    expect(await again(server, edited, clearing)).toMatchObject({ created: 0, changed: 1 });
    expect([...server.rows.values()].map((row) => row.cells["description"])).toContain(null);
  });
  test("doubles nothing although the register was seen before the first import had landed", async () => {
    const grid = gridOf(twice);
    const { server, importer, plan } = await set(grid);
    const stale = new MemoryServer();
    await importer.run(plan, grid);
    const ids = [...server.rows.keys()].sort();
    await importerOf(stale, grid).run(plan, grid);
    expect([...stale.rows.keys()].sort()).toEqual(ids);
  });
  test("finds a row that has been renamed in the register since", async () => {
    const grid = gridOf(twice);
    const { server, importer, plan } = await set(grid);
    await importer.run(plan, grid);
    const row = [...server.rows.values()].find(({ cells }) => cells["name"] === "Atļauja");
    if (row) row.cells = { ...row.cells, name: "Tirdzniecības atļauja" };
    const preview = await importer.preview(plan, grid);
    expect(preview.counts).toMatchObject({ NEW: 0, CHANGED: 1, UNCHANGED: 2 });
  });
});

describe("the preview", () => {
  test("tells new, changed, unchanged and refused rows and changes nothing", async () => {
    const server = new MemoryServer();
    server.seed({ code: "LN-001", name: "Vecais nosaukums", stage: "PLANNING" });
    const grid = await gridOfFile("services-novads.xlsx");
    const { importer, plan } = await set(grid, server);
    const before = structuredClone([...server.rows]);
    const preview = await importer.preview({ ...plan, mapping: { ...plan.mapping, stage: { from: "NONE" } } }, grid);
    expect([...server.rows]).toEqual(before);
    expect(preview.counts).toEqual({ NEW: 5, CHANGED: 1, UNCHANGED: 0, REFUSED: 2, CONFLICT: 0 });
    const changed = preview.rows.find((row) => row.outcome === "CHANGED");
    expect(changed).toMatchObject({ sourceRow: 7, was: { name: "Vecais nosaukums", costCentre: null } });
    expect(changed?.cells).toMatchObject({
      name: "Deklarētās dzīvesvietas ziņas",
      costCentre: "0012",
      yearlyVolume: 1240,
    });
    const refused = preview.rows.filter((row) => row.outcome === "REFUSED");
    expect(refused.map((row) => [row.sourceRow, row.refusals[0]?.code])).toEqual([
      [13, "NOT_A_DATE"],
      [14, "CELL_ERROR"],
    ]);
    expect(preview.skipped.map(({ sourceRow, why }) => [sourceRow, why])).toEqual([
      [6, "HEADING"],
      [16, "TOTAL"],
    ]);
    expect(preview.emptyRows).toBe(1);
  });
  test("refuses a code that the source itself uses twice, naming the first row", async () => {
    const grid = gridOf([
      ["Kods", "Nosaukums"],
      ["A-1", "Noma"],
      ["A-1", "Cita noma"],
    ]);
    const { importer, plan } = await set(grid);
    const { rows, counts } = await importer.preview(plan, grid);
    expect(counts).toMatchObject({ NEW: 1, REFUSED: 1 });
    expect(rows[1]?.refusals[0]?.message.en).toContain("row 2");
  });
  test("a stage that needs more is refused with what it needs; with fixed owner and provider it goes", async () => {
    const grid = gridOf([
      ["Kods", "Nosaukums", "Apraksts", "Statuss"],
      ["A-1", "Noma", "Zāle", "Aktīvs"],
    ]);
    const { importer, plan } = await set(grid);
    const bare = await importer.preview(plan, grid);
    expect(bare.rows[0]?.refusals.map(({ column }) => column)).toEqual(["owner", "providers"]);
    const people = {
      owner: { from: "FIXED", value: "Anna Ozola" },
      providers: { from: "FIXED", value: "Jānis Bērziņš" },
    } as const;
    const full = await importer.preview({ ...plan, mapping: { ...plan.mapping, ...people } }, grid);
    expect(full.counts.NEW).toBe(1);
  });
});

describe("running", () => {
  test("goes in parts of one batch and reports each", async () => {
    const { server, importer, plan } = await set(many(2_500));
    const seen: number[] = [];
    const onProgress = ({ phase, done }: { phase: string; done: number }) => phase === "SEND" && seen.push(done);
    const report = await importer.run(plan, many(2_500), { onProgress });
    expect(report.created).toBe(2_500);
    expect(server.requests.map(({ part, rows }) => [part, rows.length])).toEqual([
      [0, 1_000],
      [1, 1_000],
      [2, 500],
    ]);
    expect(new Set(server.requests.map(({ batch }) => batch)).size).toBe(1);
    expect(seen).toEqual([1_000, 2_000, 2_500]);
  });
  test("asks for the same part again when the reply is lost, and nothing doubles", async () => {
    const { server, importer, plan } = await set(many(1_500));
    server.loseReplies = 2;
    const report = await importer.run(plan, many(1_500));
    expect(server.requests.map(({ part }) => part)).toEqual([0, 0, 0, 1]);
    expect([report.created, report.stopped, server.rows.size]).toEqual([1_500, undefined, 1_500]);
  });
  test("ends with a report when the server stays away, and the next run brings the rest", async () => {
    const grid = many(1_500);
    const { server, importer, plan } = await set(grid);
    server.loseReplies = 6;
    const report = await importer.run(plan, grid);
    expect(report).toMatchObject({ created: 0, stopped: { why: "OFFLINE", unsent: 1_500 } });
    expect(await importer.run(plan, grid)).toMatchObject({ created: 500, counts: { UNCHANGED: 1_000 } });
    expect(server.rows.size).toBe(1_500);
  });
  test("cancelled between parts, it tells what has landed and what has not", async () => {
    const grid = many(1_500);
    const { server, importer, plan } = await set(grid);
    const controller = new AbortController();
    const onProgress = ({ phase }: { phase: string }) => phase === "SEND" && controller.abort();
    const report = await importer.run(plan, grid, { signal: controller.signal, onProgress });
    expect(report).toMatchObject({ created: 1_000, stopped: { why: "CANCELLED", unsent: 500 } });
    expect(server.rows.size).toBe(1_000);
  });
});

describe("a remembered mapping", () => {
  test("wins when the same headings come again, also in another order", async () => {
    const server = new MemoryServer();
    const memory = memoryOf();
    const grid = gridOf([
      ["Kods", "Tituls", "Piezīme"],
      ["A-1", "Noma", "x y"],
      ["A-2", "Atļauja", "z w"],
    ]);
    const first = importerOf(server, grid, "i", memory);
    const proposed = await first.propose("services", grid);
    const plan: ImportPlan = {
      ...proposed,
      mapping: { ...proposed.mapping, name: { from: "COLUMN", index: 1 }, description: { from: "COLUMN", index: 2 } },
    };
    await first.run(plan, grid);
    const moved = gridOf([
      ["Piezīme", "Kods", "Tituls"],
      ["x y", "A-1", "Noma"],
    ]);
    const recalled = await importerOf(server, moved, "i", memory).propose("services", moved);
    expect(recalled.mapping["name"]).toEqual({ from: "COLUMN", index: 2 });
    expect(recalled.mapping["description"]).toEqual({ from: "COLUMN", index: 0 });
    expect(recalled.hints["name"]).toEqual({ confidence: 1, reason: "REMEMBERED" });
  });
});

test("every column that an import may fill is in the proposal", async () => {
  const { plan } = await set(many(3));
  expect(Object.keys(plan.mapping).sort()).toEqual(Object.keys(services.columns).sort());
});
