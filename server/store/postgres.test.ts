import { expect, test } from "vitest";
import { instant } from "./types.ts";
import { openStore } from "./open.ts";

test("a server that does not answer stops the start with a sentence that names the variable and keeps the password", async () => {
  const url = "postgresql://saime:s3cret@127.0.0.1:1/saime";
  const opening = openStore({ database: { kind: "postgresql", url } });
  await expect(opening).rejects.toThrow(/PostgreSQL does not answer as DATABASE_URL says: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow(/s3cret/);
});

test.each([
  ["2026-11-21 07:32:56+00", "2026-11-21T07:32:56.000Z"],
  ["2026-11-21 07:32:56.1+00", "2026-11-21T07:32:56.100Z"],
  ["2026-11-21 07:32:56.123456+00", "2026-11-21T07:32:56.123456Z"],
  ["infinity", "infinity"],
])("the instant %s is given as %s", (text, expected) => {
  expect(instant(text)).toBe(expected);
});
