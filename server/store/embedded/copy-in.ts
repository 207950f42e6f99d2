/**
 * `COPY … FROM STDIN` ends the embedded database ("Program terminated"). One sent as a query of its own is carried out
 * from the device `/dev/blob` instead, once all its rows are there; any other is refused before it gets that far.
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

const ALONE = /^\s*copy\s[^;'"$]*?\sfrom\s+stdin\b[^;'"$]*$/i;

/** A COPY from the client as one from the device that the worker fills; undefined where `sql` is anything else. */
export function fromDevice(sql: string): string | undefined {
  return ALONE.test(sql) ? sql.replace(/\sfrom\s+stdin\b/i, " from '/dev/blob'") : undefined;
}

/** Fails the open transaction as PostgreSQL does when the client breaks a COPY off. */
export const BROKEN_OFF = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'query_canceled',
  MESSAGE = 'COPY from stdin failed: the client broke it off'; END $$`;

/** Raises the refusal inside the database, so that an open transaction fails as PostgreSQL would have it. */
export const REFUSE_COPY = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
  MESSAGE = 'the embedded database takes COPY FROM STDIN as a query of its own only'; END $$`;
