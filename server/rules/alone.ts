import { findRegister } from "../../schema/registers/catalogue.ts";
import { tableOf } from "../store/models.ts";
import type { StoredCell, StoredCells } from "../store/stored-row.ts";
import { inSentence, type FactLoader } from "./fact.ts";

interface Stands {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
}
const EVER = ["0000-00-00", "9999-99-99"] as const;

/**
 * A fact about rows that must stand alone: of those in `states`, no two with the same `columns` may have overlapping
 * days (half open; an empty end is open), or be there at all where `days` is left out. Rows of one write are held
 * against each other too.
 */
export function standsAlone(of: {
  readonly register: string;
  readonly columns: readonly string[];
  readonly states: readonly string[];
  readonly days?: readonly [from: string, to: string];
}): FactLoader {
  return async ({ sql, institutionId, rows }) => {
    // Two writers that do not see each other's rows would both find theirs alone.
    await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 4))", [`${institutionId}/${of.register}`]);
    const { table, columns } = tableOf(of.register);
    const register = findRegister(of.register);
    const state = register?.lifecycle?.column ?? "state";
    const name = (key: string) => columns[key]?.name ?? key;
    const keys = rows.map(({ after }) => keyOf(after, of.columns));
    const days = (of.days ?? []).map((key) => `to_char(${name(key)}, 'YYYY-MM-DD')`);
    const found = await sql.query<{ id: string; key: string; code: string; first: string | null; last: string | null }>(
      `select id, code, key, first, last from (
         select id, code, concat_ws(' ', ${of.columns.map((key) => `coalesce(${name(key)}::text, '-')`).join(", ")}) as key,
                ${days[0] ?? "null"} as first, ${days[1] ?? "null"} as last
         from ${table} where institution_id = $1 and ${name(state)} = any($2)) standing
       where key = any($3)`,
      [institutionId, of.states, keys],
    );
    const standing = new Map<string, Stands>(
      found.map(({ id, key, code, first, last }) => [id, { key, code, from: first ?? EVER[0], to: last ?? EVER[1] }]),
    );
    const read = (after: StoredCells): Stands => ({
      key: keyOf(after, of.columns),
      code: text(after["code"]),
      from: text(after[of.days?.[0] ?? ""]) || EVER[0],
      to: text(after[of.days?.[1] ?? ""]) || EVER[1],
    });
    return {
      broken: ({ id, after }) => {
        if (!of.states.includes(text(after[state]))) return null;
        const mine = read(after);
        const others = [...standing].filter(
          ([other, one]) => other !== id && one.key === mine.key && one.from < mine.to && mine.from < one.to,
        );
        return others.length === 0 ? null : { names: inSentence(others.map(([, one]) => one.code || "…")) };
      },
      took: ({ id, after }) => {
        if (of.states.includes(text(after[state]))) standing.set(id, read(after));
        else standing.delete(id);
      },
    };
  };
}

const text = (cell: StoredCell | undefined): string => (cell === undefined || cell === null ? "" : String(cell));
const keyOf = (after: StoredCells, columns: readonly string[]): string =>
  columns.map((key) => text(after[key]) || "-").join(" ");
