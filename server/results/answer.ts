import { attainmentOf } from "../../schema/measuring/attainment.ts";
import { previousPeriod } from "../../schema/measuring/periods.ts";
import type { KpiResult, Period } from "../../schema/measuring/results.ts";
import { statusOf } from "../../schema/measuring/status.ts";
import { expectedBy } from "../../schema/measuring/trajectory.ts";
import { figureOf } from "../../schema/measuring/units.ts";
import type { Sql } from "../store/store.ts";
import { addComputed } from "./computed.ts";
import { editionIn, type Edition, type Kpi } from "./kpis.ts";
import { addMeasured } from "./measured.ts";
import { laterMark, Parts, type Part } from "./part.ts";
import { covers, loadInUse, type InUse, type Place } from "./places.ts";
import { goalOf } from "./targets.ts";
import type { View } from "./view.ts";
import type { Wanted } from "./wanted.ts";

/** A result that is asked for: a KPI in a place it has results for. */
export interface Asked {
  readonly kpi: Kpi;
  readonly place: Place;
  readonly period: Period;
}

/** The results asked for, in the order asked: all their parts are read in sets first. */
export async function answer(sql: Sql, view: View, asked: readonly Asked[]): Promise<readonly KpiResult[]> {
  const parts = new Parts();
  const wanted = wantedFor(view, asked);
  await addComputed(
    sql,
    wanted.filter(({ edition }) => edition.source === "COMPUTED"),
    parts,
  );
  await addMeasured(
    sql,
    wanted.filter(({ edition }) => edition.source !== "COMPUTED"),
    parts,
  );
  const inUse = await loadInUse(sql, [...view.seen.institutions.keys()]);
  return asked.map((one) => resultOf(view, parts, one, inUse));
}

/** What is read for them: by edition, kind of place and of period one stretch of days, the period before included. */
function wantedFor(view: View, asked: readonly Asked[]): readonly Wanted[] {
  const found = new Map<string, { wanted: Wanted; ids: Set<string>; institutions: Set<string> }>();
  for (const { kpi, place, period } of asked) {
    for (const one of [previousPeriod(period), period]) {
      const edition = editionIn(kpi, one);
      const of = wayOf(kpi, place);
      const key = `${edition.id} ${of} ${one.kind}`;
      const known = found.get(key);
      const institutions = known?.institutions ?? new Set<string>();
      for (const { id } of institutionsIn(view, kpi, place)) institutions.add(id);
      const ids = known?.ids ?? new Set<string>();
      if (of === "EACH" && place.id !== null) ids.add(place.id);
      const from = known && known.wanted.from < one.from ? known.wanted.from : one.from;
      const to = known && known.wanted.to > one.to ? known.wanted.to : one.to;
      const wanted = {
        edition,
        peers: view.peers.get(edition.id) ?? [],
        of,
        kind: narrow(kpi),
        period: one.kind,
        from,
        to,
      };
      found.set(key, { wanted: { ...wanted, ids: null, institutions: [] }, ids, institutions });
    }
  }
  return [...found.values()].map(({ wanted, ids, institutions }) => ({
    ...wanted,
    ids: wanted.of === "EACH" ? [...ids] : null,
    institutions: [...institutions],
  }));
}

const narrow = ({ definedFor }: Kpi): Wanted["kind"] =>
  definedFor === "RESOURCE" || definedFor === "PROCESS" ? definedFor : "SERVICE";
const isNarrow = ({ definedFor }: Kpi) =>
  definedFor === "SERVICE" || definedFor === "RESOURCE" || definedFor === "PROCESS";

function wayOf(kpi: Kpi, { kind }: Place): Wanted["of"] {
  if (kind === "SERVICE" || kind === "RESOURCE" || kind === "PROCESS") return "EACH";
  return isNarrow(kpi) ? "ROLLED" : "INSTITUTION";
}

/** The institutions whose parts make a place's figure. */
function institutionsIn({ seen }: View, kpi: Kpi, place: Place) {
  if (place.institution) return [place.institution];
  return [...seen.institutions.values()].filter(
    (one) =>
      covers(kpi, one) &&
      (place.kind === "STATE" ||
        (place.kind === "SECTOR" && one.sector === place.sector) ||
        (place.kind === "MUNICIPALITY" && one.municipality === place.municipality)),
  );
}

interface Gathered {
  readonly part: Part | null;
  readonly coverage: number | null;
}

/** The part of a place in a period: its own, or that of its institutions added up; and how much of it has data. */
function gather(view: View, parts: Parts, { kpi, place, period }: Asked, edition: Edition, inUse: InUse): Gathered {
  const scope = wayOf(kpi, place) === "EACH" ? (place.id ?? "") : "";
  if (place.institution) {
    const part = parts.of(edition.id, place.institution.id, scope, period.from) ?? null;
    if (wayOf(kpi, place) !== "ROLLED") return { part, coverage: null };
    if (part !== null && part.withData === 0) return { part, coverage: null };
    const [withData, withDataInUse] = [part?.withData ?? 0, part?.withDataInUse ?? 0];
    const expected = inUse(place.institution.id, narrow(kpi)) + withData - withDataInUse;
    return { part, coverage: expected === 0 ? null : withData / expected };
  }
  const institutions = institutionsIn(view, kpi, place);
  const found = institutions.flatMap(({ id }) => parts.of(edition.id, id, "", period.from) ?? []);
  const known = found.filter(({ numerator, denominator }) => numerator !== null && (denominator ?? 0) !== 0);
  return {
    part: found.reduce(added, null),
    coverage: institutions.length === 0 ? null : known.length / institutions.length,
  };
}

function added(sum: Part | null, one: Part): Part {
  if (sum === null || sum.numerator === null || sum.denominator === null) return one;
  if (one.numerator === null || one.denominator === null) return sum;
  return {
    ...one,
    ...{ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator },
    ...{ count: sum.count + one.count, watermark: laterMark(sum.watermark, one.watermark) },
    computedAt: (sum.computedAt ?? "") > (one.computedAt ?? "") ? sum.computedAt : one.computedAt,
  };
}

function resultOf(view: View, parts: Parts, asked: Asked, inUse: InUse): KpiResult {
  const { kpi, place, period } = asked;
  const edition = editionIn(kpi, period);
  const { part, coverage } = gather(view, parts, asked, edition, inUse);
  const figure = figureOf(part, edition);
  const scope = wayOf(kpi, place) === "EACH" ? place.id : null;
  const target = view.targets.of(edition, scope, period);
  const goal = target && goalOf(edition, target);
  const before = previousPeriod(period);
  const former = editionIn(kpi, before);
  const past = sameMeasured(edition, former)
    ? figureOf(gather(view, parts, { kpi, place, period: before }, former, inUse).part, former).value
    : null;
  return {
    ...figure,
    kpi: { id: edition.id, code: edition.code, name: edition.name, unit: edition.unit },
    scope: { kind: place.kind, id: place.id, code: place.code, name: place.name },
    period,
    ...{ target: target?.planned ?? null, critical: target?.critical ?? null },
    expected: target && expectedBy(target, period.to),
    attainment: goal && attainmentOf(figure.value, goal),
    status: goal && statusOf(figure.value, goal),
    change: figure.value === null || past === null ? null : figure.value - past,
    coverage,
    ...{ edition: part?.edition ?? null, watermark: part?.watermark ?? "0", computedAt: part?.computedAt ?? view.now },
  };
}

/** Whether two editions measure the same, so that their values stand in one row. */
export const sameMeasured = (one: Edition, other: Edition): boolean =>
  one.unit === other.unit && one.formula === other.formula && one.direction === other.direction;
