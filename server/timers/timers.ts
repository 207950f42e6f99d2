import type { Actor } from "../../schema/api/context.ts";
import { ALWAYS } from "../../schema/calendar/always.ts";
import type { ServiceCalendar } from "../../schema/calendar/calendar.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { compileServiceTime, type ServiceTime } from "../../schema/calendar/service-time.ts";
import { dayOf } from "../../schema/registers/instants.ts";
import { WAITS_FOR } from "../../schema/registers/support-options.ts";
import type { Words } from "../../schema/registers/words.ts";
import type { Named, RowTimer, RowTimers } from "../../schema/timers/answers.ts";
import { timing, type TimerKind } from "../../schema/timers/timer.ts";
import { explain, type Pause } from "../../schema/timers/why.ts";
import { loadCalendars } from "../calendar/calendars.ts";
import { readableRow } from "../overview/readable-row.ts";
import { stamp } from "../store/feed.ts";
import type { StoredSpan } from "../store/spans.ts";
import type { Sql, Store } from "../store/store.ts";
import { secondOf, settingsOf } from "../sync/moment.ts";
import { turnsOf } from "./turns.ts";
import { factsOfTimers, hasTimers, type Level, type RowFacts } from "./facts.ts";

/** How far ahead of now a due time is looked for, in days. */
const AHEAD = 400;

interface Clock {
  readonly kind: TimerKind;
  readonly from: string;
  readonly to: string | null;
  readonly minutes: (level: Level, row: RowFacts) => number | null;
  readonly pausable: boolean;
}

const byPriority = (times: Level["restore"], { priority }: RowFacts) =>
  priority === null ? null : (times[priority] ?? null);

/** The timers that a row has (docs/time.md), none where it was cancelled. */
function clocksOf(register: string, row: RowFacts, spans: readonly StoredSpan[]): readonly Clock[] {
  if (row.state === "CANCELLED") return [];
  if (register === "applications") {
    const to = row.fulfilledAt ?? spans.findLast(({ state }) => state === "REJECTED")?.from ?? null;
    return [{ kind: "FULFILMENT", from: row.registeredAt, to, minutes: ({ fulfil }) => fulfil, pausable: true }];
  }
  const reaction: Clock = {
    ...{ kind: "REACTION", from: row.registeredAt, to: row.reactedAt, pausable: false },
    minutes: ({ react }) => byPriority(react, row),
  };
  const restoration: Clock = {
    ...{ kind: "RESTORATION", from: row.detectedAt ?? row.registeredAt, to: row.restoredAt, pausable: true },
    minutes: ({ restore }) => byPriority(restore, row),
  };
  return [reaction, restoration];
}

/** The level that was agreed and valid on a day; two never are. */
const levelOn = (levels: readonly Level[], day: string): Level | null =>
  levels.find(({ validFrom, validTo }) => (validFrom ?? "") <= day && (validTo === null || day < validTo)) ?? null;

const seconds = (instant: string): number => Date.parse(instant) / 1000;
const text = (epoch: number): string => new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, "Z");
const ended = (epoch: number | null): string | null => (epoch === null ? null : text(epoch));

function waiting(waitsFor: string | null): Words {
  const label = Object.hasOwn(WAITS_FOR, waitsFor ?? "") ? WAITS_FOR[waitsFor as keyof typeof WAITS_FOR].label : null;
  return { lv: `Gaida uz: ${label?.lv ?? "…"}`, en: `Waits for: ${label?.en ?? "…"}` };
}

/** Spans in which the level's clock stands; the one that lasts goes on. */
function pausesOf(spans: readonly StoredSpan[], level: Level | null): readonly Pause[] {
  return spans
    .filter(({ state, waitsFor }) => state === "PENDING" && level?.clockStops.includes(waitsFor ?? "") === true)
    .map(({ from, to, waitsFor }) => {
      return { from: seconds(from), to: to === null ? Infinity : seconds(to), forWhom: waiting(waitsFor) };
    });
}

/** Calendars compiled once, over all that the rows of one question reach. */
class Compiled {
  readonly #known = new Map<string, { readonly calendar: ServiceCalendar; readonly time: ServiceTime }>();
  readonly #calendars: ReadonlyMap<string, ServiceCalendar>;
  readonly #from: string;
  readonly #to: string;

  constructor(calendars: ReadonlyMap<string, ServiceCalendar>, from: string, to: string) {
    [this.#calendars, this.#from, this.#to] = [calendars, from, to];
  }

  of(id: string | null) {
    const known = this.#known.get(id ?? "");
    if (known) return known;
    const calendar = (id !== null && this.#calendars.get(id)) || ALWAYS;
    const made = { calendar, time: compileServiceTime(calendar, this.#from, this.#to) };
    this.#known.set(id ?? "", made);
    return made;
  }
}

/**
 * Timers of many rows, computed from their facts as they are; rows that there are not, and registers without timers,
 * have none. `now` is the server's.
 */
export async function timersOf(
  sql: Sql,
  institutionId: string,
  register: string,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RowTimer[]>> {
  if (!hasTimers(register) || rowIds.length === 0) return new Map();
  const { at } = await stamp(sql);
  const now = seconds(secondOf(at));
  const { timeZone } = await settingsOf(sql, institutionId);
  const { rows, spans, levels, calendars } = await factsOfTimers(sql, institutionId, register, rowIds);
  const named = await sql.query<Named>("select id, code, name from calendar where institution_id = $1", [
    institutionId,
  ]);
  const names = new Map(named.map((one) => [one.id, one]));
  const clocks = rows.map((row) => ({ row, its: clocksOf(register, row, spans.get(row.id) ?? []) }));
  const times = clocks.flatMap(({ its }) =>
    its.flatMap(({ from, to }) => [seconds(from), to === null ? now : seconds(to)]),
  );
  const [first, last] = times.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [now, now]);
  const compiled = new Compiled(
    await loadCalendars(sql, institutionId),
    addDays(text(first).slice(0, 10), -2),
    addDays(text(last).slice(0, 10), AHEAD),
  );
  const timerOf = (row: RowFacts, clock: Clock): RowTimer => {
    const subject = row.subject ?? "";
    const level = levelOn(levels.get(subject) ?? [], dayOf(clock.from, timeZone));
    const calendarId = level?.calendar ?? calendars.get(subject) ?? null;
    const { calendar, time } = compiled.of(calendarId);
    const pauses = clock.pausable ? pausesOf(spans.get(row.id) ?? [], level) : [];
    const target = level ? clock.minutes(level, row) : null;
    const from = seconds(clock.from);
    const to = clock.to === null ? null : seconds(clock.to);
    const deadline = clock.kind === "FULFILMENT" && row.due !== null ? seconds(row.due) : null;
    const agreed = target === null ? null : target * 60;
    const { due, warning, ...told } = timing(time, { from, to, target: agreed, pauses, deadline }, now);
    const stretch = { from, to: Math.max(from, to ?? now) };
    return {
      ...told,
      ...{ kind: clock.kind, from: clock.from, to: clock.to, priority: row.priority, target },
      calendar: names.get(calendarId ?? "") ?? null,
      level: level && { id: level.id, code: level.code, name: level.name },
      ...{ due: ended(due), warning: ended(warning) },
      pieces: explain(calendar, time, stretch, pauses, timeZone).map((piece) => {
        return { ...piece, from: text(piece.from), to: text(piece.to) };
      }),
    };
  };
  return new Map(clocks.map(({ row, its }) => [row.id, its.map((clock) => timerOf(row, clock))]));
}

/** Timers of a row that the person may read, and what happened underway; null where there is none or they may not know of it. Throws SaimeError UNKNOWN_REGISTER, FORBIDDEN. */
export async function timers(store: Store, actor: Actor, register: string, row: string): Promise<RowTimers | null> {
  const readable = await readableRow(store, actor, register, row);
  if (readable === null) return null;
  return store.transaction(async (sql) => {
    const its = (await timersOf(sql, actor.institutionId, register, [readable.id])).get(readable.id) ?? [];
    return { timers: its, turns: await turnsOf(sql, register, readable.id, its) };
  });
}
