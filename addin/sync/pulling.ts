import type { RegisterKey } from "../../schema/registers/catalogue.ts";
import { sameFields, withCustomFields, type CustomField } from "../../schema/registers/custom.ts";
import type { Cell, Register } from "../../schema/registers/register.ts";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { declaration, stopIfCancelled, type SyncContext, tell } from "./context.ts";
import type { ServerRow } from "./merge.ts";
import { ServerError } from "./server.ts";
import type { Work } from "./service.ts";

/** All pages of a pull together. `full`: rows not among them are not in the register. */
export interface Pulled {
  readonly rows: ReadonlyMap<string, ServerRow>;
  readonly cursor: string;
  readonly full: boolean;
  /** The institution's own columns: `cells` of the rows are in the order of the register with these. */
  readonly fields: readonly CustomField[];
}

/** A pull asked before the sheet is read, so that the server is at work meanwhile. It holds good for the cursor it was asked with. */
export interface Ahead {
  readonly cursor: string | null;
  readonly pulled: Promise<Pulled>;
}

/** Asks for what changed since the base copy in memory; null while there is none. Tells no progress. */
export function pullAhead(context: SyncContext, key: RegisterKey, work?: Work): Ahead | null {
  const known = context.stores.get(key);
  if (!known || known.fresh) return null;
  const { cursor } = known.meta;
  const pulled = pullAll(context, key, cursor, work?.signal ? { signal: work.signal } : undefined);
  // Whoever awaits it hears of its failure; when the sheet cannot be read nobody does.
  pulled.catch(() => undefined);
  return { cursor, pulled };
}

/** Pulls every page since `cursor`; a cursor the server no longer knows makes it the whole picture. */
export async function pullAll(
  context: SyncContext,
  key: RegisterKey,
  cursor: string | null,
  work?: Work,
): Promise<Pulled> {
  const rows = new Map<string, ServerRow>();
  let since = cursor;
  let full = false;
  let fields: readonly CustomField[] = [];
  for (let first = true; ; first = false) {
    stopIfCancelled(work);
    let page: PullPage;
    try {
      page = await context.server.pull(key, since, work?.signal);
    } catch (error) {
      if (first && since !== null && error instanceof ServerError && error.code === "BAD_REQUEST") {
        since = null;
        page = await context.server.pull(key, null, work?.signal);
      } else throw error;
    }
    // Fields that changed between two pages change what the first rows are.
    if (!first && !sameFields(fields, page.fields ?? [])) return pullAll(context, key, cursor, work);
    fields = page.fields ?? [];
    full ||= page.full;
    for (const row of rowsOf(withCustomFields(declaration(key), fields), page)) rows.set(row.id, row);
    tell(work, "PULL", rows.size, rows.size);
    if (!page.more) return { rows, cursor: page.cursor, full, fields };
    since = page.cursor;
  }
}

/** A page's matrix by column as rows with cells in declared order; a column the page lacks is empty. */
function rowsOf(register: Register, page: PullPage): ServerRow[] {
  const column = (name: string) => page.values[page.columns.indexOf(name)];
  const ids = (column("id") ?? []) as readonly string[];
  const versions = (column("version") ?? []) as readonly number[];
  const retired = (column("retired") ?? []) as readonly boolean[];
  const cells = Object.keys(register.columns).map((key) => column(key) as readonly Cell[] | undefined);
  return ids.map((id, row) => ({
    id,
    version: versions[row]!,
    retired: retired[row] === true,
    cells: cells.map((values) => values?.[row] ?? null),
  }));
}
