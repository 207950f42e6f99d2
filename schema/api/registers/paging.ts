import { SaimeError } from "../../messages/errors.ts";

/** Relay's four arguments, over a list that is read by offset and limit. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

export const LARGEST_PAGE = 1_000;
export const USUAL_PAGE = 100;

const cursorOf = (offset: number): string => Buffer.from(`row:${offset}`).toString("base64url");

function offsetOf(cursor: string): number {
  const offset = /^row:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"))?.[1];
  if (offset === undefined)
    throw new SaimeError("BAD_REQUEST", '"after" and "before" take a cursor of an earlier page.');
  return Number(offset);
}

function size(name: string, count: number): number {
  if (count >= 0 && count <= LARGEST_PAGE) return count;
  throw new SaimeError("BAD_REQUEST", `"${name}" must be from 0 to ${LARGEST_PAGE}.`);
}

/** Whether the window depends on how many rows there are: the last ones, of no known end. */
export const needsTotal = ({ last, before }: PageArgs): boolean => last != null && before == null;

/** The rows asked for as offset and limit. `total` matters only where {@link needsTotal} says so. */
export function windowOf({ first, after, last, before }: PageArgs, total = 0): Window {
  if (first != null && last != null) throw new SaimeError("BAD_REQUEST", 'Give "first" or "last", not both.');
  const start = after == null ? 0 : offsetOf(after) + 1;
  const end = before == null ? (last == null ? Infinity : total) : offsetOf(before);
  const room = Math.max(0, end - start);
  if (last != null) {
    const limit = Math.min(size("last", last), room);
    return { offset: Math.max(start, end - limit), limit };
  }
  return { offset: start, limit: Math.min(size("first", first ?? USUAL_PAGE), room) };
}

/** A page in relay's shape. */
export function connectionOf<Row>(rows: readonly Row[], { offset }: Window, total: number) {
  const edges = rows.map((node, index) => ({ cursor: cursorOf(offset + index), node }));
  return {
    totalCount: total,
    edges,
    pageInfo: {
      hasNextPage: offset + rows.length < total,
      hasPreviousPage: offset > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
