import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { compileServiceTime, serviceSeconds } from "../../schema/calendar/service-time.ts";
import { putRow } from "../../test/support/put-rows.ts";
import { openTestStore } from "../../test/support/store.ts";
import { makeWorld, newRow, type World } from "../../test/support/world.ts";
import type { Store } from "../store/store.ts";
import { push } from "../sync/push.ts";
import { undo } from "../sync/undo.ts";
import { loadCalendars, workingDaysOf } from "./calendars.ts";
import { extendWindows } from "./windows.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

type Cells = Parameters<typeof newRow>[0];

/** Publishes one row as a portfolio owner; gives its id and batch. */
async function publish(register: string, cells: Cells, of?: { readonly id: string; readonly base: number }) {
  const batch = crypto.randomUUID();
  const row = of ? { row: of.id, base: of.base, cells } : newRow(cells);
  const answer = await push(store, world.portfolio, { register, batch, part: 0, rows: [row], dryRun: false });
  expect(answer.results[0]?.outcome, JSON.stringify(answer.results)).toBe("APPLIED");
  return { id: String(answer.results[0]?.id), batch };
}

const seconds = (text: string): number => Date.parse(text) / 1000;

/** Service seconds between two instants as SQL reckons them of the windows kept. */
async function kept(calendar: string, from: string, to: string): Promise<number> {
  const upTo = (place: string) =>
    `coalesce((select w.before_ + extract(epoch from least(${place}::timestamptz, w.to_) - w.from_)
               from service_window w where w.calendar_id = $1 and w.from_ <= ${place}::timestamptz
               order by w.from_ desc limit 1), 0)`;
  const [row] = await store.query<{ n: string }>(`select (${upTo("$3")} - ${upTo("$2")})::bigint as n`, [
    calendar,
    from,
    to,
  ]);
  return Number(row?.n);
}

/** Calendars noted as changed since the last look, with the instant from which. */
async function noted(): Promise<{ calendar: string; from: string }[]> {
  const rows = await store.query<{ calendar: string; from: string }>(
    `with gone as (delete from service_time_change returning *)
     select calendar_id as calendar, to_char(from_ at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as from from gone order by id`,
  );
  return rows;
}

const WEEK = {
  monday: "08:30–17:00",
  tuesday: "8.30-17",
  wednesday: "08:30–17:00",
  thursday: "08:30–17:00",
  friday: "08:30–17:00",
};
const LAW = { holidays: "LV", movedDays: true };

test("windows follow calendars, editions and exceptions in the same write, and tell what changed since when", async () => {
  const { id: calendar } = await publish("calendars", { name: "Darbdienās" });
  expect(await noted()).toEqual([]);
  const edition = await publish("calendarEditions", {
    ...WEEK,
    ...LAW,
    calendar: "Darbdienās",
    validFrom: "2020-01-01",
  });
  expect(await noted()).toEqual([{ calendar, from: "2020-01-02 06:30" }]);
  const day = 8.5 * 3_600;
  // Friday evening to Saturday the 17th, which stands for 2 January.
  expect(await kept(calendar, "2026-01-16T14:00:00Z", "2026-01-18T00:00:00Z")).toBe(3_600 + day);

  const { batch } = await publish("calendarDays", { calendar: "Darbdienās", day: "2026-01-17", why: "Slēgts" });
  expect(await noted()).toEqual([{ calendar, from: "2026-01-17 06:30" }]);
  expect(await kept(calendar, "2026-01-16T14:00:00Z", "2026-01-18T00:00:00Z")).toBe(3_600);
  // What came before is as it was, what comes after is counted on.
  const all = compileServiceTime(
    (await loadCalendars(store, world.portfolio.institutionId)).get(calendar) ?? { editions: [], exceptions: [] },
    "2000-01-01",
    "2027-01-01",
  );
  for (const [from, to] of [
    ["2019-12-01T00:00:00Z", "2026-12-01T00:00:00Z"],
    ["2026-03-01T00:00:00Z", "2026-04-15T11:22:33Z"],
  ] as const)
    expect(await kept(calendar, from, to)).toBe(serviceSeconds(all, seconds(from), seconds(to)));

  await undo(store, world.portfolio, "calendarDays", batch);
  expect(await noted()).toEqual([{ calendar, from: "2026-01-17 06:30" }]);
  expect(await kept(calendar, "2026-01-16T14:00:00Z", "2026-01-18T00:00:00Z")).toBe(3_600 + day);

  // Longer Fridays from a day on: only from then is it another time.
  await publish("calendarEditions", { validTo: "2026-06-01" }, { id: edition.id, base: 1 });
  await noted();
  await publish("calendarEditions", {
    ...WEEK,
    ...LAW,
    friday: "08:30–18:00",
    calendar: "Darbdienās",
    validFrom: "2026-06-01",
  });
  expect(await noted()).toEqual([{ calendar, from: "2026-06-01 05:30" }]);
  expect(await kept(calendar, "2026-06-05T00:00:00Z", "2026-06-06T00:00:00Z")).toBe(9.5 * 3_600);
});

test("an exception of all calendars bears on those that follow holidays, and on nobody else's", async () => {
  const hours = { monday: "00:00–24:00", holidays: "NONE", validFrom: "2020-01-01" };
  const { id: always } = await publish("calendars", { name: "Pirmdienās" });
  await publish("calendarEditions", { ...hours, calendar: "Pirmdienās" });
  const { id: office } = await publish("calendars", { name: "Birojs" });
  await publish("calendarEditions", { ...hours, holidays: "LV", calendar: "Birojs" });
  await noted();
  // A Monday.
  await publish("calendarDays", { day: "2026-03-02", why: "Pārcelta uz 7. martu" });
  expect((await noted()).map(({ calendar }) => calendar)).toContain(office);
  const on = (calendar: string) => kept(calendar, "2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z");
  expect([await on(always), await on(office)]).toEqual([7_200, 0]);
  expect((await loadCalendars(store, world.stranger.institutionId)).size).toBe(0);
});

test("windows are there at least two years ahead, and prolonging them changes no past", async () => {
  const id = await putRow(store, world.stranger, "calendars", { name: "24×7", state: "CURRENT" });
  const whole = "00:00–24:00";
  await putRow(store, world.stranger, "calendarEditions", {
    ...{ calendar: id, validFrom: "2000-01-01", holidays: "NONE", state: "CURRENT", timeZone: "UTC" },
    ...{
      monday: whole,
      tuesday: whole,
      wednesday: whole,
      thursday: whole,
      friday: whole,
      saturday: whole,
      sunday: whole,
    },
  });
  expect(await store.transaction(extendWindows)).toEqual([{ calendarId: id, from: seconds("2000-01-01") }]);
  expect(await store.transaction(extendWindows)).toEqual([]);
  const [window] = await store.query<{ to: string; far: boolean }>(
    `select to_char(to_ at time zone 'UTC', 'YYYY-MM-DD') as to, to_ > now() + interval '2 years' as far
     from service_window where calendar_id = $1`,
    [id],
  );
  expect(window?.far).toBe(true);
  // As if a year had gone by since.
  const earlier = addDays(String(window?.to), -365);
  await store.query("update service_window set to_ = $2::timestamptz where calendar_id = $1", [
    id,
    `${earlier}T00:00:00Z`,
  ]);
  expect(await store.transaction(extendWindows)).toEqual([{ calendarId: id, from: seconds(earlier) }]);
});

test("working days are those of the calendar marked for them, else the law's with the exceptions of all calendars", async () => {
  const here = world.portfolio.institutionId;
  expect((await workingDaysOf(store, here)).exceptions.map(({ day }) => day)).toEqual(["2026-03-02"]);
  expect((await workingDaysOf(store, here)).editions[0]?.week[5]).toEqual([]);
  const marked = await publish("calendars", { name: "Sestdienās", workingDays: true });
  await publish("calendarEditions", {
    calendar: "Sestdienās",
    validFrom: "2020-01-01",
    saturday: "9-12",
    holidays: "NONE",
  });
  expect((await workingDaysOf(store, here)).editions[0]?.week[5]).toEqual([{ from: 540, to: 720 }]);
  await publish("calendars", { state: "RETIRED", endReason: "Kļūda" }, { id: marked.id, base: 1 });
  expect((await workingDaysOf(store, here)).editions[0]?.week[5]).toEqual([]);
});
