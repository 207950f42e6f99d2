import type { Actor } from "../../schema/api/context.ts";
import type { Followed } from "../../schema/api/follow-types.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { stateLabel } from "../../schema/registers/lifecycle.ts";
import { targetsOf } from "../../schema/registers/targets.ts";
import { tableOf } from "../store/models.ts";
import { loadRows } from "../store/rows.ts";
import { seenOf } from "../store/sight.ts";
import type { Store } from "../store/store.ts";
import { seenBy } from "../sync/readable.ts";

/**
 * Where the record stands that an application opened: applicants are told so of their own ones, and nothing else of it
 * (domain.md, section 5). Null for an application that the actor does not see. Throws SaimeError FORBIDDEN.
 */
export async function followedRecord(store: Store, actor: Actor, application: string): Promise<Followed | null> {
  const { register, sight } = seenBy(actor, "applications");
  const rows = await loadRows(store, register, "institution_id = $1 and id = $2", [actor.institutionId, application]);
  const cells = (await seenOf(store, register, sight, rows)).get(application)?.cells;
  if (!cells || typeof cells["opened"] !== "string") return null;
  for (const key of targetsOf("opened")) {
    const log = findRegister(key);
    if (!log) continue;
    const [record] = await store.query<{ code: string; state: string }>(
      `select code, state from ${tableOf(key).table} where institution_id = $1 and id = $2`,
      [actor.institutionId, cells["opened"]],
    );
    if (record) return { code: record.code, state: stateLabel(log, record.state) };
  }
  return null;
}
