import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { prismaOf } from "./prisma.ts";
import type { Sql, Store } from "./store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await store.query("CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL)");
});
afterAll(() => store.close());
afterEach(() => store.query("DELETE FROM counter"));

const put = (sql: Sql, id: number, n = 0) => sql.query("INSERT INTO counter VALUES ($1, $2)", [id, n]);
const counters = () => store.query<{ id: number; n: number }>("SELECT id, n FROM counter ORDER BY id");
const opened = () => {
  let resolve: (value: undefined) => void = () => undefined;
  const promise = new Promise<undefined>((done) => (resolve = done));
  return { promise, resolve };
};
const raise = (code: string) => `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${code}', MESSAGE = 'raised'; END $$`;

test("values come alike from both databases: bigint and numeric as text, days as text, instants as ISO in UTC", async () => {
  const [row] = await store.query(
    `SELECT 9007199254740993::bigint AS big, 0.1::numeric AS number, DATE '2024-02-29' AS day,
            TIMESTAMPTZ '2026-03-29 03:30:00+03' AS instant, TIMESTAMPTZ '2026-01-01 00:00:00.1+02' AS tenth,
            '{"a":[1,null]}'::json AS json, ARRAY['ā,"', NULL] AS texts, ARRAY[DATE '1999-12-31'] AS days,
            ARRAY[gen_random_uuid()]::text[] IS NOT NULL AS yes, $1::int AS one, NULL::text AS nothing,
            current_setting('TimeZone') AS zone`,
    [1],
  );
  expect(row).toEqual({
    big: "9007199254740993",
    number: "0.1",
    day: "2024-02-29",
    instant: "2026-03-29T00:30:00.000Z",
    tenth: "2025-12-31T22:00:00.100Z",
    json: { a: [1, null] },
    texts: ['ā,"', null],
    days: ["1999-12-31"],
    yes: true,
    one: 1,
    nothing: null,
    zone: "UTC",
  });
});

test("a transaction commits what its work did and gives its result", async () => {
  expect(await store.transaction(async (sql) => (await put(sql, 1), "done"))).toBe("done");
  expect(await counters()).toEqual([{ id: 1, n: 0 }]);
});

test("what the work throws is thrown on, and nothing is kept", async () => {
  const refused = new Error("refused");
  const result = store.transaction(async (sql) => {
    await put(sql, 1);
    throw refused;
  });
  await expect(result).rejects.toBe(refused);
  expect(await counters()).toEqual([]);
});

test("a transaction whose work swallowed an error is not taken for committed", async () => {
  const result = store.transaction(async (sql) => {
    await put(sql, 1);
    await sql.query("SELECT 1/0").catch(() => undefined);
  });
  await expect(result).rejects.toThrow(/nothing is kept/);
  expect(await counters()).toEqual([]);
});

test.each(["40001", "40P01"])(
  "a transaction that failed with %s is tried again twice, from the start",
  async (code) => {
    let attempts = 0;
    await store.transaction(async (sql) => {
      await put(sql, 1, ++attempts);
      if (attempts < 3) await sql.query(raise(code));
    });
    expect(await counters()).toEqual([{ id: 1, n: 3 }]);

    attempts = 0;
    const hopeless = store.transaction(async (sql) => (attempts++, sql.query(raise(code))));
    await expect(hopeless).rejects.toMatchObject({ code });
    expect(attempts).toBe(3);
  },
);

test("other errors are not tried again", async () => {
  let attempts = 0;
  const result = store.transaction(async (sql) => (attempts++, put(sql, 1), put(sql, 1)));
  await expect(result).rejects.toMatchObject({ code: "23505" });
  expect(attempts).toBe(1);
});

test("transactions that run at the same time lose no update", async () => {
  await put(store, 1);
  await Promise.all(
    Array.from({ length: 20 }, () =>
      store.transaction(async (sql) => {
        const [row] = await sql.query<{ n: number }>("SELECT n FROM counter WHERE id = 1 FOR UPDATE");
        await sql.query("UPDATE counter SET n = $1 WHERE id = 1", [(row?.n ?? 0) + 1]);
      }),
    ),
  );
  expect(await counters()).toEqual([{ id: 1, n: 20 }]);
});

test("statements given at once run one after another", async () => {
  await store.transaction((sql) => Promise.all([put(sql, 1), sql.query("UPDATE counter SET n = 5"), put(sql, 2)]));
  expect(await counters()).toEqual([
    { id: 1, n: 5 },
    { id: 2, n: 0 },
  ]);
});

test("a read-only transaction writes nothing", async () => {
  await expect(store.transaction((sql) => put(sql, 1), { readOnly: true })).rejects.toMatchObject({ code: "25006" });
});

test("inside a transaction only its own sql is taken, and only until it ends", async () => {
  let kept: Sql | undefined;
  await store.transaction(async (sql) => {
    kept = sql;
    await expect(store.query("SELECT 1")).rejects.toThrow(/inside a transaction/);
    await expect(store.transaction(() => Promise.resolve())).rejects.toThrow(/inside a transaction/);
    await put(sql, 1);
  });
  await expect(kept?.query("SELECT 1")).rejects.toThrow(/has ended/);
  expect(await counters()).toHaveLength(1);
});

test("Prisma reads through the same connections what SQL wrote", async () => {
  await store.query("INSERT INTO institution (code, name) VALUES ('0012', 'Iestāde')");
  const found = await prismaOf(store).institution.findMany({ select: { code: true, name: true } });
  expect(found).toEqual([{ code: "0012", name: "Iestāde" }]);
  expect(prismaOf(store)).toBe(prismaOf(store));
});

test("who waits for a connection too long is told so, and those that hold one go on", async () => {
  const small = await openTestStore({ waiting: 1_500 });
  const gate = opened();
  try {
    // More than any pool has: the last ones wait in vain.
    const holders = Array.from({ length: 12 }, () => small.transaction(() => gate.promise));
    const settled = Promise.allSettled(holders);
    await expect(small.query("SELECT 1")).rejects.toThrow(/busy: no connection became free/);
    gate.resolve(undefined);
    expect((await settled).some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await small.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    gate.resolve(undefined);
    await small.close();
  }
});

test("a transaction that does nothing for too long is ended and blocks nobody any more", async () => {
  const small = await openTestStore({ idleInTransaction: 200 });
  try {
    await small.query("CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL)");
    const forgotten = small.transaction(async (sql) => {
      await put(sql, 1);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await put(sql, 2);
    });
    await expect(forgotten).rejects.toMatchObject({ code: "25P03" });
    expect(await small.query("SELECT * FROM counter")).toEqual([]);
  } finally {
    await small.close();
  }
});
