import type { Actor, EmergencyPaperwork } from "../../schema/api/context.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { addWorkingDays } from "../../schema/calendar/working-days.ts";
import { workingDaysOf } from "../calendar/calendars.ts";
import type { Store } from "../store/store.ts";
import { stamp } from "../store/feed.ts";
import { readable } from "../sync/readable.ts";
import { settingsOf } from "../sync/moment.ts";

interface Row {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly startedAt: string;
  readonly assessedAt: string | null;
  readonly authorisedAt: string | null;
}

/**
 * Emergency changes that were begun, each with the day by which assessment and authorisation must follow, and whether
 * they did: what is late counts as unauthorised (domain.md, section 4). Working days are
 * those of the institution (server/calendar/calendars.ts). Throws SaimeError FORBIDDEN.
 */
export async function emergencyPaperwork(store: Store, actor: Actor): Promise<EmergencyPaperwork> {
  readable(actor, "changes");
  const { timeZone, emergencyDays } = await settingsOf(store, actor.institutionId);
  const workingDays = await workingDaysOf(store, actor.institutionId);
  const rows = await store.query<Row>(
    `select c.id, c.code, c.title, c.started_at as "startedAt", c.authorised_at as "authorisedAt",
            (select min(a.given_at) from assessment a
             where a.change = c.id and a.state = 'GIVEN' and a.expert = any(c.experts)) as "assessedAt"
     from change c where c.institution_id = $1 and c.kind = 'EMERGENCY' and c.started_at is not null
     order by c.started_at desc, c.id`,
    [actor.institutionId],
  );
  const { at } = await store.transaction((sql) => stamp(sql));
  const today = dayOf(at, timeZone);
  const changes = rows.map((row) => {
    const due = addWorkingDays(workingDays, dayOf(row.startedAt, timeZone), emergencyDays);
    const [assessed, authorised] = [row.assessedAt, row.authorisedAt].map((one) => one && dayOf(one, timeZone));
    const last = assessed && authorised ? (assessed > authorised ? assessed : authorised) : null;
    return { ...row, due, complete: last !== null, late: (last ?? today) > due };
  });
  return { begun: changes.length, late: changes.filter(({ late }) => late).length, changes };
}
