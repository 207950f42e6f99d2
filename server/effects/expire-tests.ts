import type { Actor } from "../../schema/api/context.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { yearBefore } from "../../schema/registers/dates.ts";
import { stamp } from "../store/feed.ts";
import { NOBODY } from "../store/newcomers.ts";
import { loadRows } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { momentAt, settingsOf } from "../sync/moment.ts";
import { act } from "./act.ts";

/**
 * Puts continuity plans whose test is older than a year back to approved (domain.md, section 5), in every institution by
 * its own calendar: what the server does of itself, day by day. In the log nobody did it. Gives how many plans it was.
 */
export async function expireContinuityTests(store: Store): Promise<number> {
  let count = 0;
  for (const { id } of await store.query<{ id: string }>("select id from institution order by id"))
    count += await expireIn(store, id);
  return count;
}

async function expireIn(store: Store, institutionId: string): Promise<number> {
  const continuity = findRegister("continuity");
  if (!continuity) return 0;
  return store.transaction(async (sql) => {
    const actor: Actor = { personId: NOBODY, institutionId, name: "", roles: [] };
    const by = { institutionId, actor: NOBODY, ...(await stamp(sql)) };
    const moment = momentAt(by.at, await settingsOf(sql, institutionId), null);
    const plans = await loadRows(
      sql,
      continuity,
      "institution_id = $1 and state = 'TESTED' and last_test < $2::date",
      [institutionId, yearBefore(moment.today)],
      "order by id for update",
    );
    const acting = { sql, actor, moment, by: { ...by, batch: crypto.randomUUID(), part: 0 } };
    const old = [...plans.values()].map((current) => ({ id: current.id, current, cells: { state: "APPROVED" } }));
    return (await act(acting, continuity, old)).length;
  });
}
