import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inDatabase } from "../../test/support/database-template.ts";
import { atServer, openTestStore, testServer } from "../../test/support/store.ts";
import { openStore } from "./open.ts";

test("a database has the extensions that search needs", async () => {
  const store = await openTestStore();
  expect(await store.query("SELECT similarity('serveris', 'servera') > 0 AS alike, unaccent('ā') AS plain")).toEqual([
    { alike: true, plain: "a" },
  ]);
  await store.close();
});

// The embedded database has one account, which may make them.
const accounts = testServer !== undefined;
if (accounts)
  test("an account that may not make extensions is told who has to, and which", async () => {
    const server = testServer ?? "";
    const name = `saime_poor_${randomUUID().slice(0, 8)}`;
    await atServer(server, `CREATE ROLE ${name} LOGIN PASSWORD 'poor'`);
    await atServer(server, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
    try {
      const url = new URL(inDatabase(server, name));
      [url.username, url.password] = [name, "poor"];
      const opening = () => openStore({ database: { kind: "postgresql", url: url.href } });
      await expect(opening()).rejects.toThrow(
        /administrator run there: CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;/,
      );
      await atServer(inDatabase(server, name), "CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm");
      await atServer(inDatabase(server, name), `GRANT CREATE, USAGE ON SCHEMA public TO ${name}`);
      const store = await opening();
      expect(await store.query("SELECT similarity('serveris', 'servera') > 0 AS alike")).toEqual([{ alike: true }]);
      await store.close();
    } finally {
      await atServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await atServer(server, `DROP ROLE ${name}`);
    }
  }, 60_000);
