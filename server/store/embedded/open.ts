import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import type { Limits } from "../limits.ts";
import { createDatabase } from "./create.ts";
import { Engine } from "./engine.ts";
import { lockFolder } from "./lock.ts";
import { embeddedPool } from "./pool.ts";

/** Major version of the PostgreSQL inside the embedded database; folders of another cannot be opened. */
const MAJOR = "18";

export interface Embedded {
  readonly pool: pg.Pool;
  readonly engine: Engine;
  /** After the pool has ended. */
  readonly close: () => Promise<void>;
}

/** Opens `<folder>/db`, making it when it is not there, and holds the folder's lock until closed. */
export async function openEmbedded(folder: string, limits: Limits): Promise<Embedded> {
  const unlock = await lockFolder(folder);
  try {
    const database = path.join(folder, "db");
    if (!existsSync(database)) await createDatabase(database);
    await checkMajor(database);
    const engine = await Engine.start({ folder: database, durable: true }, limits.statement);
    return {
      pool: embeddedPool(engine, limits),
      engine,
      close: async () => {
        await engine.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** A database in memory, filled from the tar file `template` when there is one. Nothing of it outlives the process. */
export async function openInMemory(template: string | null, limits: Limits): Promise<Embedded> {
  const engine = await Engine.start({ template }, limits.statement);
  return { pool: embeddedPool(engine, limits), engine, close: () => engine.close() };
}

async function checkMajor(database: string): Promise<void> {
  const major = (await readFile(path.join(database, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (major === MAJOR) return;
  throw new Error(
    major === ""
      ? `${database} is not a database of Saime (PG_VERSION is missing). Set SAIME_DATA to another folder.`
      : `${database} was made by another version of the embedded database (${major}, this one is ${MAJOR}). ` +
          `Open it with the version of Saime that made it, or set SAIME_DATA to another folder.`,
  );
}
