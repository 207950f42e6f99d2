import { SaimeError } from "../../schema/messages/errors.ts";

/** Where a pull stands: between pulls `after` is absent; between its pages it names the last row given. */
export interface Cursor {
  readonly database: string;
  /** Transactions from this id on are still to be read. */
  readonly from: bigint;
  readonly page?: {
    /** Where the next pull begins once all pages are read. */
    readonly next: bigint;
    readonly full: boolean;
    readonly after: { readonly feed: bigint; readonly id: string };
    readonly rows: number;
  };
}

const NUMBER = /^\d{1,19}$/;
const ID = /^[0-9a-f-]{36}$/;

export function writeCursor(cursor: Cursor): string {
  const { page } = cursor;
  const parts = [cursor.database, String(cursor.from)];
  if (page)
    parts.push(String(page.next), page.full ? "1" : "0", String(page.after.feed), page.after.id, String(page.rows));
  return Buffer.from(parts.join("|")).toString("base64url");
}

/** Throws SaimeError BAD_CURSOR for what this server never gave. */
export function readCursor(text: string): Cursor {
  const [database, from, next, full, feed, id, rows, ...rest] = Buffer.from(text, "base64url")
    .toString("utf8")
    .split("|");
  if (database === undefined || from === undefined || !NUMBER.test(from) || rest.length > 0)
    throw new SaimeError("BAD_CURSOR");
  if (next === undefined) return { database, from: BigInt(from) };
  if (
    !NUMBER.test(next) ||
    !NUMBER.test(feed ?? "") ||
    !ID.test(id ?? "") ||
    !NUMBER.test(rows ?? "") ||
    (full !== "0" && full !== "1")
  ) {
    throw new SaimeError("BAD_CURSOR");
  }
  return {
    database,
    from: BigInt(from),
    page: {
      next: BigInt(next),
      full: full === "1",
      after: { feed: BigInt(feed ?? 0), id: id ?? "" },
      rows: Number(rows),
    },
  };
}
