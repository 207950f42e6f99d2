import type { Cell } from "../../schema/registers/register.ts";

/**
 * Volvo IT's incident log (BPI Challenge 2013) read as incidents of ours: an event is a line, an incident all lines of
 * one number. What the log does not say (urgency, what was done) is given one plain value, and never guessed at.
 */

type Cells = Readonly<Record<string, Cell>>;
interface Event {
  readonly at: string;
  readonly status: string;
  readonly sub: string;
  readonly team: string;
  readonly line: string;
  readonly impact: string;
  readonly product: string;
}

const IMPACTS: Readonly<Record<string, string>> = { Major: "I1", High: "I2", Medium: "I3", Low: "I4" };

/** The state that an incident's last event leaves it in. What waits for neither recipient nor supplier is being resolved. */
const STATES: Readonly<Record<string, string>> = {
  Unmatched: "REGISTERED",
  "Awaiting Assignment": "CLASSIFIED",
  Assigned: "DIAGNOSING",
  "In Progress": "RESOLVING",
  Wait: "RESOLVING",
  "Wait - Implementation": "RESOLVING",
  "Wait - User": "PENDING",
  "Wait - Customer": "PENDING",
  "Wait - Vendor": "PENDING",
  // Solved while the recipient was on the phone.
  "In Call": "RESOLVED",
  Resolved: "RESOLVED",
  Closed: "CLOSED",
  Cancelled: "CANCELLED",
};

/** Incidents of the log, in the order of their first events; `person` is named as who worked on all of them. */
export function* readIncidents(csv: string, person: string): Iterable<Cells> {
  const [heading = "", ...lines] = csv.replace(/^\uFEFF/, "").split(/\r?\n/);
  const place = (name: string) => {
    const at = heading.split(",").indexOf(name);
    if (at < 0) throw new Error(`the file has no column ${name}`);
    return at;
  };
  const [number, when, status, sub] = ["SR Number", "Change Date+Time", "Status", "Sub Status"].map(place);
  const [team, line, impact, product] = ["Involved ST", "Involved Org line 3", "SR Latest Impact", "Product"].map(
    place,
  );
  const incidents = new Map<string, Event[]>();
  for (const text of lines) {
    if (text === "") continue;
    // The log has neither quotes nor commas within its cells.
    const cells = text.split(",");
    const cell = (at: number | undefined) => cells[at ?? -1] ?? "";
    const at = `${new Date(cell(when)).toISOString().slice(0, 19)}Z`;
    const event = { at, status: cell(status), sub: cell(sub), team: cell(team), line: cell(line) };
    const events = incidents.get(cell(number)) ?? [];
    events.push({ ...event, impact: cell(impact), product: cell(product) });
    incidents.set(cell(number), events);
  }
  for (const [key, events] of incidents) {
    events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const [first, last] = [events[0], events.at(-1)];
    if (first && last) yield incidentOf(key, events, first, last, person);
  }
}

function incidentOf(key: string, events: readonly Event[], first: Event, last: Event, person: string): Cells {
  const state = STATES[last.sub];
  if (state === undefined) throw new Error(`${key}: the log has a status that nothing here knows, ${last.sub}`);
  const registered: Cells = {
    title: `${key} ${last.product}`,
    subject: last.product,
    source: "PERSON",
    detectedAt: first.at,
    registeredAt: first.at,
    state,
  };
  if (state === "REGISTERED") return registered;
  if (state === "CANCELLED") return { ...registered, cancelReason: "Cancelled" };
  const classified: Cells = {
    ...registered,
    category: last.line,
    impact: IMPACTS[last.impact] ?? null,
    urgency: "U3",
    outage: "NONE",
    major: false,
    reactedAt: (events.find((event) => event.status === "Accepted") ?? first).at,
    ...(state !== "CLASSIFIED" && { assignee: person }),
  };
  if (state === "PENDING") return { ...classified, ...waitOf(events, last) };
  if (state !== "RESOLVED" && state !== "CLOSED") return classified;
  // A reopened incident is resolved by the first completion after the last of its work.
  const worked = events.findLastIndex(({ status }) => status !== "Completed");
  const resolvedAt = (events[worked + 1] ?? last).at;
  const level = /2nd|3rd/.test(last.team) ? "L2" : "L1";
  const resolved: Cells = {
    ...classified,
    ...{ restoredAt: resolvedAt, resolvedAt, resolution: "FIX", workDone: last.sub },
    ...{ resolvedLevel: level, resolver: person },
    // Some were completed before anybody had accepted them, or after the last acceptance.
    reactedAt: String(classified["reactedAt"]) > resolvedAt ? resolvedAt : (classified["reactedAt"] ?? null),
  };
  if (state === "RESOLVED") return resolved;
  const closed = events.slice(worked + 1).find(({ sub }) => sub === "Closed") ?? last;
  return { ...resolved, confirmed: true, closedAt: closed.at, closedBy: person };
}

function waitOf(events: readonly Event[], last: Event): Cells {
  const before = events.findLastIndex(({ sub }) => sub !== last.sub);
  return {
    waitsFor: last.sub === "Wait - Vendor" ? "SUPPLIER" : "RECIPIENT",
    waitsSince: (events[before + 1] ?? last).at,
  };
}
