import pg from "pg";
import { LIMITS } from "../../server/store/limits.ts";
import { migrate } from "../../server/store/migrate.ts";
import { readMigrations } from "../../server/store/migration-files.ts";
import { keyOf } from "./embedded-template.ts";

/** So that test processes make the template once; any number will do that nothing else takes. */
const LOCK = 5_417_340;
const HOUR = 3_600_000;

/** The address `url` with another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

let made: Promise<string> | undefined;

/** Name of a database with all migrations on the server at `url`, to copy test databases from; made when missing. */
export function databaseTemplate(url: string): Promise<string> {
  return (made ??= make(url));
}

async function make(url: string): Promise<string> {
  const migrations = await readMigrations();
  const name = `saime_template_${await keyOf(migrations)}`;
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await server.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await dropLeftovers(server);
    const { rowCount } = await server.query("SELECT FROM pg_database WHERE datname = $1 AND datistemplate", [name]);
    if (rowCount) return name;
    // Not yet marked as a template: left by a run that was broken off.
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
    const client = new pg.Client({ connectionString: inDatabase(url, name) });
    await client.connect();
    await migrate(client, migrations, LIMITS.migration, console.warn);
    await client.end();
    await server.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
    return name;
  } finally {
    await server.end();
  }
}

/** A killed test run cannot drop its databases; the next one does, when they are old enough to be nobody's. */
async function dropLeftovers(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^saime_test_[0-9]+_'",
  );
  for (const { datname } of rows) {
    if (Number(datname.split("_")[2]) < Date.now() - HOUR) {
      await server.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  }
}
