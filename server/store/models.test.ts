import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import type { Register } from "../../schema/registers/register.ts";
import { tableOf } from "./models.ts";
import type { Store } from "./store.ts";
import { addPeople, addRoles } from "./newcomers.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const INFORMATION_SCHEMA: Readonly<Record<string, string>> = {
  _text: "text[]",
  _uuid: "uuid[]",
  bool: "boolean",
  int4: "integer",
};
const SYSTEM = "id institution_id version feed created_at created_by updated_at updated_by retired_at custom".split(
  " ",
);

test.each(Object.values<Register>(registers))(
  "the database keeps the register $key as tableOf says, and nothing besides",
  async (register) => {
    const { table, columns } = tableOf(register.key);
    const found = await store.query<{ name: string; type: string; empty: boolean }>(
      `SELECT column_name AS name, udt_name AS type, is_nullable = 'YES' AS empty
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [table],
    );
    const kept = new Map(
      found.map(({ name, type, empty }) => [name, { type: INFORMATION_SCHEMA[type] ?? type, empty }]),
    );
    for (const [key, { name, type }] of Object.entries(columns)) {
      expect(kept.get(name), key).toMatchObject({ type });
      if (register.columns[key]?.required) expect(kept.get(name)?.empty, key).toBe(false);
    }
    const named = [...SYSTEM, ...Object.values(columns).map(({ name }) => name)];
    expect([...kept.keys()].sort()).toEqual(named.sort());
  },
);

test("a register that is not declared has no table", () => {
  expect(() => tableOf("nothing")).toThrow(/no register nothing/);
  expect(() => tableOf("constructor")).toThrow(/no register/);
});

test("the event log takes new events and refuses to change or lose any", async () => {
  const insert = `INSERT INTO event (feed, at, actor, institution_id, register, row_id, version, kind, batch, part, changes)
    VALUES (1, now(), gen_random_uuid(), gen_random_uuid(), 'services', gen_random_uuid(), 1, 'CREATE', gen_random_uuid(), 0, '{}')`;
  await store.query(insert);
  for (const statement of [
    "UPDATE event SET version = 2",
    "DELETE FROM event",
    "DELETE FROM event WHERE false",
    "TRUNCATE event",
    "INSERT INTO event SELECT * FROM event ON CONFLICT (seq) DO UPDATE SET version = 2",
  ]) {
    await expect(store.query(statement), statement).rejects.toMatchObject({ code: "23001" });
  }
  const triggersOff = store.transaction(async (sql) => {
    await sql.query("SET LOCAL session_replication_role = replica");
    await sql.query("DELETE FROM event");
  });
  await expect(triggersOff).rejects.toMatchObject({ code: "23001" });
  expect(await store.query("SELECT version FROM event")).toEqual([{ version: 1 }]);
});

test("a role's period cannot end before it begins", async () => {
  await store.query("INSERT INTO institution (code, name) VALUES ('1', 'Iestāde')");
  const [institution] = await store.query<{ id: string }>("SELECT id FROM institution");
  const institution_id = institution?.id ?? "";
  const person = crypto.randomUUID();
  await addPeople(store, [{ id: person, institution_id, code: "1", name: "Persona" }]);
  const assign = (valid_from: string, valid_to: string | null) => {
    const id = crypto.randomUUID();
    return addRoles(store, [{ id, institution_id, code: id, person, role: "FRONT_OFFICE", valid_from, valid_to }]);
  };
  await assign("2026-01-01", null);
  await assign("2026-01-01", "2026-01-01");
  await expect(assign("2026-01-02", "2026-01-01")).rejects.toMatchObject({ code: "23514" });
});
