import type { ListQuery, Place } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { Column, Register } from "../../schema/registers/register.ts";

/**
 * Pages by what rows hold and not by how many stand before them, so that rows added or taken out of use between two
 * pages neither repeat nor skip any other. PostgreSQL sorts empty cells last when ascending, first when descending.
 */
type Order = ListQuery["orderBy"][number];

/** True for a column whose cells are never empty in the database; `server/store/models.ts` proves it of the models. */
export const isAlwaysThere = ({ columns, code, lifecycle }: Register, key: string): boolean =>
  columns[key]?.required === true || key === code.column || key === lifecycle?.column;

/** Prisma's order: as asked, or the other way round to read a page backwards. */
export function orderBy(orders: readonly Order[], backward: boolean): readonly object[] {
  const way = (direction: Order["direction"]) => ((direction === "ASC") === backward ? "desc" : "asc");
  return [...orders.map(({ column, direction }) => ({ [column]: way(direction) })), { id: way("ASC") }];
}

/** Where a row stands in an order. */
export function placeOf(orders: readonly Order[], row: Readonly<Record<string, unknown>>): Place {
  return { values: orders.map(({ column }) => textOf(row[column])), id: String(row["id"]) };
}

/** Prisma's condition for the rows that stand after a place, or before it. */
export function beyond(register: Register, orders: readonly Order[], place: Place, side: "AFTER" | "BEFORE"): object {
  const alike: object[] = [];
  const ways: object[] = [];
  for (const [at, { column, direction }] of orders.entries()) {
    const value = valueOf(register.columns[column], place.values[at] ?? null);
    const upwards = (direction === "ASC") === (side === "AFTER");
    const further = furtherThan(register, column, value, upwards);
    if (further) ways.push({ AND: [...alike, further] });
    alike.push({ [column]: { equals: value } });
  }
  ways.push({ AND: [...alike, { id: side === "AFTER" ? { gt: place.id } : { lt: place.id } }] });
  return { OR: ways };
}

/** Cells greater than the value, empty ones greatest of all, or smaller; null when there can be none. */
function furtherThan(register: Register, key: string, value: Value, upwards: boolean): object | null {
  if (value === null) return upwards ? null : { NOT: { [key]: null } };
  // Prisma compares truth values for being equal only.
  const compared =
    typeof value !== "boolean"
      ? { [key]: upwards ? { gt: value } : { lt: value } }
      : value === upwards
        ? null
        : { [key]: { equals: upwards } };
  if (!upwards || isAlwaysThere(register, key)) return compared;
  return compared ? { OR: [compared, { [key]: null }] } : { [key]: null };
}

type Value = string | number | boolean | Date | null;

/** Of what Prisma gives for a column that can be ordered by. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const given = value as string | number | boolean | Date | { toFixed(): string };
  if (given instanceof Date) return given.toISOString();
  // A decimal in full: its own spelling may use powers of ten.
  return typeof given === "object" ? given.toFixed() : String(given);
}

/** The value a place tells of, or a refusal of the request: a cursor comes from outside. */
function valueOf(column: Column | undefined, text: string | null): Value {
  if (text === null || column === undefined) return null;
  switch (column.type) {
    case "date":
    case "datetime":
      return sound(new Date(text), !Number.isNaN(Date.parse(text)));
    case "integer":
      return sound(Number(text), /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31);
    case "number":
      return sound(text, /^-?\d{1,100}(\.\d{1,100})?$/.test(text));
    case "boolean":
      return sound(text === "true", text === "true" || text === "false");
    default:
      return sound(text, !text.includes("\u0000"));
  }
}

function sound<V>(value: V, holds: boolean): V {
  if (!holds) throw new SaimeError("BAD_REQUEST", '"after" and "before" take a cursor of an earlier page.');
  return value;
}
