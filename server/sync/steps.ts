import type { Actor } from "../../schema/api/context.ts";
import { offersOf, type StepOffer } from "../../schema/registers/offers.ts";
import { isUuid } from "../../schema/sync/uuid.ts";
import { loadHolders } from "../access/holders.ts";
import { rolesOn } from "../access/rights.ts";
import { Facts, factsOfSteps } from "../rules/open-facts.ts";
import { stamp } from "../store/feed.ts";
import { loadRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { momentAt, settingsOf } from "./moment.ts";
import { seenBy } from "./readable.ts";

/**
 * The steps open to a row from where it is, each with what stands in its way; none for a row that the institution
 * does not have or the actor does not see. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN.
 */
export async function steps(store: Store, actor: Actor, key: string, id: string): Promise<readonly StepOffer[]> {
  const { register, sight } = seenBy(actor, key);
  if (!register.lifecycle || !isUuid(id)) return [];
  return store.transaction(async (sql) => {
    const rows = await loadRows(sql, register, "institution_id = $1 and id = $2", [actor.institutionId, id]);
    const [row] = (await seenOf(sql, register, sight, rows)).values();
    if (!row) return [];
    const { at } = await stamp(sql);
    const moment = momentAt(at, await settingsOf(sql, actor.institutionId), actor.personId);
    const holders = await loadHolders(sql, register, actor.institutionId, [row.cells]);
    const asked = [{ id: row.id, before: row.cells, after: row.cells }];
    const facts = await Facts.open({ sql, register, actor, moment, rows: asked }, factsOfSteps(register, row.cells));
    const held = rolesOn(register, actor, row.cells, { id: row.id, holders });
    return offersOf(register, row.cells, { person: actor.personId, held, fact: facts.of(row.id, row.cells) }, moment);
  });
}
