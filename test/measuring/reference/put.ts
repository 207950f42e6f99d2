import { findRegister } from "../../../schema/registers/catalogue.ts";
import { rebuildWindows } from "../../../server/calendar/windows.ts";
import { tableOf } from "../../../server/store/models.ts";
import type { Sql, Store } from "../../../server/store/store.ts";
import type { Calendar, Facts, Line } from "./facts.ts";

/** Writes cases into the database as their rows, many at once and past every rule. */

interface Row {
  readonly id: string;
  readonly retiredAt?: number | null;
  readonly cells: Readonly<Record<string, unknown>>;
}

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant * 1000).toISOString().replace(".000Z", "Z");
const text = (windows: readonly (readonly [string, string])[]): string | null =>
  windows.length === 0 ? null : windows.map(([from, to]) => `${from}–${to}`).join(", ");

let given = 0;
async function putAll(sql: Sql, institutionId: string, key: string, rows: readonly Row[]): Promise<void> {
  const register = findRegister(key);
  if (!register) throw new Error(`there is no register ${key}`);
  if (rows.length === 0) return;
  const { table, columns } = tableOf(key);
  const used = Object.entries(columns).filter(
    ([one, { type }]) => one === "code" || type.endsWith("[]") || rows.some(({ cells }) => one in cells),
  );
  await sql.query(
    `insert into ${table} (id, institution_id, version, feed, created_at, created_by, updated_at, updated_by, retired_at,
                           ${used.map(([, { name }]) => name).join(", ")})
     select id, $2::uuid, 1, 0, now(), $2::uuid, now(), $2::uuid, retired_at, ${used.map(([, { name, type }]) => (type.endsWith("[]") ? `coalesce(${name}, '{}')` : name)).join(", ")}
     from json_to_recordset($1::json) as x(id uuid, retired_at timestamptz, ${used.map(([, { name, type }]) => `${name} ${type}`).join(", ")})`,
    [
      JSON.stringify(
        rows.map(({ id, retiredAt = null, cells }) => ({
          ...{ id, retired_at: iso(retiredAt) },
          ...Object.fromEntries(used.map(([one, { name }]) => [name, one === "code" ? `T-${++given}` : cells[one]])),
        })),
      ),
      institutionId,
    ],
  );
}

const id = (): string => crypto.randomUUID();
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export async function putCalendars(store: Store, institutionId: string, calendars: readonly Calendar[]): Promise<void> {
  await putAll(
    store,
    institutionId,
    "calendars",
    calendars.map((one) => ({ id: one.id, cells: { name: one.id, state: "CURRENT" } })),
  );
  const editions = calendars.flatMap((one) =>
    one.editions.map(({ validFrom, validTo, week }) => ({
      id: id(),
      cells: {
        ...{ calendar: one.id, validFrom, validTo, holidays: "NONE", state: "CURRENT" },
        ...Object.fromEntries(DAYS.map((day, at) => [day, text(week[at] ?? [])])),
      },
    })),
  );
  await putAll(store, institutionId, "calendarEditions", editions);
  const days = calendars.flatMap((one) =>
    one.days.map(({ day, windows }) => ({
      id: id(),
      cells: { calendar: one.id, day, hours: text(windows), why: "Izņēmums", state: "CURRENT" },
    })),
  );
  await putAll(store, institutionId, "calendarDays", days);
  await store.transaction((sql) =>
    rebuildWindows(
      sql,
      institutionId,
      calendars.map((one) => one.id),
    ),
  );
}

export async function putCases(sql: Sql, institutionId: string, cases: readonly Facts[]): Promise<void> {
  const all = <One>(list: (facts: Facts) => readonly One[]): readonly One[] => cases.flatMap(list);
  const put = (register: string, rows: readonly Row[]) => putAll(sql, institutionId, register, rows);
  const subjects = all((facts) => facts.subjects);
  for (const [kind, register] of [
    ["SERVICE", "services"],
    ["RESOURCE", "resources"],
  ] as const)
    await put(
      register,
      subjects
        .filter((one) => one.kind === kind)
        .map(({ id: row, stage, calendar, deliveredSince, verifiedOn, retiredAt }) => ({
          ...{ id: row, retiredAt },
          cells: { name: row, stage, ...(kind === "SERVICE" ? { calendar, deliveredSince } : { verifiedOn }) },
        })),
    );
  await put(
    "dependencies",
    all((facts) => facts.dependencies).map(({ retiredAt, ...cells }) => ({
      ...{ id: id(), retiredAt, cells: { ...cells, state: retiredAt === null ? "CURRENT" : "RETIRED" } },
    })),
  );
  await put(
    "serviceLevels",
    all((facts) => facts.levels).map(({ restore, react, ...level }) => ({
      id: id(),
      cells: {
        ...{
          title: "Līmenis",
          subject: level.subject,
          validFrom: level.validFrom,
          validTo: level.validTo,
          state: level.state,
        },
        ...{ agreedWith: "Vadība", calendar: level.calendar, fulfil: level.fulfil, clockStops: level.stops },
        ...Object.fromEntries(restore.map((minutes, at) => [`restoreP${at + 1}`, minutes])),
        ...Object.fromEntries(react.map((minutes, at) => [`reactP${at + 1}`, minutes])),
      },
    })),
  );
  await put(
    "problems",
    all((facts) => facts.problems).map(({ id: row, registeredAt, knownErrorAt, resolvedAt, ...cells }) => ({
      id: row,
      cells: {
        ...cells,
        title: "Problēma",
        registeredAt: iso(registeredAt),
        knownErrorAt: iso(knownErrorAt),
        resolvedAt: iso(resolvedAt),
      },
    })),
  );
  const changes = all((facts) => facts.changes);
  await put(
    "changes",
    changes.map(({ id: row, subjects: about, kind, state, template, outcome, experts, assessments: _, ...times }) => ({
      id: row,
      cells: {
        title: "Izmaiņa",
        subjects: about,
        kind,
        state,
        template,
        outcome,
        experts,
        ...Object.fromEntries(Object.entries(times).map(([key, at]) => [key, iso(at)])),
      },
    })),
  );
  await put(
    "assessments",
    changes.flatMap(({ id: change, assessments }) =>
      assessments.map(({ expert, state, givenAt }) => ({
        id: id(),
        cells: { change, expert, state, givenAt: iso(givenAt) },
      })),
    ),
  );
  const incidents = all((facts) => facts.incidents);
  await put(
    "incidents",
    incidents.map(
      ({
        id: row,
        waits: _,
        share,
        occurredAt,
        detectedAt,
        registeredAt,
        reactedAt,
        restoredAt,
        resolvedAt,
        closedAt,
        ...cells
      }) => ({
        id: row,
        cells: {
          ...{ ...cells, title: "Incidents", source: "PERSON", outageShare: share },
          ...{
            occurredAt: iso(occurredAt),
            detectedAt: iso(detectedAt),
            reactedAt: iso(reactedAt),
            registeredAt: iso(registeredAt),
          },
          ...{ restoredAt: iso(restoredAt), resolvedAt: iso(resolvedAt), closedAt: iso(closedAt) },
        },
      }),
    ),
  );
  const applications = all((facts) => facts.applications);
  await put(
    "applications",
    applications.map(({ id: row, waits: _, receivedAt, registeredAt, fulfilledAt, closedAt, due, ...cells }) => ({
      id: row,
      cells: {
        ...{ ...cells, title: "Pieteikums", receivedAt: iso(receivedAt), registeredAt: iso(registeredAt) },
        ...{ fulfilledAt: iso(fulfilledAt), closedAt: iso(closedAt), due: iso(due) },
      },
    })),
  );
  await put(
    "knowledge",
    all((facts) => facts.articles).map(({ retiredAt, subjects: about, publishedAt, reviewDue }) => ({
      ...{ id: id(), retiredAt },
      cells: {
        title: "Raksts",
        state: publishedAt === null ? "DRAFT" : retiredAt === null ? "PUBLISHED" : "RETIRED",
        subjects: about,
        publishedAt: iso(publishedAt),
        reviewDue,
      },
    })),
  );
  await putLines(
    put,
    all((facts) => facts.lines),
  );
  await putSpans(sql, institutionId, [
    ...subjects.flatMap(({ id: row, kind, delivering }) =>
      delivering === null
        ? []
        : [
            {
              row,
              register: kind === "SERVICE" ? "services" : "resources",
              state: "DELIVERING",
              for: null,
              from: delivering,
              to: null,
            },
          ],
    ),
    ...incidents.flatMap(({ id: row, waits }) =>
      waits.map((wait) => ({ ...wait, row, register: "incidents", state: "PENDING" })),
    ),
    ...applications.flatMap(({ id: row, waits }) =>
      waits.map((wait) => ({ ...wait, row, register: "applications", state: "PENDING" })),
    ),
  ]);
}

async function putLines(
  put: (register: string, rows: readonly Row[]) => Promise<void>,
  lines: readonly Line[],
): Promise<void> {
  const capacity = lines.filter(({ kind }) => kind === "CAPACITY");
  await put(
    "capacity",
    capacity.map(({ about, state, periodFrom, periodTo, used, available }) => ({
      ...{ id: id(), cells: { resource: about, unit: "GB", state, periodFrom, periodTo, used, available } },
    })),
  );
  const money = lines.filter(({ kind }) => kind !== "CAPACITY");
  await put(
    "finances",
    money.map(({ about, kind, state, periodFrom, periodTo, budget, actual, units }) => ({
      ...{
        id: id(),
        cells: { service: about, kind, line: "Rinda", state, periodFrom, periodTo, budget, actual, units },
      },
    })),
  );
}

interface Spanned {
  readonly row: string;
  readonly register: string;
  readonly state: string;
  readonly for: string | null;
  readonly from: number;
  readonly to: number | null;
}
async function putSpans(sql: Sql, institutionId: string, spans: readonly Spanned[]): Promise<void> {
  await sql.query(
    `insert into state_span (institution_id, register, row_id, version, state, waits_for, from_, to_)
     select $2::uuid, register, "row", 1, state, "for", to_timestamp("from"), to_timestamp("to")
     from json_to_recordset($1::json) as x("row" uuid, register text, state text, "for" text, "from" float8, "to" float8)`,
    [JSON.stringify(spans), institutionId],
  );
}
