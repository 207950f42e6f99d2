import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { lockFolder } from "../../server/store/embedded/lock.ts";
import { openInMemory } from "../../server/store/embedded/open.ts";
import { LIMITS } from "../../server/store/limits.ts";
import { migrate } from "../../server/store/migrate.ts";
import { type Migration, readMigrations } from "../../server/store/migration-files.ts";

/**
 * A tar of an embedded database with all migrations, to start test databases from. Made once and kept among the
 * system's temporary files until a migration or the embedded database's version changes.
 */
export async function embeddedTemplate(): Promise<string> {
  const migrations = await readMigrations();
  const tar = path.join(tmpdir(), `saime-template-${await keyOf(migrations)}.tar`);
  while (!existsSync(tar)) {
    // Tests run in several processes; one makes it and the others wait.
    const unlock = await lockFolder(`${tar}.lock`).catch(() => undefined);
    if (!unlock) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    try {
      if (!existsSync(tar)) await make(tar, migrations);
    } finally {
      await unlock();
    }
  }
  return tar;
}

async function make(tar: string, migrations: readonly Migration[]): Promise<void> {
  const { pool, engine, close } = await openInMemory(null, { ...LIMITS, statement: LIMITS.migration });
  const client = await pool.connect();
  await migrate(client, migrations, LIMITS.migration, console.warn);
  client.release(true);
  await pool.end();
  const aside = `${tar}.${randomUUID()}`;
  await writeFile(aside, await engine.dump());
  await rename(aside, tar);
  await close();
}

/** Names what the template depends on. */
export async function keyOf(migrations: readonly Migration[]): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve("@electric-sql/pglite")
    .replace(/dist.*$/, "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const hash = createHash("sha256").update(version);
  for (const { name, checksum } of migrations) hash.update(`\n${name} ${checksum}`);
  return hash.digest("hex").slice(0, 16);
}
