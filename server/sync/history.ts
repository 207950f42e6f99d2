import type { Actor } from "../../schema/api/context.ts";
import type { HistoryEntry } from "../../schema/sync/protocol.ts";
import { eventsOfRow } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import { loadNames } from "./names.ts";
import { UUID } from "./push.ts";
import { toCell } from "./stored.ts";
import { readable } from "./readable.ts";

/** All changes of a row, newest first. Empty for a row that the institution does not have. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export async function history(store: Store, actor: Actor, key: string, row: string): Promise<readonly HistoryEntry[]> {
  const register = readable(actor, key);
  if (!UUID.test(row)) return [];
  return store.transaction(
    async (sql) => {
      const names = await loadNames(sql, register, actor.institutionId);
      const events = await eventsOfRow(sql, actor.institutionId, key, row.toLowerCase());
      return events.map(({ version, at, by, kind, batch, changes }) => ({
        version,
        at,
        by,
        kind,
        batch,
        changes: Object.entries(changes).map(([column, [from, to]]) => ({
          column,
          from: toCell(register.columns[column], from, names),
          to: toCell(register.columns[column], to, names),
        })),
      }));
    },
    { readOnly: true },
  );
}
