import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migration-files.ts";
import { PoolStore } from "./pool-store.ts";
import type { Store } from "./store.ts";

let store: Store;
let warnings: string[];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.query("DROP SCHEMA public CASCADE");
  await store.query("CREATE SCHEMA public");
  warnings = [];
});

const migration = (name: string, sql: string, transactional = true): Migration => ({
  name,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
  transactional,
});
const ONE = migration("1_one", "CREATE TABLE one (id int); -- a ; in a comment\nINSERT INTO one VALUES (1)");
const TWO = migration(
  "2_two",
  `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END $$; INSERT INTO one VALUES (two())`,
);

async function run(...migrations: Migration[]): Promise<string[]> {
  if (!(store instanceof PoolStore)) throw new Error("a test store has a pool");
  const client = await store.pool.connect();
  try {
    return await migrate(client, migrations, 60_000, (line) => warnings.push(line));
  } finally {
    client.release(true);
  }
}
const ones = async () => (await store.query<{ id: number }>("SELECT id FROM one ORDER BY id")).map(({ id }) => id);

test("a fresh database gets every migration in order, with the books as prisma migrate deploy keeps them", async () => {
  expect(await run(ONE, TWO)).toEqual(["1_one", "2_two"]);
  expect(await ones()).toEqual([1, 2]);
  const books = await store.query(
    `SELECT migration_name, checksum, finished_at >= started_at AS finished, logs, rolled_back_at, applied_steps_count,
            length(id) AS id FROM "_prisma_migrations" ORDER BY started_at`,
  );
  expect(books).toEqual(
    [ONE, TWO].map(({ name, checksum }) => ({
      migration_name: name,
      checksum,
      finished: true,
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
      id: 36,
    })),
  );
});

test("servers that start together apply each migration once, and a later start applies nothing", async () => {
  const both = await Promise.all([run(ONE, TWO), run(ONE, TWO)]);
  expect(both.flat()).toEqual(["1_one", "2_two"]);
  expect(await run(ONE, TWO)).toEqual([]);
  expect(await ones()).toEqual([1, 2]);
  expect(warnings).toEqual([]);
});

test("a failing migration is named and leaves nothing; the ones before it stay, and mended it applies", async () => {
  const broken = migration("2_two", "INSERT INTO one VALUES (2); CREATE TABLE two (); SELECT 1/0");
  await expect(run(ONE, broken)).rejects.toThrow(/^Migration 2_two failed, nothing of it was kept: division by zero$/);
  expect(await ones()).toEqual([1]);
  expect(await run(ONE, TWO)).toEqual(["2_two"]);
  expect(await ones()).toEqual([1, 2]);
});

test("a migration edited after it was applied is warned of and not applied again", async () => {
  await run(ONE);
  expect(await run(migration(ONE.name, "INSERT INTO one VALUES (7)"), TWO)).toEqual(["2_two"]);
  expect(warnings).toEqual([expect.stringContaining("1_one was edited after it had been applied")]);
  expect(await ones()).toEqual([1, 2]);
});

test("an older version of Saime is warned that the database is ahead of it", async () => {
  await run(ONE, TWO);
  expect(await run(ONE)).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining("does not know: 2_two")]);
});

test("a migration that another tool left unfinished stops the start; marked rolled back, it is applied anew", async () => {
  await run(ONE);
  await store.query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '2_two')`);
  await expect(run(ONE, TWO)).rejects.toThrow(/Migration 2_two failed in this database before/);
  await store.query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = '2_two'`);
  expect(await run(ONE, TWO)).toEqual(["2_two"]);
});

test("what cannot run in a transaction runs without one", async () => {
  await run(ONE, migration("2_index", "CREATE INDEX CONCURRENTLY one_id ON one (id)", false));
  expect(await store.query("SELECT to_regclass('one_id')::text AS index")).toEqual([{ index: "one_id" }]);
});
