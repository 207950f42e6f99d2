import { ALWAYS } from "../../schema/calendar/always.ts";
import { compileServiceTime, serviceSecondsWithout } from "../../schema/calendar/service-time.ts";
import { STATE_WORKING_DAYS } from "../../schema/calendar/working-days.ts";
import { MEASURE_KEYS } from "../../schema/measuring/formulas.ts";
import { readFigures } from "../../server/measuring/read.ts";
import { recomputeAll, refreshFigures } from "../../server/measuring/refresh.ts";
import { changeFacts } from "../measuring/change-facts.ts";
import { generate, type Size } from "../measuring/generate.ts";
import { median, type Report } from "./bench.ts";
import { inBothHouses, type House } from "./house.ts";
import { seeded } from "./service-rows.ts";

const LINES = ["figures.full.vs_scan", "figures.incremental", "figures.query"];
export const names = ["worktime", ...LINES, ...LINES.map((line) => `${line}.embedded`)];

/** The embedded database, which has one thread and keeps no more in memory than it must, holds a twentieth. */
const SIZES: Record<"" | ".embedded", Size> = {
  "": { incidents: 1_000_000, changes: 100_000, services: 2_000, resources: 1_000, years: 5 },
  ".embedded": { incidents: 50_000, changes: 5_000, services: 100, resources: 50, years: 5 },
};

/**
 * On 1,000,000 incidents, 100,000 changes and 2,000 services over 5 years (embedded: a twentieth of it):
 * `figures.full.vs_scan`: computing and keeping every measure by service, resource, institution and month, over one
 * plain GROUP BY of the incident table by service and month in the same run; `figures.incremental` s: bringing figures
 * up to date after 1,000 changed incidents, all over the five years; `figures.query` ms: what the KPI page asks, 26
 * measures of the institution and of one service over 24 months, the median of 20. `worktime`: millions of service times
 * between two instants, less a pause, that are reckoned in a second.
 */
export async function run(report: Report): Promise<void> {
  report("worktime", workTime(), "M/s");
  await inBothHouses(async (house, suffix) => measure(house, suffix, report));
}

async function measure({ store, world }: House, suffix: "" | ".embedded", report: Report): Promise<void> {
  const { institutionId } = world.portfolio;
  const say = (text: string) => console.error(`figures${suffix}: ${text}`);
  await generate(store, world.portfolio, SIZES[suffix], {
    seed: 1,
    until: new Date(Date.now() - 60_000).toISOString(),
  });
  const scans: number[] = [];
  for (let turn = 0; turn < 3; turn++)
    scans.push(
      await timed(() =>
        store.query(
          `select subject, date_trunc('month', detected_at, 'Europe/Riga'), count(*) from incident where institution_id = $1 group by 1, 2`,
          [institutionId],
        ),
      ),
    );
  const full = await timed(() => store.transaction((sql) => recomputeAll(sql, institutionId)));
  say(`all figures ${full.toFixed(0)} ms, plain scans ${scans.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  report(`figures.full.vs_scan${suffix}`, full / median(scans), "x");

  await changeFacts(store, world.portfolio, { incidents: 1_000, others: 0, seed: 1 });
  let recomputed = 0;
  const incremental = await timed(async () => {
    ({ recomputed } = await refreshFigures(store, institutionId));
  });
  say(`${recomputed} figures of touched periods in ${incremental.toFixed(0)} ms`);
  report(`figures.incremental${suffix}`, incremental / 1_000, "s");

  const [service] = await store.query<{ id: string }>("select id from service where institution_id = $1 limit 1", [
    institutionId,
  ]);
  const scopes = [
    { kind: "INSTITUTION", id: null },
    { kind: "SERVICE", id: service?.id ?? null },
  ] as const;
  const asks = MEASURE_KEYS.map((key) => ({
    measure: key,
    scopes,
    period: "MONTH" as const,
    from: "2024-12-01",
    to: "2026-12-01",
  }));
  const queries: number[] = [];
  for (let turn = 0; turn < 20; turn++) queries.push(await timed(() => readFigures(store, institutionId, asks)));
  report(`figures.query${suffix}`, median(queries), "ms");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Half by office hours, half at all hours. */
function workTime(): number {
  const random = seeded(3);
  const calendars = [STATE_WORKING_DAYS, ALWAYS].map((calendar) =>
    compileServiceTime(calendar, "2020-01-01", "2027-01-01"),
  );
  const [from, to] = [Date.parse("2020-02-01T00:00:00Z") / 1_000, Date.parse("2026-11-01T00:00:00Z") / 1_000];
  const asked = Array.from({ length: 100_000 }, () => {
    const start = from + Math.floor(random() * (to - from));
    const end = start + Math.floor(random() * 20 * 86_400);
    return { start, end, pauses: [{ from: start + (end - start) / 4, to: start + (end - start) / 2 }] };
  });
  let sum = 0;
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < 1_000)
    for (const time of calendars)
      for (const { start, end, pauses } of asked) {
        sum += serviceSecondsWithout(time, start, end, pauses);
        count++;
      }
  if (!(sum > 0)) throw new Error("no service time was reckoned");
  return count / (performance.now() - started) / 1_000;
}
