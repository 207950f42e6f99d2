import type { Column, Register } from "../../schema/registers/register.ts";
import type { ListQuery } from "../../schema/api/context.ts";
import { prismaOf } from "./prisma.ts";
import type { StoredCell } from "./stored-row.ts";
import type { Store } from "./store.ts";

/** A row as typed queries give it: system fields and stored cells, days as `YYYY-MM-DD`, instants as ISO 8601 UTC. */
export interface TypedRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cells: Readonly<Record<string, StoredCell>>;
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

/** Rows of the institution that meet all conditions, in order, with how many there are in all. */
export async function listTyped(
  store: Store,
  register: Register,
  institutionId: string,
  query: ListQuery,
): Promise<{ readonly rows: readonly TypedRow[]; readonly total: number }> {
  const model = delegate(store, register);
  const where = {
    institutionId,
    ...(query.includeRetired ? {} : { retiredAt: null }),
    AND: query.where.map(({ column, op, value }) => condition(column, register.columns[column], op, value)),
  };
  const orderBy = [
    ...query.orderBy.map(({ column, direction }) => ({ [column]: direction === "ASC" ? "asc" : "desc" })),
    { id: "asc" },
  ];
  const rows = query.limit === 0 ? [] : await model.findMany({ where, orderBy, skip: query.offset, take: query.limit });
  const total = await model.count({ where });
  return { rows: rows.map((row) => typed(register, row)), total };
}

export async function findTyped(
  store: Store,
  register: Register,
  institutionId: string,
  key: { readonly id?: string; readonly code?: string },
): Promise<TypedRow | null> {
  const by = key.id !== undefined ? { id: key.id } : { [register.code.column]: key.code };
  const [row] = await delegate(store, register).findMany({ where: { ...by, institutionId }, take: 1 });
  return row ? typed(register, row) : null;
}

type Op = ListQuery["where"][number]["op"];

function condition(key: string, column: Column | undefined, op: Op, value: unknown): object {
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

function typed(register: Register, row: Record<string, unknown>): TypedRow {
  const cells: Record<string, StoredCell> = {};
  for (const [key, column] of Object.entries(register.columns)) cells[key] = storedCell(column, row[key]);
  return {
    id: String(row["id"]),
    version: Number(row["version"]),
    retired: row["retiredAt"] !== null,
    createdAt: (row["createdAt"] as Date).toISOString(),
    updatedAt: (row["updatedAt"] as Date).toISOString(),
    cells,
  };
}

function storedCell(column: Column, value: unknown): StoredCell {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return column.type === "number" ? Number(value) : (value as StoredCell);
}
