import type { Change, Facts, Setting, Subject } from "./facts.ts";
import { calendarAt, midnight, served, useOf } from "./time.ts";

/** What a subject lost: asked moment by moment who is down, from what is known of each alone. */

export interface Availability {
  /** Percent-seconds of service time: agreed without what was planned, and what of it the subject was there. */
  agreed: number;
  there: number;
  outages: number;
}

/** How much of a node is down at an instant, 0 … 100, its own and what it critically needs taken together. */
type ShareAt = (node: string, instant: number) => number;

function shareThrough(facts: Facts, own: ShareAt): ShareAt {
  const retired = new Map(facts.subjects.map(({ id, retiredAt }) => [id, retiredAt]));
  const share: ShareAt = (node, instant) => {
    let most = own(node, instant);
    const groups = new Map<string, number>();
    for (const { from, to, critical, group, retiredAt } of facts.dependencies) {
      const until = Math.min(retiredAt ?? Infinity, retired.get(to) ?? Infinity);
      if (from !== node || !critical || instant >= until) continue;
      const down = share(to, instant);
      if (group === null) most = Math.max(most, down);
      else groups.set(group, Math.min(groups.get(group) ?? 100, down));
    }
    return Math.max(most, ...groups.values());
  };
  return share;
}

const AUTHORISED_IN = ["AUTHORISED", "PLANNED", "IMPLEMENTING", "IMPLEMENTED", "REVIEWED", "CLOSED"];
const isAuthorised = ({ state, kind, authorisedAt, outageStart }: Change): boolean =>
  AUTHORISED_IN.includes(state) &&
  (kind === "STANDARD" || (authorisedAt !== null && outageStart !== null && authorisedAt <= outageStart));

/** Availability and outages of each subject in each month, by `id month`. */
export function availabilities(facts: Facts, setting: Setting): ReadonlyMap<string, Availability> {
  const { zone, asOf, months } = setting;
  const outages = facts.incidents
    .filter(({ state, outage }) => state !== "CANCELLED" && (outage === "FULL" || outage === "PARTIAL"))
    .map(({ subject, occurredAt, detectedAt, restoredAt, outage, share }) => ({
      ...{ subject, from: occurredAt ?? detectedAt, to: restoredAt ?? asOf },
      share: outage === "FULL" ? 100 : (share ?? 100),
    }));
  const windows = facts.changes
    .filter(isAuthorised)
    .flatMap(({ subjects, outageStart, outageEnd }) =>
      outageStart === null || outageEnd === null
        ? []
        : subjects.map((subject) => ({ subject, from: outageStart, to: outageEnd, share: 100 })),
    );
  const alone =
    (spans: typeof outages): ShareAt =>
    (node, instant) =>
      Math.max(
        0,
        ...spans
          .filter((one) => one.subject === node && one.from <= instant && instant < one.to)
          .map((one) => one.share),
      );
  const down = shareThrough(facts, alone(outages));
  const planned = shareThrough(facts, alone(windows));
  const bounds = new Set<number>([asOf]);
  for (const { from, to } of [...outages, ...windows]) bounds.add(from).add(to);
  for (const [from, to] of months) bounds.add(midnight(from, zone)).add(midnight(to, zone));
  for (const { validFrom, validTo } of facts.levels) {
    bounds.add(midnight(validFrom, zone));
    if (validTo !== null) bounds.add(midnight(validTo, zone));
  }
  for (const { retiredAt } of [...facts.subjects, ...facts.dependencies]) if (retiredAt !== null) bounds.add(retiredAt);
  for (const subject of facts.subjects) {
    const use = useOf(facts.levels, subject, setting);
    if (use) bounds.add(use.from).add(use.to);
  }
  const points = [...bounds].sort((a, b) => a - b);
  const found = new Map<string, Availability>();
  for (const subject of facts.subjects) addSubject(found, { facts, setting, points, down, planned }, subject);
  return found;
}

interface Asked {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly points: readonly number[];
  readonly down: ShareAt;
  readonly planned: ShareAt;
}

function addSubject(
  found: Map<string, Availability>,
  { facts, setting, points, down, planned }: Asked,
  subject: Subject,
) {
  const { zone, asOf, months } = setting;
  const use = useOf(facts.levels, subject, setting);
  if (!use) return;
  // An outage goes on while something is down; it counts in the month it began, where it touched service time in it.
  let began: number | null = null;
  let touched = false;
  points.forEach((from, at) => {
    const to = points[at + 1] ?? from;
    const share = down(subject.id, from);
    if (share === 0 || began === null) [began, touched] = [share === 0 ? null : from, false];
    if (to <= from || from < use.from || from >= Math.min(use.to, asOf)) return;
    const seconds = served(setting, calendarAt(facts.levels, subject, from, zone), from, to);
    if (seconds === 0 || planned(subject.id, from) > 0) return;
    const figure = figureAt(found, subject.id, from, setting);
    if (figure) {
      figure.agreed += 100 * seconds;
      figure.there += (100 - share) * seconds;
    }
    if (began !== null && !touched) {
      touched = true;
      const first = figureAt(found, subject.id, began, setting);
      if (first && first === figure) first.outages += 1;
    }
  });
  for (const [month] of months) {
    const figure = found.get(`${subject.id} ${month}`);
    if (figure?.agreed === 0) found.delete(`${subject.id} ${month}`);
  }
}

function figureAt(found: Map<string, Availability>, id: string, instant: number, { months, zone }: Setting) {
  const month = months.find(([from, to]) => midnight(from, zone) <= instant && instant < midnight(to, zone));
  if (!month) return null;
  const key = `${id} ${month[0]}`;
  const figure = found.get(key) ?? { agreed: 0, there: 0, outages: 0 };
  found.set(key, figure);
  return figure;
}
