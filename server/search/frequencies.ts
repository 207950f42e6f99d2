import { literal } from "../store/copy.ts";
import type { Sql, Store } from "../store/store.ts";
import type { Searched } from "./searched.ts";

/** How common stems are among what is found of a register, judged by a sample. */
export interface Frequencies {
  /** About how many entries there are, of all institutions. */
  readonly entries: number;
  /** About the share of them that hold the stem, above 0 and at most 1. */
  share(stem: string): number;
}

/** Pages of the table that are looked at; each holds some twenty entries. */
const PAGES = 100;
/** Milliseconds for which a sample is good: what is common today is so tomorrow. */
const FRESH = 600_000;

const kept = new WeakMap<Store, Map<string, { readonly until: number; readonly frequencies: Promise<Frequencies> }>>();

/** Frequencies in the register, sampled anew now and then. */
export function frequenciesOf(store: Store, searched: Searched): Promise<Frequencies> {
  const all = kept.get(store) ?? new Map<string, { until: number; frequencies: Promise<Frequencies> }>();
  kept.set(store, all);
  const known = all.get(searched.table);
  if (known && known.until > Date.now()) return known.frequencies;
  const entry = { until: Date.now() + FRESH, frequencies: sample(store, searched.table) };
  all.set(searched.table, entry);
  entry.frequencies.then(
    // A small table grows to many times its size quickly; to look at it again costs nothing.
    ({ entries }) => (entry.until = Date.now() + Math.min(FRESH, entries * 100)),
    () => all.delete(searched.table),
  );
  return entry.frequencies;
}

async function sample(sql: Sql, table: string): Promise<Frequencies> {
  const [size] = await sql.query<{ pages: number }>("select (pg_relation_size($1::regclass) / 8192)::int as pages", [
    table,
  ]);
  const percent = Math.min(100, (100 * PAGES) / Math.max(1, size?.pages ?? 1));
  const picked = `from ${table} tablesample system (${percent}) repeatable (1)`;
  const [count] = await sql.query<{ n: number }>(`select count(*)::int as n ${picked}`);
  const sampled = count?.n ?? 0;
  const rows = await sql.query<{ word: string; n: number }>(
    `select word, ndoc as n from ts_stat(${literal(`select words ${picked}`)}) where ndoc > 1`,
  );
  const counts = new Map(rows.map(({ word, n }) => [word, n]));
  return {
    entries: Math.round((100 * sampled) / percent),
    share: (stem) => Math.min(1, (counts.get(stem) ?? 0.5) / Math.max(1, sampled)),
  };
}
