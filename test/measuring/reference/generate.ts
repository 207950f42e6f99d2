import type {
  Application,
  Calendar,
  Change,
  Dependency,
  Facts,
  Incident,
  Level,
  Line,
  Setting,
  Subject,
  Wait,
} from "./facts.ts";
import { addTo, instantOf } from "./time.ts";

/** Random landscapes over both changes of the clock, the same for the same seed. */

/** Numbers in [0, 1): mulberry32. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Chance {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = numbers(seed);
    for (let warm = 0; warm < 5; warm++) this.#next();
  }
  to(most: number): number {
    return Math.floor(this.#next() * (most + 1));
  }
  yes(share = 0.5): boolean {
    return this.#next() < share;
  }
  of<One>(list: readonly One[]): One {
    return list[this.to(list.length - 1)] as One;
  }
  maybe<One>(make: () => One, share = 0.5): One | null {
    return this.yes(share) ? make() : null;
  }
  times<One>(most: number, make: (at: number) => One): One[] {
    return Array.from({ length: this.to(most) }, (_, at) => make(at));
  }
  id(): string {
    const hex = Array.from({ length: 32 }, () => this.to(15).toString(16)).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** Months from this one on hold all that happened. */
export const FIRST_MONTH = "2025-08-01";
const FIRST_DAY = "2025-09-01";
export const LAST_DAY = "2026-05-10";
const WORK = [
  ["08:30", "12:00"],
  ["12:30", "17:00"],
] as const;
const ALL_DAY = [["00:00", "24:00"]] as const;
const NIGHT = [
  ["00:00", "02:00"],
  ["05:00", "06:30"],
  ["22:00", "24:00"],
] as const;
const EARLY = [["01:00", "06:00"]] as const;

/** Calendars that differ in what is hard: breaks, midnights, nights in which the clock is changed, editions, exceptions. */
export function calendarsOf(chance: Chance): readonly Calendar[] {
  const weekdays = (windows: Calendar["days"][number]["windows"]) => [1, 2, 3, 4, 5].map(() => windows);
  const ever = { validFrom: "2025-06-01", validTo: "2026-12-01" };
  const calendar = (editions: Calendar["editions"], days: Calendar["days"] = []) => ({
    id: chance.id(),
    editions,
    days,
  });
  return [
    calendar(
      [{ ...ever, week: [...weekdays(WORK), [], []] }],
      [
        { day: "2025-12-24", windows: [] },
        { day: "2026-01-17", windows: WORK },
      ],
    ),
    calendar([{ ...ever, week: [...weekdays(ALL_DAY), ALL_DAY, ALL_DAY] }]),
    calendar([{ ...ever, week: [...weekdays(NIGHT), NIGHT, EARLY] }]),
    calendar([
      { validFrom: "2025-06-01", validTo: "2026-02-01", week: [...weekdays([["09:00", "17:00"]]), [], []] },
      { validFrom: "2026-02-01", validTo: "2026-12-01", week: [...weekdays([["10:00", "19:00"]]), EARLY, []] },
    ]),
  ];
}

/** One case: a few services on a few resources, and what happened to them. */
export function caseOf(chance: Chance, { zone, asOf, calendars }: Setting): Facts {
  const start = instantOf(FIRST_DAY, "00:00", zone) - 20 * 24 * 3600;
  // Some of it is on the hours in which the clock is changed, and on the edges of months.
  const edges = ["2025-10-26", "2026-03-29", "2026-01-01", "2026-03-01"].map((day) => instantOf(day, "00:00", zone));
  const instant = (): number => {
    const at = chance.yes(0.25)
      ? chance.of(edges) + (chance.to(24 * 60) - 12 * 60) * 60
      : start + chance.to((asOf - start) / 60 - 1) * 60;
    return Math.min(at, asOf - 60);
  };
  const after = (at: number, hours: number): number => at + (1 + chance.to(hours * 60)) * 60;
  /** What lies after now has not happened. */
  const past = (at: number): number | null => (at < asOf ? at : null);
  const day = () => addTo(FIRST_DAY, { days: chance.to(240) - 10 });
  const calendar = () => chance.maybe(() => chance.of([...calendars.keys()]), 0.7);

  const subjects = ["SERVICE", "SERVICE", "RESOURCE", "RESOURCE", "RESOURCE"].map((kind, at): Subject => {
    const service = kind === "SERVICE";
    const retired = at > 0 && chance.yes(0.1);
    return {
      ...{ id: chance.id(), kind: service ? "SERVICE" : "RESOURCE", calendar: service ? calendar() : null },
      stage: retired ? "RETIRED" : chance.yes(0.9) ? "DELIVERING" : "PLANNING",
      deliveredSince: service ? chance.maybe(day, 0.5) : null,
      delivering: chance.maybe(() => (chance.yes() ? start : instant()), 0.8),
      retiredAt: retired ? instant() : null,
      verifiedOn: service ? null : chance.maybe(() => addTo(day(), { days: -chance.to(500) }), 0.8),
    };
  });
  const [one, other, ...resources] = subjects.map(({ id }) => id) as [string, string, ...string[]];
  const pairs = [
    [one, other],
    ...resources.flatMap((to) => [
      [one, to],
      [other, to],
    ]),
    [resources[0], resources[1]],
    [resources[1], resources[2]],
  ];
  const dependencies = (pairs as [string, string][]).flatMap(([from, to]): Dependency[] =>
    chance.yes(0.5)
      ? [
          {
            from,
            to,
            critical: chance.yes(0.85),
            group: chance.maybe(() => "A", 0.4),
            retiredAt: chance.maybe(instant, 0.15),
          },
        ]
      : [],
  );
  const levels = subjects.flatMap(({ id }): Level[] => {
    if (chance.yes(0.3)) return [];
    const minutes = () => chance.maybe(() => 30 * (1 + chance.to(60)), 0.8);
    const level = (validFrom: string, validTo: string | null): Level => ({
      ...{ subject: id, validFrom, validTo, state: chance.yes(0.9) ? "AGREED" : "DRAFT", calendar: calendar() },
      ...{ restore: [minutes(), minutes(), minutes(), minutes()], react: [minutes(), minutes(), minutes(), minutes()] },
      ...{ fulfil: minutes(), stops: chance.of([[], ["RECIPIENT"], ["SUPPLIER"], ["RECIPIENT", "SUPPLIER"]]) },
    });
    const turn = day();
    return chance.yes()
      ? [
          level("2025-07-01", turn),
          level(
            turn,
            chance.maybe(() => addTo(turn, { days: 60 }), 0.3),
          ),
        ]
      : [level(day(), null)];
  });
  const waitsIn = (from: number, to: number | null): readonly Wait[] =>
    chance
      .times(3, (): Wait => {
        const began = from - 3600 + chance.to(72 * 60) * 60;
        const until = after(began, 30);
        return {
          from: began,
          to: to === null && until >= asOf ? null : Math.min(until, asOf),
          for: chance.of(["RECIPIENT", "SUPPLIER"]),
        };
      })
      .filter(({ from: began, to: until }) => began < asOf && (until === null || began < until));
  const problems = chance.times(2, () => {
    const registeredAt = instant();
    const resolved = past(after(registeredAt, 2000));
    return {
      ...{
        id: chance.id(),
        subject: chance.of(subjects).id,
        state:
          resolved === null ? chance.of(["CLASSIFIED", "CANCELLED"]) : chance.of(["RESOLVED", "CLOSED", "CLASSIFIED"]),
      },
      ...{
        registeredAt: chance.yes(0.9) ? registeredAt : null,
        knownErrorAt: chance.maybe(() => past(after(registeredAt, 1400)), 0.7),
      },
      resolvedAt: resolved,
    };
  });
  const changes = chance.times(3, (): Change => {
    const [registeredAt, authorised] = [instant(), instant()];
    const startedAt = past(after(registeredAt, 100));
    const implementedAt = startedAt === null ? null : past(after(startedAt, 20));
    const outage = instant();
    const experts = [chance.id(), chance.id()];
    return {
      ...{ id: chance.id(), subjects: [...new Set(chance.times(2, () => chance.of(subjects).id)), one], registeredAt },
      ...{ kind: chance.of(["STANDARD", "NORMAL", "EMERGENCY"]), template: chance.maybe(() => chance.id()), experts },
      state:
        implementedAt === null
          ? chance.of(["CLASSIFIED", "PLANNED", "CANCELLED", "IMPLEMENTING"])
          : chance.of(["IMPLEMENTED", "REVIEWED", "CLOSED"]),
      authorisedAt: chance.maybe(() => chance.of([registeredAt + 60, after(registeredAt, 300), authorised]), 0.8),
      ...{ plannedStart: chance.maybe(() => registeredAt), plannedEnd: after(registeredAt, 200) },
      outageStart: chance.yes(0.7) ? outage : null,
      outageEnd: after(outage, 30),
      ...{ startedAt: chance.yes(0.8) ? startedAt : null, implementedAt },
      outcome:
        implementedAt === null ? null : chance.of(["SUCCESSFUL", "SUCCESSFUL_WITH_DEVIATION", "FAILED", "ROLLED_BACK"]),
      assessments: chance.times(2, () => ({
        ...{ expert: chance.of([...experts, chance.id()]), state: chance.of(["GIVEN", "GIVEN", "DRAFT"]) },
        givenAt: past(after(registeredAt, 260)),
      })),
    };
  });
  const incidents = chance.times(8, (): Incident => {
    const detectedAt = instant();
    const restoredAt = chance.yes(0.8) ? past(after(detectedAt, chance.of([2, 24, 24, 100, 900]))) : null;
    const done = restoredAt !== null && chance.yes(0.85);
    const resolvedAt = done ? Math.min(after(restoredAt, 10), asOf - 30) : null;
    const outage = chance.of(["FULL", "FULL", "PARTIAL", "NONE", null] as const);
    return {
      ...{ id: chance.id(), subject: chance.of(subjects).id, detectedAt, restoredAt, resolvedAt, closedAt: resolvedAt },
      state: done
        ? chance.of(["RESOLVED", "CLOSED"])
        : chance.of(["CLASSIFIED", "DIAGNOSING", "PENDING", "DIAGNOSING", "CANCELLED"]),
      registeredAt: chance.maybe(() => Math.min(detectedAt + chance.to(200) * 60, restoredAt ?? asOf), 0.9),
      occurredAt: chance.maybe(() => detectedAt - chance.to(300) * 60, 0.4),
      reactedAt: chance.maybe(() => Math.min(after(detectedAt, 10), restoredAt ?? asOf), 0.7),
      ...{ priority: chance.maybe(() => chance.of(["P1", "P2", "P3", "P4"]), 0.9), outage },
      share: outage === "PARTIAL" ? 1 + chance.to(98) : null,
      ...{ major: chance.maybe(() => chance.yes()), reopened: chance.maybe(() => chance.to(2)) },
      resolvedLevel: done ? chance.of(["L0", "L1", "L2", null]) : null,
      knowledge: chance.yes(0.3) ? [chance.id()] : [],
      resolution: done ? chance.of(["FIX", "WORKAROUND", "WORKAROUND"]) : null,
      problem: chance.maybe(() => problems[0]?.id ?? null, 0.5),
      causedBy: chance.maybe(() => changes[0]?.id ?? null, 0.3),
      waits: waitsIn(detectedAt, restoredAt),
    };
  });
  const applications = chance.times(5, (): Application => {
    const receivedAt = instant();
    const fulfilledAt = chance.yes(0.7) ? past(after(receivedAt, 120)) : null;
    return {
      ...{
        id: chance.id(),
        service: chance.maybe(() => chance.of([one, other]), 0.9),
        kind: chance.of(["INFORMATION", "COMPLAINT", "SERVICE_REQUEST"]),
      },
      state:
        fulfilledAt === null ? chance.of(["IN_PROGRESS", "CANCELLED", "REJECTED"]) : chance.of(["FULFILLED", "CLOSED"]),
      ...{ receivedAt: chance.yes(0.7) ? receivedAt : null, registeredAt: receivedAt + 60, fulfilledAt },
      closedAt: fulfilledAt === null ? null : chance.maybe(() => Math.min(after(fulfilledAt, 48), asOf - 60)),
      ...{ due: chance.maybe(() => after(receivedAt, 100)), rating: chance.maybe(() => 1 + chance.to(4)) },
      waits: waitsIn(receivedAt, fulfilledAt),
    };
  });
  const articles = chance.times(2, () => {
    const publishedAt = chance.maybe(instant, 0.8);
    return {
      ...{ subjects: [...new Set(chance.times(2, () => chance.of(subjects).id))], publishedAt },
      ...{
        reviewDue: chance.maybe(day, 0.7),
        retiredAt: publishedAt === null ? null : chance.maybe(() => past(after(publishedAt, 2000)), 0.3),
      },
    };
  });
  const lines = chance.times(6, (): Line => {
    const kind = chance.of(["CAPACITY", "COST", "COST", "INCOME"] as const);
    const periodFrom = addTo(FIRST_DAY, { days: chance.to(7) * 30 });
    const amount = () => chance.maybe(() => 1 + chance.to(500), 0.8);
    return {
      ...{ about: kind === "CAPACITY" ? (resources[0] as string) : chance.of([one, other]), kind, periodFrom },
      ...{ state: chance.yes(0.9) ? "CURRENT" : "RETIRED", periodTo: addTo(periodFrom, { days: 30 }) },
      ...{ used: kind === "CAPACITY" ? amount() : null, available: kind === "CAPACITY" ? amount() : null },
      ...{ budget: amount(), actual: amount(), units: amount() },
    };
  });
  return { subjects, dependencies, levels, incidents, problems, changes, applications, articles, lines };
}
