import { createHash } from "node:crypto";
import type { Actor } from "../../schema/api/context.ts";
import type { CustomField } from "../../schema/registers/custom.ts";
import { feedPosition } from "../store/feed.ts";
import { readPage } from "../store/pages.ts";
import type { Store } from "../store/store.ts";
import { readCursor, writeCursor, type Cursor } from "./cursor.ts";
import { seenBy, withOwnColumns } from "./readable.ts";
import { sightPrint } from "./sight-print.ts";

/** Bytes of JSON that a page aims at unless asked otherwise, and at most. */
export const PAGE_BYTES = 4_000_000;
export const MAX_PAGE_BYTES = 16_000_000;
const FIRST_ROWS = 5_000;
const MAX_ROWS = 50_000;

/**
 * The rows of a register changed since a cursor, as JSON of a `PullPage` in UTF-8. Without a cursor, or with one of another
 * database, of a state put back from a backup or of a time when the person saw otherwise: the whole picture, retired rows
 * left out. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN, BAD_CURSOR.
 */
export async function pull(
  store: Store,
  actor: Actor,
  key: string,
  since: string | null,
  bytes: number | null,
): Promise<Uint8Array> {
  const { register, sight, fields } = await withOwnColumns(store, actor, seenBy(actor, key));
  const own = fields.filter(({ retired }) => !retired);
  const aim = Math.min(Math.max(bytes ?? PAGE_BYTES, 10_000), MAX_PAGE_BYTES);
  const given = since === null ? null : readCursor(since);

  const position = asSeen(await feedPosition(store), own, await sightPrint(store, register, actor, sight));
  const sound = given !== null && given.database === position.database && given.from <= position.next ? given : null;
  // Whoever sees only rows that name them gets all of those every time: one that names them no more would just be missing
  // among changes, and a whole picture tells that it is gone.
  const usable = sight.rows === "ALL" || sound?.page !== undefined ? sound : null;
  const full = usable?.page?.full ?? usable === null;
  const from = usable?.from ?? 0n;
  const next = usable?.page?.next ?? position.open;
  let limit = Math.min(Math.max(usable?.page?.rows ?? FIRST_ROWS, 1), MAX_ROWS);
  const ask = {
    institutionId: actor.institutionId,
    sight,
    from,
    after: usable?.page?.after ?? null,
    includeRetired: !full,
  };
  const page = await store.transaction(
    async (sql) => {
      let read = await readPage(sql, register, { ...ask, limit });
      while (read.bytes > 2 * aim && read.count > 1) {
        limit = Math.max(1, Math.floor((read.count * aim) / read.bytes));
        read = await readPage(sql, register, { ...ask, limit });
      }
      return read;
    },
    { readOnly: true },
  );
  const more = page.count === limit && page.last !== null;
  const rows =
    page.count === 0
      ? limit
      : Math.max(1, Math.min(MAX_ROWS, Math.floor((page.count * aim) / Math.max(1, page.bytes))));
  const cursor: Cursor =
    more && page.last
      ? { database: position.database, from, page: { next, full, after: page.last, rows } }
      : { database: position.database, from: next };
  // A row that waited for a lock may have been written behind the pages' back with an older transaction's id: a picture
  // of several pages ends with what changed since it began.
  const tail = !more && full && usable?.page !== undefined;
  const columns = ["id", "version", "retired", ...Object.keys(register.columns)];
  const head = `{"columns":${JSON.stringify(columns)},"values":`;
  const end = `,"count":${page.count},"cursor":${JSON.stringify(writeCursor(cursor))},"more":${more || tail},"full":${full}${own.length > 0 ? `,"fields":${JSON.stringify(own)}` : ""}}`;
  return bytesOf(
    [latin1(head), ...page.values, latin1(end)],
    page.bytes + Buffer.byteLength(head) + Buffer.byteLength(end),
  );
}

/** A text's UTF-8 as one character a byte. */
const latin1 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/**
 * A sheet that does not have the same custom fields yet, or whose person saw otherwise, lacks what rows hold, however
 * long ago they were written: its cursor is as good as one of another database, and it gets the whole picture.
 */
function asSeen<Position extends { readonly database: string }>(
  position: Position,
  fields: readonly CustomField[],
  sight: string,
): Position {
  if (fields.length === 0 && sight === "") return position;
  const keys = fields.map(({ key }) => key).sort();
  const print = createHash("sha256")
    .update([...keys, sight].join("\n"))
    .digest("base64url")
    .slice(0, 12);
  return { ...position, database: `${position.database}/${print}` };
}

/** Texts of one character a byte, put together in one go. */
function bytesOf(texts: readonly string[], length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  for (const text of texts) at += bytes.write(text, at, "latin1");
  return bytes;
}
