import pg from "pg";

/**
 * How values of the database are read, for one pool: the driver's global parsers stay as they are for others.
 * Dates stay text, since a day has no time zone; instants are ISO 8601 in UTC; bigint and numeric stay text.
 */
const { builtins } = pg.types;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const TEXT_ARRAY = 1009;

const same = (text: string): string => text;

/** `2026-11-21 07:32:56.1+00` → `2026-11-21T07:32:56.100Z`; what is no instant of our era (`infinity`) stays as it is. */
export function instant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? "").padEnd(3, "0")}Z` : text;
}

// The driver's types name no array OIDs, though its parsers know them.
const textArray = pg.types.getTypeParser(TEXT_ARRAY as number, "text") as (text: string) => (string | null)[];
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, same],
  [builtins.TIMESTAMP, same],
  [builtins.TIMESTAMPTZ, instant],
  [DATE_ARRAY, textArray],
  [TIMESTAMPTZ_ARRAY, (text) => textArray(text).map((item) => (item === null ? null : instant(item)))],
]);

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) ||
    (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser,
};
