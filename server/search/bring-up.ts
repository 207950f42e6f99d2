import { loadRows } from "../store/rows.ts";
import { SearchLog } from "../store/search-log.ts";
import type { StoredCells } from "../store/stored-row.ts";
import type { Store, WriteSql } from "../store/store.ts";
import { entryOf } from "./index-row.ts";
import { SEARCHED, type Searched } from "./searched.ts";

/** To be raised whenever words are cut, weighed or chosen otherwise: an index made by other rules answers wrongly. */
const RULES = 1;
const PORTION = 2_000;

interface Kept {
  readonly row: string;
  readonly category: string | null;
  readonly subjects: readonly string[];
  readonly edition: StoredCells;
}

/** Makes the index anew where it was made by other rules, or not at all. Gives whether it was. */
export async function bringSearchUp(store: Store): Promise<boolean> {
  return store.transaction(async (sql) => {
    // Servers that start together wait for one another.
    await sql.query("lock table search_made in exclusive mode");
    const [made] = await sql.query<{ rules: number }>("select rules from search_made");
    if (made?.rules === RULES) return false;
    const institutions = await sql.query<{ id: string }>("select id from institution");
    const kept = new Map<string, readonly Kept[]>();
    for (const { id } of institutions) kept.set(id, await keptOf(sql, id));
    await sql.query("delete from search_entry");
    await sql.query("delete from search_word");
    for (const { id } of institutions)
      for (const searched of SEARCHED) await index(sql, searched, id, searched.edition ? (kept.get(id) ?? []) : []);
    await sql.query("delete from search_made");
    await sql.query("insert into search_made values ($1)", [RULES]);
    return true;
  });
}

/** Editions of articles of which a new one is being written: only the index has them. */
const keptOf = (sql: WriteSql, institutionId: string): Promise<Kept[]> =>
  sql.query<Kept>(
    `select k.row_id as row, k.category, k.subjects, k.edition from search_knowledge k join article a on a.id = k.row_id
     where k.institution_id = $1 and a.state <> 'PUBLISHED'`,
    [institutionId],
  );

async function index(sql: WriteSql, searched: Searched, institutionId: string, kept: readonly Kept[]): Promise<void> {
  const { register, states } = searched;
  const state = register.lifecycle?.column ?? "state";
  let after = "00000000-0000-0000-0000-000000000000";
  for (let more = true; more;) {
    const rows = await loadRows(
      sql,
      register,
      `institution_id = $1 and id > $2::uuid and retired_at is null and ${state} = any($3::text[])`,
      [institutionId, after, states],
      `order by id limit ${PORTION}`,
    );
    const log = new SearchLog({ institutionId, register: register.key });
    for (const { id, cells } of rows.values()) {
      log.add(entryOf(searched, id, cells));
      if (id > after) after = id;
    }
    await log.append(sql);
    more = rows.size === PORTION;
  }
  const log = new SearchLog({ institutionId, register: register.key });
  for (const { row, edition, category, subjects } of kept)
    log.add(entryOf(searched, row, { ...edition, category, subjects }));
  await log.append(sql);
}
