import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Sql, Store } from "../store/store.ts";
import { openTestStore } from "../../test/support/store.ts";
import { makeWorld, type World } from "../../test/support/world.ts";
import { Landscapes } from "./cache.ts";
import { impactOf } from "./impact.ts";

let store: Store;
let world: World;
let landscapes: Landscapes;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
beforeEach(() => {
  landscapes = new Landscapes();
});
afterAll(async () => store?.close());

const id = () => crypto.randomUUID();
let counter = 0;
async function resource(name: string, sql: Sql = store, institution = world.portfolio.institutionId): Promise<string> {
  const one = id();
  await sql.query(
    `insert into resource (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, code, name, stage, users)
     values ($1, $2, 1, pg_current_xact_id()::text::bigint, now(), $3, now(), $3, $4, $5, 'DELIVERING', '{}')`,
    [one, institution, world.portfolio.personId, `X-${++counter}`, name],
  );
  return one;
}
async function needs(from: string, to: string, sql: Sql = store, critical = true): Promise<string> {
  const one = id();
  await sql.query(
    `insert into dependency (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, code, from_, to_, critical, state)
     values ($1, $2, 1, pg_current_xact_id()::text::bigint, now(), $3, now(), $3, $4, $5, $6, $7, 'CURRENT')`,
    [one, world.portfolio.institutionId, world.portfolio.personId, `X-${++counter}`, from, to, critical],
  );
  return one;
}
async function hits(subject: string): Promise<readonly string[]> {
  const { critical } = await landscapes.of(store, world.portfolio.institutionId);
  return impactOf(critical, [subject]).map((hit) => hit.id);
}

describe("the landscape kept in memory", () => {
  test("follows what was added, made critical, ended and renamed since the last look", async () => {
    const [a, b, c] = [await resource("a"), await resource("b"), await resource("c")];
    const first = await needs(a, b);
    expect(await hits(b)).toEqual([a]);
    const second = await needs(c, b, store, false);
    expect(await hits(b)).toEqual([a]);
    const change = (set: string, one: string) =>
      store.query(`update dependency set ${set}, feed = pg_current_xact_id()::text::bigint where id = $1`, [one]);
    await change("critical = true", second);
    expect(await hits(b)).toEqual([a, c]);
    await change("state = 'RETIRED'", first);
    expect(await hits(b)).toEqual([c]);
    await store.query("update resource set name = 'd', feed = pg_current_xact_id()::text::bigint where id = $1", [c]);
    expect((await landscapes.of(store, world.portfolio.institutionId)).subjects.get(c)?.name).toBe("d");
  });

  test("reads only what changed", async () => {
    const [many, added] = [await resource("many"), await resource("one more")];
    await landscapes.of(store, world.portfolio.institutionId);
    await store.query("update resource set feed = pg_current_xact_id()::text::bigint where id = $1", [added]);
    const read: string[] = [];
    const spy: Sql = {
      copyOut: (select, take) => store.copyOut(select, take),
      query: async <Row extends object>(text: string, values?: readonly unknown[]) => {
        const rows = await store.query<Row>(text, values);
        read.push(...(rows[0] as unknown as { subjects: [string][] }).subjects.map(([one]) => one));
        return rows;
      },
    };
    await landscapes.of(spy, world.portfolio.institutionId);
    expect(read).toContain(added);
    // Another database's open transaction on the same server makes rows be read again; it ends.
    await expect
      .poll(async () => {
        read.length = 0;
        await landscapes.of(spy, world.portfolio.institutionId);
        return read.includes(many);
      })
      .toBe(false);
  });

  // The embedded database has one connection: nobody looks while a transaction is open.
  const several = process.env["SAIME_TEST_DATABASE_URL"] !== undefined;
  if (several) {
    test("misses no row of a transaction that began before a look and commits after later ones", async () => {
      const [a, b, c] = [await resource("a"), await resource("b"), await resource("c")];
      let commit = (): void => undefined;
      const held = new Promise<void>((resolve) => (commit = resolve));
      let written = (): void => undefined;
      const wrote = new Promise<void>((resolve) => (written = resolve));
      const slow = store.transaction(async (sql) => {
        await needs(a, b, sql);
        written();
        await held;
      });
      await wrote;
      expect(await hits(b)).toEqual([]);
      await needs(c, b);
      // Later transactions commit and are looked at while the early one is still open.
      expect(await hits(b)).toEqual([c]);
      expect(await hits(b)).toEqual([c]);
      commit();
      await slow;
      expect(new Set(await hits(b))).toEqual(new Set([a, c]));
    });
  }

  test("what was rolled back is not remembered", async () => {
    const [a, b] = [await resource("a"), await resource("b")];
    await store
      .transaction(async (sql) => {
        await needs(a, b, sql);
        throw new Error("stop");
      })
      .catch(() => undefined);
    expect(await hits(b)).toEqual([]);
  });

  test("those who ask at once all see what each had written before", async () => {
    const b = await resource("b");
    const found = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const a = await resource(`a${at}`);
        await needs(a, b);
        const { critical } = await landscapes.of(store, world.portfolio.institutionId);
        return impactOf(critical, [b]).some((hit) => hit.id === a);
      }),
    );
    expect(found).toEqual(found.map(() => true));
  });

  test("a look that fails leaves the next one sound", async () => {
    const [a, b] = [await resource("a"), await resource("b")];
    await hits(b);
    await needs(a, b);
    const broken: Sql = {
      copyOut: () => Promise.reject(new Error("down")),
      query: () => Promise.reject(new Error("down")),
    };
    await expect(landscapes.of(broken, world.portfolio.institutionId)).rejects.toThrow("down");
    expect(await hits(b)).toEqual([a]);
  });

  test("one institution's landscape holds nothing of another's", async () => {
    const foreign = await resource("foreign", store, world.stranger.institutionId);
    expect((await landscapes.of(store, world.portfolio.institutionId)).subjects.has(foreign)).toBe(false);
    expect((await landscapes.of(store, world.stranger.institutionId)).subjects.has(foreign)).toBe(true);
  });
});
