import type { Actor } from "../../schema/api/context.ts";
import type { HistoryEntry } from "../../schema/sync/protocol.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { eventsOfRow } from "../store/events.ts";
import { loadRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { loadNames } from "./names.ts";
import { toCell } from "./stored.ts";
import { hiddenIn } from "./hidden.ts";
import { seenBy, withOwnColumns } from "./readable.ts";
import { changedCells, wantedIn } from "./wanted.ts";

/**
 * All changes of a row, newest first, those of personal data left out for whoever may not see them. Empty for a row that
 * the institution does not have or the actor does not see. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function history(store: Store, actor: Actor, key: string, row: string): Promise<readonly HistoryEntry[]> {
  const declared = seenBy(actor, key);
  if (!isUuid(row)) return [];
  return store.transaction(
    async (sql) => {
      const { register, sight } = await withOwnColumns(sql, actor, declared, { former: true });
      const rows = await loadRows(sql, register, "institution_id = $1 and id = $2", [actor.institutionId, row]);
      const [now] = (await seenOf(sql, register, sight, rows)).values();
      if (!now) return [];
      const hidden = (await hiddenIn(sql, register, actor, sight, [now]))(now);
      const events = await eventsOfRow(sql, actor.institutionId, key, row.toLowerCase());
      const wanted = wantedIn(register, [], changedCells(events));
      const names = await loadNames(sql, register, actor.institutionId, wanted);
      return events.map(({ version, at, by, kind, batch, changes }) => ({
        version,
        at,
        by,
        kind,
        batch,
        changes: Object.entries(changes).flatMap(([column, [from, to]]) =>
          hidden.has(column)
            ? []
            : {
                column,
                from: toCell(register.columns[column], from, names),
                to: toCell(register.columns[column], to, names),
              },
        ),
      }));
    },
    { readOnly: true },
  );
}
