import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, as Prisma records it. */
  readonly checksum: string;
  /** False for what cannot run in a transaction; the file then says `-- migrate:no-transaction`. */
  readonly transactional: boolean;
}

export const MIGRATIONS = path.join(import.meta.dirname, "../../prisma/migrations");

/** The migrations in `folder`, in the order in which they apply. */
export async function readMigrations(folder: string = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const file = await readFile(path.join(folder, name, "migration.sql"));
      const sql = file.toString("utf8").replace(/^\uFEFF/, "");
      return {
        name,
        sql,
        checksum: createHash("sha256").update(file).digest("hex"),
        transactional: !/^\s*--\s*migrate:no-transaction\b/m.test(sql),
      };
    }),
  );
}
