import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { LOCK, missingSql } from "./schema-engine.ts";

/**
 * `npm run migrate:new -- name` writes the SQL of a new migration from what changed in schema.prisma;
 * `npm run migrate:new -- --check` writes nothing and exits with 1 when a migration is missing.
 */
const prisma = path.join(import.meta.dirname, "../../prisma");
const migrations = path.join(prisma, "migrations");

const args = process.argv.slice(2);
const check = args.includes("--check");
const name = args.find((arg) => !arg.startsWith("-"));
if (!check && !(name && /^[a-z][a-z0-9_]*$/.test(name))) {
  console.error("Name the migration in lower case, like this: npm run migrate:new -- add_resources");
  process.exit(2);
}

const sql = await missingSql(path.join(prisma, "schema.prisma"), migrations);
if (sql === "") {
  console.log("schema.prisma and the migrations agree.");
} else if (check) {
  console.error(
    `schema.prisma has changes without a migration. Write it with: npm run migrate:new -- name\n\n${sql.trim()}`,
  );
  process.exitCode = 1;
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrations, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(migrations, "migration_lock.toml"), LOCK);
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`${path.relative(process.cwd(), folder)}/migration.sql\n\n${sql.trim()}`);
}
