import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { LIMITS } from "../limits.ts";
import { openStore } from "../open.ts";
import type { Store } from "../store.ts";

const folder = mkdtempSync(path.join(tmpdir(), "saime-db-"));
// The first start makes the database, which takes long on a busy machine.
beforeAll(async () => {
  await (await open()).close();
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

vi.setConfig({ testTimeout: 120_000 });

const RUNAWAY = "SELECT count(*) FROM generate_series(1, 100000000000)";
const open = (): Promise<Store> =>
  openStore({ database: { kind: "embedded", folder } }, { limits: { ...LIMITS, statement: 2_000 } });

/** Starts a process that writes, and gives what it has acknowledged when it is killed after `rows` rows. */
async function writeUntilKilled(rows: number, before: () => Promise<void>): Promise<number> {
  const script = path.join(import.meta.dirname, "../../../test/support/embedded-writer.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let acknowledged = 0;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 1) await before();
      if (acknowledged === rows) child.kill("SIGKILL");
    }
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
  return acknowledged;
}

test("a killed process leaves the folder unlocked and every acknowledged row; while it lived nobody else got in", async () => {
  const acknowledged = await writeUntilKilled(200, async () => {
    await expect(open()).rejects.toThrow(/in use by process \d+\. Stop that process, or set SAIME_DATA/);
  });
  expect(acknowledged).toBeGreaterThanOrEqual(200);

  const store = await open();
  try {
    const [found] = await store.query<{ first: number; pairs: boolean }>(
      `SELECT count(*) FILTER (WHERE n BETWEEN 1 AND ${acknowledged})::int AS first,
              count(*) FILTER (WHERE n < 0) = count(*) FILTER (WHERE n > 0 AND n % 10 = 0) AS pairs FROM written`,
    );
    expect(found).toEqual({ first: acknowledged, pairs: true });
  } finally {
    await store.close();
  }
});

test("a runaway query is ended; the next one works and nothing committed is lost", async () => {
  const store = await open();
  try {
    await store.query("CREATE TABLE kept (n int PRIMARY KEY)");
    await store.query("INSERT INTO kept VALUES (1)");
    const runaway = store.transaction(async (sql) => {
      await sql.query("INSERT INTO kept VALUES (2)");
      await sql.query(RUNAWAY);
    });
    const waiting = store.query("SELECT n FROM kept");
    await expect(runaway).rejects.toMatchObject({ code: "57014" });
    expect(await waiting).toEqual([{ n: 1 }]);
    await store.query("INSERT INTO kept VALUES (3)");
    expect(await store.query("SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 3 }]);
  } finally {
    await store.close();
  }
});

test("a database of another version is not touched, and the folder is free again", async () => {
  const version = path.join(folder, "db", "PG_VERSION");
  writeFileSync(version, "17\n");
  await expect(open()).rejects.toThrow(/made by another version of the embedded database \(17, this one is 18\)/);
  writeFileSync(version, "18\n");
  const store = await open();
  expect(await store.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await store.close();
});
