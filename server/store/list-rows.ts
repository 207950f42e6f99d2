import type { Column, Register } from "../../schema/registers/register.ts";
import type { ListQuery, Place } from "../../schema/api/context.ts";
import type { Sight } from "../access/sight.ts";
import { isCustom } from "../../schema/registers/custom.ts";
import { CUSTOM, readCustom } from "./custom-cells.ts";
import { beyond, isAlwaysThere, orderBy, placeOf } from "./keyset.ts";
import { editionColumns, editionsRead } from "./editions.ts";
import { idsSeen } from "./sight.ts";
import { prismaOf } from "./prisma.ts";
import type { StoredCell, StoredCells } from "./stored-row.ts";
import type { Store } from "./store.ts";

/** A row as typed queries give it: system fields and stored cells, days as `YYYY-MM-DD`, instants as ISO 8601 UTC. */
export interface TypedRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cells: Readonly<Record<string, StoredCell>>;
  readonly place: Place;
}

/** The part of a list that was asked for. */
export interface TypedPage {
  readonly rows: readonly TypedRow[];
  /** Rows that meet the conditions, on all pages. */
  readonly total: number;
  /** Whether there are more on the side towards which the page was read. */
  readonly more: boolean;
}

/** The part of a Prisma delegate that is the same for every register's model. */
interface Delegate {
  findMany(ask: object): Promise<Record<string, unknown>[]>;
  count(ask: object): Promise<number>;
}

/** The register's model. server/store/models.ts proves at compile time that it is there and has the columns. */
function delegate(store: Store, register: Register): Delegate {
  const model = register.type.charAt(0).toLowerCase() + register.type.slice(1);
  return (prismaOf(store) as unknown as Record<string, Delegate>)[model] as Delegate;
}

/** Rows of the institution that the person sees and that meet all conditions, in order; the first that follow `after`, or the last before `before`. */
export async function listTyped(
  store: Store,
  register: Register,
  institutionId: string,
  query: ListQuery,
  sight: Pick<Sight, "rows" | "person">,
): Promise<TypedPage> {
  const { after, before, backward = false, limit } = query;
  const model = delegate(store, register);
  const editions = asksOfEdition(register, query)
    ? NO_EDITIONS
    : await editionsRead(store, register, institutionId, sight);
  const where = {
    institutionId,
    ...(query.includeRetired ? {} : { retiredAt: null }),
    AND: [
      await seen(store, register, institutionId, sight, editions),
      ...query.where.map(({ column, op, value }) => condition(register, column, op, value)),
    ],
  };
  const between = [
    ...(after ? [beyond(register, query.orderBy, after, "AFTER")] : []),
    ...(before ? [beyond(register, query.orderBy, before, "BEFORE")] : []),
  ];
  // One more than asked for tells whether there are more; who only counts asks for none.
  const counting = limit === 0 && between.length === 0;
  const found = counting
    ? []
    : await model.findMany({
        where: { ...where, AND: [...where.AND, ...between] },
        orderBy: orderBy(query.orderBy, backward),
        take: limit + 1,
      });
  const total = await model.count({ where });
  const rows = found.slice(0, limit).map((row) => typed(register, row, query.orderBy, editions));
  return { rows: backward ? rows.reverse() : rows, total, more: counting ? total > 0 : found.length > limit };
}

export async function findTyped(
  store: Store,
  register: Register,
  institutionId: string,
  key: { readonly id?: string; readonly code?: string },
  sight: Pick<Sight, "rows" | "person">,
): Promise<TypedRow | null> {
  const editions = await editionsRead(store, register, institutionId, sight);
  const by = key.id !== undefined ? { id: key.id } : { [register.code.column]: key.code };
  const [row] = await delegate(store, register).findMany({
    where: { ...by, institutionId, AND: [await seen(store, register, institutionId, sight, editions)] },
    take: 1,
  });
  return row ? typed(register, row, [], editions) : null;
}

const NO_EDITIONS: ReadonlyMap<string, StoredCells> = new Map();

/** Whether the query asks of something that an edition tells as it was: rows read only so are left out of the answer. */
function asksOfEdition(register: Register, { where, orderBy }: ListQuery): boolean {
  const columns = editionColumns(register);
  return [...where, ...orderBy].some(({ column }) => columns.includes(column));
}

/** Only rows that the person sees, where they do not see them all. */
async function seen(
  store: Store,
  register: Register,
  institutionId: string,
  sight: Pick<Sight, "rows" | "person">,
  editions: ReadonlyMap<string, StoredCells>,
): Promise<object> {
  const { rows, person } = sight;
  if (rows === "ALL") return {};
  if ("columns" in rows) return { OR: rows.columns.map((column) => condition(register, column, "eq", person)) };
  return { id: { in: [...(await idsSeen(store, register, institutionId, sight)), ...editions.keys()] } };
}

type Op = ListQuery["where"][number]["op"];

function condition(register: Register, key: string, op: Op, value: unknown): object {
  const column = register.columns[key];
  const list = column?.type === "choices" || column?.type === "references";
  const given = column?.type === "date" ? midnight(value) : value;
  switch (op) {
    case "eq":
      return { [key]: list ? { has: given } : { equals: given } };
    case "in":
      return { [key]: list ? { hasSome: given } : { in: given } };
    case "contains":
      return { [key]: list ? { has: given } : { contains: plainly(given), mode: "insensitive" } };
    case "gte":
      return { [key]: { gte: given } };
    case "lte":
      return { [key]: { lte: given } };
    case "isNull":
      if (list) return { [key]: { isEmpty: value === true } };
      // Prisma refuses to look for nothing where there is always something.
      if (isAlwaysThere(register, key)) return value === true ? { id: { in: [] } } : {};
      return value === true ? { [key]: null } : { NOT: { [key]: null } };
  }
}

/** Prisma hands a text to LIKE as it is; here its wildcards mean themselves. */
function plainly(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/[\\%_]/g, "\\$&") : value;
}

function midnight(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(midnight);
  return typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
}

function typed(
  register: Register,
  row: Record<string, unknown>,
  orders: ListQuery["orderBy"],
  editions: ReadonlyMap<string, StoredCells>,
): TypedRow {
  const cells: Record<string, StoredCell> = {};
  for (const [key, column] of Object.entries(register.columns))
    if (!isCustom(key)) cells[key] = storedCell(column, row[key]);
  Object.assign(cells, readCustom(register, row[CUSTOM]), editions.get(String(row["id"])));
  return {
    id: String(row["id"]),
    version: Number(row["version"]),
    retired: row["retiredAt"] !== null,
    createdAt: (row["createdAt"] as Date).toISOString(),
    updatedAt: (row["updatedAt"] as Date).toISOString(),
    cells,
    place: placeOf(orders, row),
  };
}

function storedCell(column: Column, value: unknown): StoredCell {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return column.type === "number" ? Number(value) : (value as StoredCell);
}
