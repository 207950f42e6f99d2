import type { Actor } from "../../schema/api/context.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { loadRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { Sql } from "../store/store.ts";
import type { StoredRow } from "../store/stored-row.ts";
import { seenBy } from "../sync/readable.ts";

/**
 * A row that the person may read, in stored cells; null where there is none or the person may not know of it. Throws
 * SaimeError UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function readableRow(sql: Sql, actor: Actor, key: string, id: string): Promise<StoredRow | null> {
  const { register, sight } = seenBy(actor, key);
  if (!isUuid(id)) return null;
  const rows = await loadRows(sql, register, "institution_id = $1 and id = $2", [actor.institutionId, id]);
  const [row] = (await seenOf(sql, register, sight, rows)).values();
  return row ?? null;
}
