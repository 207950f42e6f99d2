/**
 * `COPY … FROM STDIN` ends the embedded database ("Program terminated"), so it is refused before it gets there.
 */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;
const COPY_IN = /^\s*copy\b[^;]*\bfrom\s+stdin\b/i;

/** True when a statement of `sql` copies from the client; what stands in quotes and comments does not count. */
export function copiesFromClient(sql: string): boolean {
  if (!/copy/i.test(sql) || !/stdin/i.test(sql)) return false;
  return sql
    .replace(QUOTED, " q ")
    .split(";")
    .some((statement) => COPY_IN.test(statement.replace(/^(?:\s*q\s)+/, "")));
}

/** Raises the refusal inside the database, so that an open transaction fails as PostgreSQL would have it. */
export const REFUSE_COPY = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
  MESSAGE = 'the embedded database does not take COPY FROM STDIN; insert with json_to_recordset instead'; END $$`;
