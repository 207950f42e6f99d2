import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore } from "../../test/support/store.ts";
import { BinaryRows, writeCell } from "./copy-binary.ts";
import type { SqlType } from "./models.ts";
import type { StoredCell } from "./stored-row.ts";
import type { Store } from "./store.ts";

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await store.query(`create table copied (n integer, a text, b text[], c uuid, d uuid[], e date, f integer,
    g numeric, h boolean, i timestamptz)`);
});
afterAll(() => store.close());

const TYPES = ["text", "text[]", "uuid", "uuid[]", "date", "integer", "numeric", "boolean", "timestamptz"] as const;

const text = fc
  .string({
    unit: fc.oneof(fc.constantFrom("\\", "\t", "\n", '"', "{", ",", "ā", "€", "😀"), fc.string({ maxLength: 40 })),
  })
  .map((made) => made.replaceAll("\u0000", ""));
const instant = fc
  .date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString());
const kinds: Readonly<Record<SqlType, fc.Arbitrary<StoredCell>>> = {
  text,
  "text[]": fc.array(text, { maxLength: 4, minLength: 1 }),
  uuid: fc.uuid(),
  "uuid[]": fc.array(fc.uuid(), { maxLength: 3, minLength: 1 }),
  date: instant.map((iso) => iso.slice(0, 10)),
  integer: fc.integer(),
  numeric: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.integer({ min: -999_999_999, max: 999_999_999 }).map((cents) => cents / 100),
  ),
  boolean: fc.boolean(),
  timestamptz: instant,
};
const row = fc.tuple(...TYPES.map((type) => fc.option(kinds[type], { freq: 6 })));

async function copied(rows: readonly (readonly StoredCell[])[]) {
  const made = new BinaryRows();
  made.head();
  rows.forEach((cells, index) => {
    made.row(TYPES.length + 1);
    made.integer(index);
    TYPES.forEach((type, at) => writeCell(made, type, cells[at]));
  });
  made.end();
  return store.transaction(async (sql) => {
    await sql.query("truncate copied");
    await sql.copyIn("copied", [made.take()]);
    return sql.query<Record<string, unknown>>("select a, b, c, d, e, f, g, h, i from copied order by n");
  });
}

test("every kind of cell comes back as it was written, nothing as nothing, no list as an empty one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const back = (await copied(rows)).map((found) => Object.values(found));
      const sent = rows.map((cells) =>
        cells.map((cell, at) => (cell === null && TYPES[at]?.endsWith("[]") ? [] : cell)),
      );
      // numeric comes as text, so that no digit is lost: the same number.
      const number = (cells: readonly unknown[]) =>
        cells.map((cell, at) => (TYPES[at] === "numeric" && cell !== null ? Number(cell) || 0 : cell));
      expect(back.map(number)).toEqual(sent.map(number));
    }),
    { seed: 21, numRuns: 60 },
  );
});

test("a part may hold more than it has room for", async () => {
  const long = "ā".repeat(900_000);
  expect(await copied([[long, [long, "b"]], ["c"]])).toMatchObject([{ a: long, b: [long, "b"] }, { a: "c" }]);
});

test("what a column cannot keep is thrown before it is written", () => {
  const rows = new BinaryRows();
  expect(() => writeCell(rows, "integer", 1.5)).toThrow();
  expect(() => writeCell(rows, "integer", 2 ** 31)).toThrow();
  expect(() => writeCell(rows, "uuid", "x")).toThrow();
  expect(() => writeCell(rows, "date", "today")).toThrow();
  expect(() => writeCell(rows, "timestamptz", "now")).toThrow();
  expect(() => writeCell(rows, "numeric", Number.NaN)).toThrow();
});

test("a transaction whose COPY fails keeps nothing, and the database lives on", async () => {
  const bad = new BinaryRows();
  bad.head();
  bad.row(1);
  bad.text("one column too few");
  bad.end();
  await expect(store.transaction((sql) => sql.copyIn("copied", [bad.take()]))).rejects.toThrow(/copied|column|field/i);
  const broken = function* () {
    yield Buffer.from("PGCOPY");
    throw new Error("no more rows");
  };
  await expect(store.transaction((sql) => sql.copyIn("copied", broken()))).rejects.toThrow();
  expect(await store.query("select 1 as one")).toEqual([{ one: 1 }]);
});
