import type pg from "pg";

/** What migrations ask of PostgreSQL besides itself; both come with it, in the package postgresql-contrib where it is parted. */
const EXTENSIONS = ["unaccent", "pg_trgm"] as const;

/**
 * Throws a sentence that says what to do when the database lacks an extension that the account of DATABASE_URL cannot
 * make: first of all when it is not installed on the server.
 */
export async function checkExtensions(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; there: boolean; here: boolean; may: boolean }>(
    `SELECT wanted.name, known.name IS NOT NULL AS there, known.installed_version IS NOT NULL AS here,
            has_database_privilege(current_database(), 'CREATE') AS may
     FROM unnest($1::text[]) AS wanted(name) LEFT JOIN pg_available_extensions known USING (name) ORDER BY wanted.name`,
    [EXTENSIONS],
  );
  const absent = rows.filter(({ there }) => !there).map(({ name }) => name);
  if (absent.length > 0) {
    throw new Error(
      `The PostgreSQL server of DATABASE_URL has no extension ${absent.join(", ")}. ` +
        `Install the package postgresql-contrib of its version there.`,
    );
  }
  const missing = rows.filter(({ here, may }) => !here && !may).map(({ name }) => name);
  if (missing.length > 0) {
    const statements = missing.map((name) => `CREATE EXTENSION ${name};`).join(" ");
    throw new Error(
      `The account of DATABASE_URL may not make extensions in its database. Have an administrator run there: ${statements}`,
    );
  }
}
