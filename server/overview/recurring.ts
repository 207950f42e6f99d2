import type { Actor } from "../../schema/api/context.ts";
import type { Recurring } from "../../schema/api/follow-types.ts";
import type { Store } from "../store/store.ts";
import { settingsOf } from "../sync/moment.ts";
import { readable } from "../sync/readable.ts";

const SHOWN = 20;

/**
 * Closed incidents that recur on one subject in one category, by the institution's threshold, and that neither name a
 * problem nor are met by an open one (domain.md, section 5). The most frequent first. Throws SaimeError FORBIDDEN.
 */
export async function recurringIncidents(store: Store, actor: Actor): Promise<readonly Recurring[]> {
  readable(actor, "problems");
  readable(actor, "incidents");
  const { recurring } = await settingsOf(store, actor.institutionId);
  return store.query<Recurring>(
    `select json_build_object('id', s.id, 'register', s.register, 'code', s.code, 'name', s.name) as subject,
            json_build_object('id', c.id, 'code', c.code, 'name', c.name) as category, i.count, i.first, i.last,
            to_json(i.incidents[1:${SHOWN}]) as incidents
     from (select subject, category, count(*)::int as count,
                  to_char(min(detected_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as first,
                  to_char(max(detected_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last,
                  array_agg(json_build_object('id', id, 'code', code, 'title', title) order by detected_at desc, id) as incidents
           from incident
           where institution_id = $1 and state = 'CLOSED' and problem is null and category is not null
             and detected_at >= now() - make_interval(days => $2)
           group by subject, category having count(*) >= $3) i
     join (select id, code, name, 'services' as register from service
           union all select id, code, name, 'resources' from resource) s on s.id = i.subject
     join category c on c.id = i.category
     where not exists (select from problem p where p.institution_id = $1 and p.subject = i.subject
                         and p.category = i.category and p.state not in ('CLOSED', 'CANCELLED'))
     order by i.count desc, i.last desc, s.code`,
    [actor.institutionId, recurring.days, recurring.incidents],
  );
}
