import type { Actor, LinkedRow } from "../../schema/api/context.ts";
import { findRegister, registers } from "../../schema/registers/catalogue.ts";
import type { Column, Register } from "../../schema/registers/register.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { sightOf } from "../access/sight.ts";
import { tableOf } from "../store/models.ts";
import { rowsSeen } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { readableRow } from "./readable-row.ts";
import { titleExpression, titleWords } from "./titles.ts";

/** Rows told of one column; the rest is counted. */
const TOLD = 20;

type Row = Omit<LinkedRow, "title" | "columnLabel"> & { readonly title: string };

/**
 * Records linked to a row, both ways: those it refers to and those that refer to it, as far as the person may read
 * them; people are left out, since the row itself names them. Empty for a row that there is not. Throws SaimeError
 * UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function links(store: Store, actor: Actor, key: string, id: string): Promise<readonly LinkedRow[]> {
  const row = await readableRow(store, actor, key, id);
  const register = findRegister(key);
  if (!row || !register) return [];
  const selects = [
    ...referenceColumns(register, actor).flatMap(([column, declared]) => {
      const ids = idsIn(row.cells[column]);
      return ids.length === 0 ? [] : targetsOf(declared.to).flatMap((to) => outward(to, column, ids, actor));
    }),
    ...Object.values<Register>(registers).flatMap((other) =>
      referenceColumns(other, actor).flatMap(([column, declared]) =>
        targetsOf(declared.to).includes(key) ? inward(other, column, declared.type === "references", actor) : [],
      ),
    ),
  ];
  if (selects.length === 0) return [];
  const found = await store.query<Row>(selects.join(" union all "), [actor.institutionId, row.id]);
  return found.map((one) => {
    const of = findRegister(one.register);
    const declared = (one.direction === "OUT" ? register : of)?.columns[one.column];
    return {
      ...one,
      title: of ? titleWords(of, one.title) : { lv: one.title, en: one.title },
      columnLabel: declared?.label ?? { lv: one.column, en: one.column },
    };
  });
}

type Reference = Extract<Column, { readonly type: "reference" | "references" }>;

/** Columns that refer to other records and that everyone who reads the register sees. */
function referenceColumns(register: Register, actor: Actor): readonly (readonly [string, Reference])[] {
  const all = sightOf(register, actor)?.personal === "ALL";
  return Object.entries(register.columns).flatMap(([key, column]) =>
    (column.type === "reference" || column.type === "references") && column.to !== "people" && (all || !column.personal)
      ? [[key, column] as const]
      : [],
  );
}

const outward = (to: string, column: string, ids: readonly string[], actor: Actor): readonly string[] => {
  const register = findRegister(to);
  return register
    ? select(
        register,
        "OUT",
        column,
        `t.id in (${ids.map((one) => `'${one}'::uuid`).join(", ")}) and $2::uuid is not null`,
        actor,
      )
    : [];
};

function inward(register: Register, column: string, many: boolean, actor: Actor): readonly string[] {
  const name = tableOf(register.key).columns[column]?.name ?? column;
  return select(register, "IN", column, many ? `t.${name} @> array[$2::uuid]` : `t.${name} = $2::uuid`, actor);
}

function select(
  register: Register,
  direction: "IN" | "OUT",
  column: string,
  where: string,
  actor: Actor,
): readonly string[] {
  const sight = sightOf(register, actor);
  if (!sight) return [];
  const { table } = tableOf(register.key);
  return [
    `(select '${register.key}' as register, '${direction}' as direction, '${column}' as "column", t.id, t.code,
             ${titleExpression(register)} as title, t.retired_at is not null as retired, count(*) over ()::int as total
      from ${table} t where t.institution_id = $1 and ${where} and ${rowsSeen(register, sight)}
      order by t.retired_at is not null, t.created_at desc, t.id limit ${TOLD})`,
  ];
}
