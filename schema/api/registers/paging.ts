import { SaimeError } from "../../messages/errors.ts";
import { isUuid } from "../../sync/uuid.ts";
import type { ListQuery, Place } from "../context.ts";

/** Relay's four arguments. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}
export type Window = Pick<ListQuery, "after" | "before" | "limit" | "backward">;
type Order = ListQuery["orderBy"];

export const LARGEST_PAGE = 1_000;
export const USUAL_PAGE = 100;

/** The order a cursor belongs to: in another one its place means nothing. */
const nameOf = (order: Order): string => order.map(({ column, direction }) => `${column} ${direction}`).join();

/** A cursor tells where its row stood, not how many rows stood before it: rows that come or go shift nothing. */
const cursorOf = ({ values, id }: Place, order: Order): string =>
  Buffer.from(JSON.stringify([nameOf(order), ...values, id])).toString("base64url");

function placeIn(cursor: string, order: Order): Place {
  const [name, ...rest] = parsed(cursor);
  const id = rest.pop();
  const sound =
    name === nameOf(order) &&
    rest.length === order.length &&
    rest.every((value): value is string | null => value === null || typeof value === "string");
  if (!sound || typeof id !== "string" || !isUuid(id)) {
    throw new SaimeError("BAD_REQUEST", '"after" and "before" take a cursor of an earlier page in the same order.');
  }
  return { values: rest, id };
}

function parsed(cursor: string): unknown[] {
  try {
    const told: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(told) ? (told as unknown[]) : [];
  } catch {
    return [];
  }
}

function size(name: string, count: number): number {
  if (count >= 0 && count <= LARGEST_PAGE) return count;
  throw new SaimeError("BAD_REQUEST", `"${name}" must be from 0 to ${LARGEST_PAGE}.`);
}

/** The rows asked for. Throws SaimeError BAD_REQUEST. */
export function windowOf({ first, after, last, before }: PageArgs, order: Order): Window {
  if (first != null && last != null) throw new SaimeError("BAD_REQUEST", 'Give "first" or "last", not both.');
  return {
    ...(after != null && { after: placeIn(after, order) }),
    ...(before != null && { before: placeIn(before, order) }),
    limit: last == null ? size("first", first ?? USUAL_PAGE) : size("last", last),
    backward: last != null,
  };
}

/** A page in relay's shape. On the side it was not read towards, the row of the cursor it began from is known to stand. */
export function connectionOf<Row extends { readonly place: Place }>(
  { rows, total, more }: { readonly rows: readonly Row[]; readonly total: number; readonly more: boolean },
  { after, before, backward = false }: Window,
  order: Order,
) {
  const edges = rows.map((node) => ({ cursor: cursorOf(node.place, order), node }));
  return {
    totalCount: total,
    edges,
    pageInfo: {
      hasNextPage: (!backward && more) || before !== undefined,
      hasPreviousPage: (backward && more) || after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
