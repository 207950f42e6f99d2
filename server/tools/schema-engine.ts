import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * Prisma's schema engine as WebAssembly, with in-memory PGlite as its shadow database: it writes migrations without a
 * database server, an engine binary or a network.
 */

/**
 * SQL that leads from what the migrations in `migrationsDir` make to what the schema in `schemaFile` says; empty when
 * they agree. Triggers, functions and checks are invisible to Prisma and never count as a difference.
 */
export async function missingSql(schemaFile: string, migrationsDir: string): Promise<string> {
  await load();
  const files = [{ path: path.basename(schemaFile), content: await readFile(schemaFile, "utf8") }];
  const shadows = new Shadows();
  try {
    const schemaEngine = await engine.SchemaEngine.new(
      { datamodels: files.map((file) => [file.path, file.content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(shadows),
    );
    const { exitCode, stdout } = await schemaEngine.diff({
      from: { tag: "migrations", ...(await migrationList(migrationsDir)) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [...BEYOND_PRISMA], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } catch (cause) {
    // The engine swallows what the shadow database said; it is the only useful part.
    throw shadows.failure ?? cause;
  } finally {
    await shadows.close();
  }
}

/** Tables that Prisma cannot describe: the migrations alone make them. */
const BEYOND_PRISMA = [
  ...["search_entry", "search_incidents", "search_problems", "search_knowledge", "search_word", "search_made"],
].map((table) => `public.${table}`);

/** Hands out in-memory databases. The stock adapter does not wait for a script, so a broken one would go unnoticed. */
class Shadows implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "pglite-prisma-adapter";
  failure: Error | undefined;
  readonly #open: PGlite[] = [];

  async connect(): Promise<SqlDriverAdapter> {
    const db = await PGlite.create({ extensions: { btree_gist, pg_trgm, unaccent } });
    this.#open.push(db);
    const adapter = await new PrismaPGlite(db).connect();
    adapter.executeScript = async (script) => {
      try {
        await db.exec(script);
      } catch (cause) {
        this.failure ??= new Error(`a migration does not run: ${(cause as Error).message}`, { cause });
        throw cause;
      }
    };
    return adapter;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.connect();
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((db) => db.close()));
  }
}

/** Content of migration_lock.toml, which Prisma wants beside the migrations. */
export const LOCK = 'provider = "postgresql"\n';

async function migrationList(dir: string) {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lock = await readFile(path.join(dir, "migration_lock.toml"), "utf8").catch(() => LOCK);
  return {
    baseDir: path.resolve(dir),
    lockfile: { path: "migration_lock.toml", content: lock },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(dir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

let loaded: Promise<void> | undefined;
/** The package's own entry imports .wasm as a module, which Node does not do without a flag. */
function load(): Promise<void> {
  return (loaded ??= (async () => {
    const dir = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const module = await WebAssembly.compile(await readFile(path.join(dir, "schema_engine_bg.wasm")));
    const { exports } = await WebAssembly.instantiate(module, {
      "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
    });
    engine.__wbg_set_wasm(exports);
    (exports["__wbindgen_start"] as () => void)();
  })());
}
