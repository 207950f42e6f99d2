import { randomUUID } from "node:crypto";
import pg from "pg";
import { openInMemory } from "../../server/store/embedded/open.ts";
import { LIMITS, type Limits } from "../../server/store/limits.ts";
import { openStore } from "../../server/store/open.ts";
import { PoolStore } from "../../server/store/pool-store.ts";
import type { Store } from "../../server/store/store.ts";
import { databaseTemplate, inDatabase } from "./database-template.ts";
import { embeddedTemplate } from "./embedded-template.ts";

/** The PostgreSQL server on which tests make their databases, or nothing for embedded ones. */
export const testServer: string | undefined = process.env["SAIME_TEST_DATABASE_URL"] ?? process.env["DATABASE_URL"];

/**
 * An empty migrated database of its own: on the PostgreSQL server that SAIME_TEST_DATABASE_URL (or DATABASE_URL)
 * names, else embedded in memory. Closing it drops it.
 */
export async function openTestStore(limits: Partial<Limits> = {}): Promise<Store> {
  const all = { ...LIMITS, ...limits };
  if (testServer === undefined) {
    const { pool, close } = await openInMemory(await embeddedTemplate(), all);
    return new PoolStore("embedded", pool, close);
  }
  const name = `saime_test_${Date.now()}_${randomUUID().slice(0, 8)}`;
  const template = await databaseTemplate(testServer);
  await atServer(testServer, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const store = await openStore(
    { database: { kind: "postgresql", url: inDatabase(testServer, name) } },
    { limits: all },
  );
  const close = store.close.bind(store);
  let closing: Promise<void> | undefined;
  store.close = () => (closing ??= close().then(() => atServer(testServer, `DROP DATABASE ${name} WITH (FORCE)`)));
  return store;
}

/** Runs one statement at the server, in the database that its address names. */
export async function atServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
