import { findRegister } from "../../schema/registers/catalogue.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { tableOf } from "./models.ts";
import type { Sql } from "./store.ts";

/** A row as other rows' cells name it. */
export interface Referable {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The register it is of. */
  readonly register: string;
}

/** Which rows of registers that are named by code are asked for: by code as typed, or by id. */
export interface Wanted {
  readonly texts: readonly string[];
  readonly ids: readonly string[];
}

interface Target {
  readonly register: string;
  readonly table: string;
  readonly code: string;
  readonly name: string;
}

function targetOf(key: string): Target {
  const register = findRegister(key);
  if (!register) throw new Error(`a column refers to ${key}, which nothing keeps`);
  const { table, columns } = tableOf(key);
  const name = (column: string) => columns[column]?.name ?? column;
  return { register: key, table, code: name(register.code.column), name: name(register.title) };
}

/** Whether the rows that a column refers to are known by code alone: there may be very many, so they are asked for one by one. */
export function isNamedByCode(to: string): boolean {
  return targetsOf(to).every((key) => findRegister(key)?.namedBy === "code");
}

/**
 * What of the institution a column referring to `to` may name: everything, or, where rows are named by code, those
 * that are `wanted`. In the order of codes.
 */
export async function referables(
  sql: Sql,
  to: string,
  institutionId: string,
  wanted: Wanted = { texts: [], ids: [] },
): Promise<Referable[]> {
  const few = isNamedByCode(to);
  if (few && wanted.texts.length === 0 && wanted.ids.length === 0) return [];
  const selects = targetsOf(to)
    .map(targetOf)
    .map(
      ({ register, table, code, name }) =>
        `select id, ${code} as code, ${name} as name, '${register}' as register from ${table} where institution_id = $1${
          few ? ` and (${code} = any($2) or id = any($3::uuid[]))` : ""
        }`,
    );
  const texts = [...new Set(wanted.texts.flatMap((text) => [text, text.toLocaleUpperCase("lv")]))];
  return sql.query<Referable>(
    `${selects.join(" union all ")} order by code`,
    few ? [institutionId, texts, wanted.ids] : [institutionId],
  );
}

/**
 * An SQL expression for the label of the row, or rows, that a column of `t` refers to, for registers named by code:
 * the code, or a list of codes.
 */
export function codeExpression(to: string, column: string, many: boolean): string {
  const targets = targetsOf(to).map(targetOf);
  const one = (id: string) => {
    const codes = targets.map(({ table, code }) => `(select r.${code} from ${table} r where r.id = ${id})`);
    return codes.length === 1 ? (codes[0] ?? "null") : `coalesce(${codes.join(", ")})`;
  };
  return many
    ? `array(select ${one("u.id")} from unnest(t.${column}) with ordinality u(id, at) order by u.at)`
    : one(`t.${column}`);
}

/** The label by which each is known, by id: its name, with the code after it where several bear the name; or its code alone. */
export function labelsOf(all: readonly Referable[]): ReadonlyMap<string, string> {
  const bearers = new Map<string, number>();
  for (const { name } of all) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(
    all.map(({ id, code, name, register }) => {
      if (findRegister(register)?.namedBy === "code") return [id, code];
      return [id, (bearers.get(name) ?? 0) > 1 ? `${name} (${code})` : name];
    }),
  );
}
