import type { Register } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import { eventsSince } from "../store/events.ts";
import type { StoredRow } from "../store/stored-row.ts";
import type { Sql } from "../store/store.ts";
import type { Since, SinceByColumn } from "./plan-row.ts";

/**
 * What changed in each row after the version that the sheet knew, by column, out of the log. A row that the sheet
 * believes to be new but the register has is one whose reply was lost: it is known as it was created.
 */
export async function sinceBase(
  sql: Sql,
  register: Register,
  rows: readonly PushRow[],
  current: ReadonlyMap<string, StoredRow>,
): Promise<ReadonlyMap<string, SinceByColumn>> {
  const known = new Map<string, number>();
  for (const { row, base } of rows) {
    const found = current.get(row.toLowerCase());
    if (!found) continue;
    // A version beyond the row's own is of a state that a backup has replaced: nothing of the log is known to it.
    const at = base === null ? 1 : base > found.version ? 0 : base;
    if (found.version > at) known.set(found.id, Math.min(at, known.get(found.id) ?? at));
  }
  const since = new Map<string, Map<string, Since>>();
  for (const event of await eventsSince(sql, register.key, known)) {
    const columns = since.get(event.rowId) ?? new Map<string, Since>();
    since.set(event.rowId, columns);
    for (const [column, [from]] of Object.entries(event.changes)) {
      const earlier = columns.get(column);
      // The value that the sheet knew is the first one changed away from; who set the present one is the last to change it.
      columns.set(column, { base: earlier ? earlier.base : from, by: event.by, at: event.at });
    }
  }
  return since;
}
