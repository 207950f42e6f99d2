import { periodsBetween } from "../../schema/measuring/periods.ts";
import type { PeriodKind } from "../../schema/measuring/results.ts";
import type { Part } from "./parts.ts";
import type { Sql } from "../store/store.ts";

/** What one computation is about. */
export interface Frame {
  readonly institutionId: string;
  readonly kind: PeriodKind;
  /** First day of the first period, `YYYY-MM-DD`. */
  readonly from: string;
  /** An instant before all facts, epoch seconds. */
  readonly since: number;
  /** Civil time of the institution (IANA name). */
  readonly zone: string;
  /** The moment of computing, epoch seconds: what is open counts up to it, and the period it lies in is the last. */
  readonly asOf: number;
  readonly watermark: string;
  /** Instant at which it is computed, ISO 8601. */
  readonly computedAt: string;
  /** Whether only what stands in the temporary table `m_wanted (part, scope, p)` is computed. */
  readonly only: boolean;
}

/** A frame with its periods: `bounds[p - 1]` is where the period number `p` begins, epoch seconds; the last is its end. */
export interface Framed extends Frame {
  readonly days: readonly string[];
  readonly bounds: readonly number[];
}

/** Instants at which civil days begin in a zone, in order. */
async function midnights(sql: Sql, zone: string, days: readonly string[]): Promise<readonly number[]> {
  const rows = await sql.query<{ at: number }>(
    `select date_part('epoch', d::timestamp at time zone $2) as at from unnest($1::date[]) with ordinality as x(d, n) order by n`,
    [days, zone],
  );
  return rows.map(({ at }) => at);
}

/** Lays out the periods up to that of the moment of computing. */
export async function framed(sql: Sql, frame: Frame, today: string): Promise<Framed> {
  const periods = periodsBetween(frame.kind, frame.from, dayAfter(today));
  const days = periods.map(({ from }) => from);
  const bounds = await midnights(sql, frame.zone, [...days, periods.at(-1)?.to ?? frame.from]);
  return { ...frame, days, bounds };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);

/** SQL that gives the number of the period in which an instant (epoch seconds) lies; 0 before the first. */
export const periodNumber = ({ bounds }: Framed, instant: string): string =>
  `width_bucket(${instant}, array[${bounds.join(",")}]::float8[])`;

/** An instant of a column in epoch seconds. */
export const epoch = (column: string): string => `date_part('epoch', ${column})`;

/** SQL by which a query keeps to what is wanted of a part; `on` names its scope and its period's number. */
export const wantedOf = ({ only }: Frame, part: Part, scope: string, p: string): string =>
  only ? `join m_wanted w on w.part = '${part}' and w.scope = ${scope} and w.p = ${p}` : "";

/** A temporary table of this computation, made anew. */
export async function table(sql: Sql, name: string, select: string, values: readonly unknown[] = []): Promise<void> {
  await sql.query(`drop table if exists ${name}`);
  await sql.query(`create temporary table ${name} on commit drop as ${select}`, values);
  await sql.query(`analyze ${name}`);
}
