import { periodOf } from "../../schema/measuring/periods.ts";
import type { Sql } from "../store/store.ts";

/** Service time is known from here on (server/calendar/windows.ts). */
const EARLIEST = "2000-01-01";

/** First day of the month with which figures begin: that of the first fact that logs and measurements tell of. */
export async function firstMonth(sql: Sql, institutionId: string, zone: string, today: string): Promise<string> {
  const [row] = await sql.query<{ day: string | null }>(
    `select (min(at) at time zone $2)::date::text as day
     from (select min(least(occurred_at, detected_at)) as at from incident where institution_id = $1
           union all select min(registered_at) from change where institution_id = $1
           union all select min(registered_at) from problem where institution_id = $1
           union all select min(least(received_at, registered_at)) from application where institution_id = $1
           union all select min(period_from)::timestamp at time zone $2 from capacity_plan where institution_id = $1
           union all select min(period_from)::timestamp at time zone $2 from finance_line where institution_id = $1) x`,
    [institutionId, zone],
  );
  return monthWithin(row?.day ?? today, today);
}

/** The same for what the log told of meanwhile (`m_told`); null where that tells of no time. */
export async function firstToldMonth(sql: Sql, zone: string, today: string): Promise<string | null> {
  const [row] = await sql.query<{ day: string | null }>(
    `select least(
       (select (min(val::timestamptz) at time zone $1)::date from m_told
        where register in ('incidents', 'changes', 'problems', 'applications') and col in ('occurredAt', 'detectedAt', 'registeredAt', 'receivedAt')),
       (select min(val::date) from m_told where register in ('capacity', 'finances') and col = 'periodFrom'))::text as day`,
    [zone],
  );
  return row?.day == null ? null : monthWithin(row.day, today);
}

const monthWithin = (day: string, today: string): string =>
  periodOf("MONTH", [[EARLIEST, day].sort().at(-1) ?? day, today].sort()[0] ?? day).from;
