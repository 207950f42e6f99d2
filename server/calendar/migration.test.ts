import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { migrate } from "../store/migrate.ts";
import { readMigrations } from "../store/migration-files.ts";
import { PoolStore } from "../store/pool-store.ts";
import type { Store } from "../store/store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await store.query("DROP SCHEMA public CASCADE");
  await store.query("CREATE SCHEMA public");
});
afterAll(() => store.close());

const HERE = "00000000-0000-4000-8000-000000000001";
const THERE = "00000000-0000-4000-8000-000000000002";
const PERSON = "00000000-0000-4000-8000-000000000003";
const row = (number: number) => `00000000-0000-4000-8000-0000000001${String(number).padStart(2, "0")}`;

test("texts of service time become calendars of that name: nothing is lost, and the log goes on to tell the same", async () => {
  if (!(store instanceof PoolStore)) throw new Error("a test store has a pool");
  const all = await readMigrations();
  const at = all.findIndex(({ name }) => name.endsWith("_service_calendars"));
  const client = await store.pool.connect();
  const services: readonly (readonly [string, string, string | null])[] = [
    [row(1), HERE, "24×7"],
    [row(2), HERE, "Darbdienās 8.30–17.00"],
    [row(3), HERE, "24×7"],
    [row(4), HERE, null],
    [row(5), THERE, "24×7"],
  ];
  try {
    await migrate(client, all.slice(0, at), 60_000, () => undefined);
    for (const id of [HERE, THERE])
      await client.query("insert into institution (id, code, name) values ($1::uuid, $1::text, 'x')", [id]);
    for (const [id, institution, calendar] of services) {
      await client.query(
        `insert into service (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, code, name, stage, calendar)
         values ($1::uuid, $2, 1, 1, now(), $3, now(), $3, $1::text, 'x', 'PLANNING', $4)`,
        [id, institution, PERSON, calendar],
      );
      await log(id, institution, "CREATE", { code: id, calendar });
    }
    await log(row(2), HERE, "CHANGE", { calendar: ["Bija citādi", "Darbdienās 8.30–17.00"], name: ["y", "x"] });
    await log(row(4), HERE, "CHANGE", { calendar: ["24×7", null] });
    await migrate(client, all.slice(0, at + 1), 60_000, () => undefined);

    const { rows: named } = await client.query<{ id: string; name: string | null }>(
      "select s.id, c.name from service s left join calendar c on c.id = s.calendar and c.institution_id = s.institution_id order by s.id",
    );
    expect(named.map(({ id, name }) => [id, name])).toEqual(services.map(([id, , text]) => [id, text]));
    const { rows: codes } = await client.query<{ code: string; name: string }>(
      "select code, name from calendar where institution_id = $1 order by code",
      [HERE],
    );
    expect(codes.map(({ name }) => name)).toEqual(["24×7", "Bija citādi", "Darbdienās 8.30–17.00"]);
    const { rows: editions } = await client.query("select sunday from calendar_edition");
    expect(editions).toEqual([{ sunday: "00:00–24:00" }, { sunday: "00:00–24:00" }]);
    const { rows: told } = await client.query<{ was: string | null; is: string | null }>(
      `select (select name from calendar where id::text = changes #>> '{calendar,0}') as was,
              (select name from calendar where id::text = changes #>> '{calendar,1}') as is
       from event where register = 'services' and kind = 'CHANGE' order by seq`,
    );
    expect(told).toEqual([
      { was: "Bija citādi", is: "Darbdienās 8.30–17.00" },
      { was: "24×7", is: null },
    ]);
    const { rows: created } = await client.query<{ name: string | null }>(
      "select (select name from calendar where id::text = changes ->> 'calendar') as name from event where register = 'services' and kind = 'CREATE' order by seq",
    );
    expect(created.map(({ name }) => name)).toEqual(services.map(([, , text]) => text));
    await expect(client.query("delete from event")).rejects.toThrow();
  } finally {
    client.release(true);
  }

  function log(id: string, institution: string, kind: string, changes: object) {
    return client.query(
      `insert into event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
       values (1, now(), $1, $2, 'services', $3, 1, $4, gen_random_uuid(), 0, $5)`,
      [PERSON, institution, id, kind, JSON.stringify(changes)],
    );
  }
});
