import { afterAll, beforeAll, expect, test } from "vitest";
import { embeddedTemplate } from "../../../test/support/embedded-template.ts";
import { LIMITS } from "../limits.ts";
import { PoolStore } from "../pool-store.ts";
import { simpleQuery, statusOf } from "./frames.ts";
import { type Embedded, openInMemory } from "./open.ts";

let embedded: Embedded;
let store: PoolStore;
beforeAll(async () => {
  embedded = await openInMemory(await embeddedTemplate(), LIMITS);
  store = new PoolStore("embedded", embedded.pool, embedded.close);
});
afterAll(() => store.close());

test("COPY FROM STDIN without rows, or among other statements, fails its transaction, and the database lives on", async () => {
  const copy = "COPY institution (code, name) FROM STDIN";
  // The driver breaks off a COPY that it was not asked to feed, as it does with PostgreSQL.
  await expect(store.query(copy)).rejects.toMatchObject({ code: "57014" });
  await expect(store.query(`SELECT 1; ${copy}`)).rejects.toMatchObject({ code: "0A000" });
  await expect(store.query(`${copy} WHERE name <> $1`, ["x"])).rejects.toMatchObject({ code: "0A000" });
  const inTransaction = store.transaction(async (sql) => {
    await sql.query("INSERT INTO institution (code, name) VALUES ('1', 'Iestāde')");
    await sql.query(copy).catch(() => undefined);
  });
  await expect(inTransaction).rejects.toThrow(/nothing is kept/);
  expect(await store.query("SELECT code FROM institution")).toEqual([]);
});

test("a connection begins clean, whatever the one before it left behind", async () => {
  const client = await embedded.pool.connect();
  await client.query("SET search_path TO nowhere");
  await client.query({ name: "named", text: "SELECT 1" });
  await client.query("BEGIN");
  await client.query("CREATE TEMPORARY TABLE left_behind ()");
  client.release(true);
  const [row] = await store.query(
    "SELECT current_setting('search_path') AS path, to_regclass('left_behind') AS left_behind, current_setting('TimeZone') AS zone",
  );
  expect(row).toEqual({ path: "public", left_behind: null, zone: "UTC" });
});

test("the extensions that later registers need are there", async () => {
  for (const extension of ["pg_trgm", "unaccent", "btree_gist"])
    await store.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  expect(await store.query("SELECT unaccent('Šķērsiela') AS plain")).toEqual([{ plain: "Skersiela" }]);
});

test("an answer tells the state of the transaction", async () => {
  const client = await embedded.pool.connect();
  try {
    expect(statusOf(await embedded.engine.run(simpleQuery("BEGIN")))).toBe("T");
    expect(statusOf(await embedded.engine.run(simpleQuery("SELECT 1/0")))).toBe("E");
    expect(statusOf(await embedded.engine.run(simpleQuery("ROLLBACK")))).toBe("I");
  } finally {
    client.release();
  }
});

test("a database that dies in memory says that its content is lost instead of starting empty", async () => {
  const { pool, engine, close } = await openInMemory(await embeddedTemplate(), LIMITS);
  const mortal = new PoolStore("embedded", pool, close);
  // Past the guard: this is what ends the database itself.
  await expect(engine.run(simpleQuery("COPY institution FROM STDIN"))).rejects.toThrow(/database stopped/);
  await expect(mortal.query("SELECT 1")).rejects.toThrow(/held in memory is lost/);
  await mortal.close();
});
