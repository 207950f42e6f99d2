import { registers, type RegisterKey } from "../../schema/registers/catalogue.ts";
import { type Column, type ColumnType, type Register } from "../../schema/registers/register.ts";
import { type Prisma } from "./generated/client.ts";
import { sqlName } from "./sql-names.ts";

/**
 * How the columns of a register are kept. This file holds both halves: a compile-time proof that every declaration
 * has a Prisma model whose fields agree with its columns, and the names and types that SQL in sets needs.
 */

/** SQL types that columns of registers are kept in. */
export type SqlType =
  "text" | "text[]" | "uuid" | "uuid[]" | "date" | "integer" | "numeric" | "boolean" | "timestamptz";

/** The one table of data: the SQL type in which each type of column is kept. */
const KEPT_AS = {
  text: "text",
  link: "text",
  choice: "text",
  choices: "text[]",
  reference: "uuid",
  references: "uuid[]",
  date: "date",
  datetime: "timestamptz",
  integer: "integer",
  number: "numeric",
  boolean: "boolean",
} as const satisfies Record<ColumnType, SqlType>;

/** What Prisma gives for each SQL type. */
interface Given {
  text: string;
  "text[]": string[];
  uuid: string;
  "uuid[]": string[];
  date: Date;
  integer: number;
  numeric: Prisma.Decimal;
  boolean: boolean;
  timestamptz: Date;
}

/** Fields that every register's model has besides its columns. */
interface SystemFields {
  id: string;
  institutionId: string;
  version: number;
  feed: bigint;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedBy: string;
  retiredAt: Date | null;
  /** Cells of the institution's own columns, by key; empty ones are left out (schema/registers/custom.ts). */
  custom: Prisma.JsonValue;
}

export interface TableColumn {
  /** Name in SQL; letters, digits and underscores only, so it needs no quotes. */
  readonly name: string;
  readonly type: SqlType;
}
export interface Table {
  readonly table: string;
  /** By the register's column key, in declared order. */
  readonly columns: Readonly<Record<string, TableColumn>>;
}

const tables = new Map<string, Table>(
  Object.values<Register>(registers).map((register) => [
    register.key,
    {
      table: sqlName(register.type),
      columns: Object.fromEntries(
        Object.entries<Column>(register.columns).map(([key, { type }]) => [
          key,
          { name: sqlName(key), type: KEPT_AS[type] },
        ]),
      ),
    },
  ]),
);

/** The table that keeps the register `key`, and its columns by column key. Throws on a key the catalogue lacks. */
export function tableOf(key: string): Table {
  const table = tables.get(key);
  if (!table) throw new Error(`no register ${key} is declared, so no table keeps it`);
  return table;
}

// The proof. A mismatch makes the constant at the end an error whose text names the register, column and both types.
type Declared = typeof registers;
type Models = Prisma.TypeMap["model"];
type Fields<R extends Register> = R["type"] extends keyof Models
  ? Models[R["type"]]["payload"]["scalars"]
  : Record<never, never>;
/** Columns that a stored row always has: the required ones, its code and its state. */
type Always<R extends Register> =
  | R["code"]["column"]
  | (R extends { lifecycle: { column: infer State } } ? State : never)
  | { [K in keyof R["columns"]]: R["columns"][K] extends { required: true } ? K : never }[keyof R["columns"]];
type Expected<R extends Register, K extends keyof R["columns"]> =
  | Given[(typeof KEPT_AS)[R["columns"][K]["type"]]]
  | (K extends Always<R> ? never : R["columns"][K]["type"] extends "choices" | "references" ? never : null);
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type ColumnMismatch<R extends Register> = {
  [K in keyof R["columns"]]: K extends keyof Fields<R>
    ? Same<Expected<R, K>, Fields<R>[K]> extends true
      ? never
      : { register: R["key"]; column: K; declared: Expected<R, K>; inPrisma: Fields<R>[K] }
    : { register: R["key"]; column: K; declared: Expected<R, K>; inPrisma: "no such field" };
}[keyof R["columns"]];
type SystemMismatch<R extends Register> =
  Same<SystemFields, Pick<Fields<R>, keyof SystemFields & keyof Fields<R>>> extends true
    ? never
    : { register: R["key"]; systemFields: SystemFields; inPrisma: Fields<R> };
type Undeclared<R extends Register> = {
  [F in Exclude<keyof Fields<R>, keyof R["columns"] | keyof SystemFields>]: { register: R["key"]; undeclaredField: F };
}[Exclude<keyof Fields<R>, keyof R["columns"] | keyof SystemFields>];
type Mismatch = {
  [K in RegisterKey]: ColumnMismatch<Declared[K]> | SystemMismatch<Declared[K]> | Undeclared<Declared[K]>;
}[RegisterKey];

/** True, or the build fails: every declared register agrees with its Prisma model. */
export const declarationsAgreeWithPrisma: [Mismatch] extends [never] ? true : Mismatch = true;
