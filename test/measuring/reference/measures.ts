import type { MeasureKey } from "../../../schema/measuring/formulas.ts";
import { availabilities } from "./outages.ts";
import type { Application, Change, Facts, Incident, Level, Setting, Subject, Wait } from "./facts.ts";
import { addTo, calendarAt, dayAt, daysLater, levelAt, midnight, served, united, useOf, weekdayOf } from "./time.ts";

/** Every measure of domain.md, section 6, counted row by row from plain facts, apart from the product's SQL. */

export interface Counted {
  numerator: number;
  denominator: number;
  count: number;
  /** Single values, where a median is asked for; and seconds by the clock. */
  readonly values: number[];
  clock: number;
}

/** By `measure scope month`; the institution's scope is empty. */
export class Figures {
  readonly by = new Map<string, Counted>();

  add(
    measure: MeasureKey,
    scopes: readonly string[],
    month: string | null,
    numerator: number,
    denominator: number,
    count = denominator,
  ): void {
    if (month === null) return;
    for (const scope of new Set(scopes)) {
      const figure = this.at(measure, scope, month);
      figure.numerator += numerator;
      figure.denominator += denominator;
      figure.count += count;
    }
  }

  at(measure: MeasureKey, scope: string, month: string): Counted {
    const key = `${measure} ${scope} ${month}`;
    let figure = this.by.get(key);
    if (!figure) this.by.set(key, (figure = { numerator: 0, denominator: 0, count: 0, values: [], clock: 0 }));
    return figure;
  }
}

const HOUR = 3600;
const WHOLE = "";

/** Adds a case to the figures of its subjects and of the institution. */
export function count(figures: Figures, facts: Facts, setting: Setting): void {
  countOutages(figures, facts, setting);
  for (const incident of facts.incidents)
    if (incident.state !== "CANCELLED") countIncident(figures, facts, incident, setting);
  for (const change of facts.changes) countChange(figures, facts, change, setting);
  for (const application of facts.applications) countApplication(figures, facts, application, setting);
  countProblems(figures, facts, setting);
  countStanding(figures, facts, setting);
  countLines(figures, facts, setting);
}

const monthOf = (instant: number | null, { months, zone }: Setting): string | null =>
  instant === null
    ? null
    : (months.find(([from, to]) => midnight(from, zone) <= instant && instant < midnight(to, zone))?.[0] ?? null);

/** The instant at which a month is looked at: its end, or the moment of computing. */
const ends = ({ months, zone, asOf }: Setting) =>
  months.map(([from, to]) => ({
    month: from,
    end: Math.min(midnight(to, zone), asOf),
    last: Math.min(midnight(to, zone) - 1, asOf),
  }));

function countOutages(figures: Figures, facts: Facts, setting: Setting): void {
  const kinds = new Map(facts.subjects.map(({ id, kind }) => [id, kind]));
  for (const [key, { agreed, there, outages }] of availabilities(facts, setting)) {
    const [id = "", month = ""] = key.split(" ");
    const scopes = kinds.get(id) === "SERVICE" ? [id, WHOLE] : [id];
    figures.add("AVAILABILITY", scopes, month, there / 100 / HOUR, agreed / 100 / HOUR, outages);
    figures.add("MTBF", scopes, month, there / 100 / HOUR, outages);
  }
}

/** Seconds of service from an instant until another, without the waiting for which the level stops the clock. */
function worked(
  setting: Setting,
  level: Level | null,
  calendar: string | null,
  waits: readonly Wait[],
  from: number,
  to: number,
) {
  const pauses = waits
    .filter((wait) => level?.stops.includes(wait.for))
    .map((wait) => ({ from: Math.max(from, wait.from), to: Math.min(to, wait.to ?? setting.asOf) }));
  return united(pauses).reduce(
    (left, pause) => left - served(setting, calendar, pause.from, pause.to),
    served(setting, calendar, from, to),
  );
}

function countIncident(figures: Figures, facts: Facts, incident: Incident, setting: Setting): void {
  const { zone, asOf } = setting;
  const subject = facts.subjects.find(({ id }) => id === incident.subject) as Subject;
  const scopes = [subject.id, WHOLE];
  const { detectedAt, restoredAt, priority, waits } = incident;
  const month = monthOf(detectedAt, setting);
  const level = levelAt(facts.levels, subject.id, detectedAt, zone);
  const calendar = calendarAt(facts.levels, subject, detectedAt, zone);
  figures.add("INCIDENTS", scopes, month, 1, 0, 1);
  if (incident.major === true) figures.add("MAJOR_INCIDENTS", scopes, month, 1, 0, 1);
  const place = priority === null ? -1 : Number(priority.slice(1)) - 1;
  const taken = worked(setting, level, calendar, waits, detectedAt, restoredAt ?? asOf);
  const within = (minutes: number | null | undefined, seconds: number, done: boolean) =>
    minutes == null || (!done && seconds <= minutes * 60) ? null : seconds <= minutes * 60;
  const restored = within(level?.restore[place], taken, restoredAt !== null);
  if (restored !== null) figures.add("SLA_RESTORE", scopes, month, restored ? 1 : 0, 1);
  const reacted = reactionOf(facts, incident, subject, place, setting);
  if (reacted !== null) figures.add("SLA_REACT", scopes, month, reacted ? 1 : 0, 1);
  const restoredIn = monthOf(restoredAt, setting);
  if (restoredAt !== null && restoredIn !== null) {
    figures.add("MTRS", scopes, restoredIn, taken / HOUR, 1);
    for (const scope of scopes) {
      const figure = figures.at("MTRS", scope, restoredIn);
      figure.values.push(taken / HOUR);
      figure.clock += (restoredAt - detectedAt) / HOUR;
    }
  }
  const ended = endOf(incident);
  const endedIn = monthOf(ended, setting);
  figures.add("REOPENED", scopes, endedIn, (incident.reopened ?? 0) > 0 ? 1 : 0, 1);
  figures.add(
    "FIRST_LINE",
    scopes,
    endedIn,
    incident.resolvedLevel === "L0" || incident.resolvedLevel === "L1" ? 1 : 0,
    1,
  );
  figures.add("KNOWLEDGE_USED", scopes, endedIn, incident.knowledge.length > 0 ? 1 : 0, 1);
  for (const { month: standing, end } of ends(setting)) {
    if (detectedAt < end && (ended === null || ended >= end))
      figures.add("BACKLOG_AGE", scopes, standing, (end - detectedAt) / HOUR, 1);
    if (incident.resolution === "WORKAROUND" && ended !== null && restoredAt !== null && restoredAt < end) {
      const problem = facts.problems.find(({ id }) => id === incident.problem);
      const fixed = problem && ["RESOLVED", "CLOSED"].includes(problem.state) ? problem.resolvedAt : null;
      const old = daysLater(restoredAt, 30, zone) < end;
      const still = fixed === null || (fixed >= end && fixed > daysLater(restoredAt, 30, zone));
      figures.add("WORKAROUND_OPEN", scopes, standing, old && still ? 1 : 0, 1);
    }
  }
}

/** Whether people reacted in time, counted from the registration; null where that does not count. */
function reactionOf(
  facts: Facts,
  incident: Incident,
  subject: Subject,
  place: number,
  setting: Setting,
): boolean | null {
  const { registeredAt, reactedAt, restoredAt } = incident;
  if (registeredAt === null) return null;
  // Where it was restored and nobody noted when people reacted, nothing is known of the reaction.
  if (reactedAt === null && restoredAt !== null) return null;
  const minutes = levelAt(facts.levels, subject.id, registeredAt, setting.zone)?.react[place];
  const calendar = calendarAt(facts.levels, subject, registeredAt, setting.zone);
  const inTime = served(setting, calendar, registeredAt, reactedAt ?? setting.asOf) <= (minutes ?? 0) * 60;
  return minutes == null || (reactedAt === null && inTime) ? null : inTime;
}

const endOf = ({ state, resolvedAt, closedAt }: Incident): number | null =>
  state === "RESOLVED" || state === "CLOSED" ? (resolvedAt ?? closedAt) : null;

function countChange(figures: Figures, facts: Facts, change: Change, setting: Setting): void {
  const { implementedAt, registeredAt, outcome, plannedStart, plannedEnd } = change;
  if (implementedAt === null || !["IMPLEMENTED", "REVIEWED", "CLOSED"].includes(change.state)) return;
  const [month, scopes] = [monthOf(implementedAt, setting), [...change.subjects, WHOLE]];
  const caused = facts.incidents.some(({ causedBy, state }) => causedBy === change.id && state !== "CANCELLED");
  const good = (outcome === "SUCCESSFUL" || outcome === "SUCCESSFUL_WITH_DEVIATION") && !caused;
  const timely =
    plannedStart !== null && plannedEnd !== null && plannedStart <= implementedAt && implementedAt <= plannedEnd;
  figures.add("CHANGE_SUCCESS", scopes, month, good ? 1 : 0, 1);
  figures.add("CHANGE_ON_TIME", scopes, month, timely ? 1 : 0, 1);
  figures.add("CHANGE_EMERGENCY", scopes, month, change.kind === "EMERGENCY" ? 1 : 0, 1);
  figures.add("CHANGE_UNAUTHORISED", scopes, month, isUnauthorised(change, setting) ? 1 : 0, 1);
  if (registeredAt !== null) figures.add("CHANGE_LEAD_TIME", scopes, month, (implementedAt - registeredAt) / HOUR, 1);
}

/** Working days of the time that cases lie in: public holidays and days that the Cabinet moved (anchors.md). */
const OFF = new Set(
  "2025-11-17 2025-11-18 2025-12-24 2025-12-25 2025-12-26 2025-12-31 2026-01-01 2026-01-02 2026-04-03 2026-04-05 2026-04-06 2026-05-01 2026-05-04".split(
    " ",
  ),
);
const ON = new Set(["2025-11-08", "2026-01-17"]);
function workingDaysLater(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = addTo(at, { days: 1 });
    if (ON.has(at) || (weekdayOf(at) < 6 && !OFF.has(at))) left -= 1;
  }
  return at;
}

function isUnauthorised(
  { kind, template, authorisedAt, startedAt, implementedAt, experts, assessments }: Change,
  { zone, asOf }: Setting,
): boolean {
  const begun = startedAt ?? implementedAt ?? 0;
  if (kind === "STANDARD") return template === null;
  if (kind !== "EMERGENCY") return authorisedAt === null || authorisedAt > begun;
  // Both follow an emergency: somebody's assessment who was named for it, and the authorisation.
  const given = assessments.flatMap(({ expert, state, givenAt }) =>
    state === "GIVEN" && givenAt !== null && experts.includes(expert) ? [givenAt] : [],
  );
  const complete = authorisedAt === null || given.length === 0 ? asOf : Math.max(authorisedAt, Math.min(...given));
  return dayAt(complete, zone) > workingDaysLater(dayAt(begun, zone), 5);
}

function countApplication(figures: Figures, facts: Facts, application: Application, setting: Setting): void {
  const { state, service, fulfilledAt, closedAt, due, rating, kind, waits } = application;
  const received = application.receivedAt ?? application.registeredAt;
  const scopes = service === null ? [WHOLE] : [service, WHOLE];
  if (state === "CANCELLED") return;
  figures.add("COMPLAINTS", scopes, monthOf(received, setting), kind === "COMPLAINT" ? 1 : 0, 1);
  if (rating !== null)
    figures.add("SATISFACTION", scopes, monthOf(fulfilledAt ?? closedAt ?? received, setting), rating, 1);
  if (fulfilledAt === null || received === null || (state !== "FULFILLED" && state !== "CLOSED")) return;
  const month = monthOf(fulfilledAt, setting);
  const subject = facts.subjects.find(({ id }) => id === service);
  const level = levelAt(facts.levels, service, received, setting.zone);
  if (level && subject && level.fulfil !== null) {
    const calendar = calendarAt(facts.levels, subject, received, setting.zone);
    const inTime = worked(setting, level, calendar, waits, received, fulfilledAt) <= level.fulfil * 60;
    figures.add("REQUEST_ON_TIME", scopes, month, inTime ? 1 : 0, 1);
  } else if (due !== null) figures.add("REQUEST_ON_TIME", scopes, month, fulfilledAt <= due ? 1 : 0, 1);
}

function countProblems(figures: Figures, { problems }: Facts, setting: Setting): void {
  for (const { state, subject, registeredAt, knownErrorAt } of problems) {
    if (state === "CANCELLED" || registeredAt === null) continue;
    const due = daysLater(registeredAt, 30, setting.zone);
    if (knownErrorAt === null && due > setting.asOf) continue;
    const good = knownErrorAt !== null && knownErrorAt <= due;
    figures.add("PROBLEM_CAUSE_KNOWN", [subject, WHOLE], monthOf(registeredAt, setting), good ? 1 : 0, 1);
  }
}

/** How articles and resources stand at the end of each month. */
function countStanding(figures: Figures, { articles, subjects, levels }: Facts, setting: Setting): void {
  for (const { month, end, last } of ends(setting)) {
    const day = dayAt(last, setting.zone);
    for (const { publishedAt, retiredAt, reviewDue, subjects: about } of articles)
      if (publishedAt !== null && publishedAt < end && (retiredAt === null || retiredAt >= end))
        figures.add("KNOWLEDGE_FRESH", [...about, WHOLE], month, reviewDue === null || reviewDue > day ? 1 : 0, 1);
    for (const subject of subjects) {
      const use = subject.kind === "RESOURCE" ? useOf(levels, subject, setting) : null;
      if (!use || use.from >= end || (subject.retiredAt !== null && subject.retiredAt < end)) continue;
      const fresh = subject.verifiedOn !== null && subject.verifiedOn > addTo(day, { years: -1 });
      figures.add("CI_VERIFIED", [subject.id, WHOLE], month, fresh ? 1 : 0, 1);
    }
  }
}

function countLines(figures: Figures, { lines }: Facts, setting: Setting): void {
  const month = (from: string) => monthOf(midnight(from, setting.zone), setting);
  const current = lines.filter(({ state }) => state === "CURRENT");
  for (const { kind, about, periodFrom, used, available, budget, actual } of current) {
    if (kind === "CAPACITY" && used !== null && available !== null)
      figures.add("CAPACITY_USE", [about, WHOLE], month(periodFrom), used, available, 1);
    if (kind === "COST" && budget !== null && actual !== null)
      figures.add("BUDGET", [about, WHOLE], month(periodFrom), actual, budget, 1);
  }
  const money = current.filter(({ kind }) => kind !== "CAPACITY");
  for (const key of new Set(money.map(({ about, periodFrom, periodTo }) => `${about} ${periodFrom} ${periodTo}`))) {
    const [about = "", from = ""] = key.split(" ");
    const same = money.filter((one) => `${one.about} ${one.periodFrom} ${one.periodTo}` === key);
    const units = same.flatMap((one) => one.units ?? []);
    const costs = same.flatMap(({ kind, actual }) => (kind === "COST" && actual !== null ? [actual] : []));
    if (units.length > 0 && costs.length > 0)
      figures.add(
        "UNIT_COST",
        [about, WHOLE],
        month(from),
        costs.reduce((a, b) => a + b),
        Math.max(...units),
        costs.length,
      );
  }
}
