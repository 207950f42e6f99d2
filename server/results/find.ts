import { PERIOD_LABELS } from "../../schema/measuring/labels.ts";
import { PERIODS, type PeriodKind } from "../../schema/measuring/results.ts";
import type { FunctionProblem } from "../../schema/functions/problems.ts";
import { fold } from "../../schema/registers/text.ts";
import type { Kpi } from "./kpis.ts";
import { widePlaces, type Place } from "./places.ts";
import type { View } from "./view.ts";

export type Found<One> = One | { readonly problem: FunctionProblem };
export const isProblem = (found: object): found is { readonly problem: FunctionProblem } => "problem" in found;

/** The KPI named by id, code or name, former editions included; the own institution's goes before those of others. */
export function findKpi({ kpis, seen }: View, name: string): Found<Kpi> {
  const text = fold(name);
  for (const named of [
    (kpi: Kpi) => kpi.editions.some(({ id }) => id === text),
    (kpi: Kpi) => fold(kpi.newest.code) === text,
    (kpi: Kpi) => kpi.editions.some(({ code }) => fold(code) === text),
    (kpi: Kpi) => fold(kpi.newest.name) === text,
  ]) {
    const found = kpis.filter(named);
    const own = found.filter(({ institution }) => institution.id === seen.own.id);
    const [one, other] = own.length > 0 ? own : found;
    if (one && other)
      return { problem: { code: "AMBIGUOUS", name, near: [one, other].map(({ newest }) => newest.code) } };
    if (one) return one;
  }
  return { problem: { code: "UNKNOWN_KPI", name } };
}

/** The place of a KPI named by id, code or name; null is the widest the person reads. `narrow` are its services, resources or processes. */
export function findPlace(view: View, kpi: Kpi, name: string | null, narrow: readonly Place[]): Found<Place> {
  const wide = widePlaces(kpi, view.seen);
  const places = [...wide, ...narrow.filter((place) => belongs(kpi, place))];
  const none: { readonly problem: FunctionProblem } = { problem: { code: "UNKNOWN_SCOPE", name: name ?? "" } };
  if (name === null)
    return wide[0] ?? (kpi.scope === null ? none : (places.find(({ id }) => id === kpi.scope) ?? none));
  const text = fold(name);
  for (const named of [
    ({ id }: Place) => id === text,
    ({ code }: Place) => fold(code) === text,
    (place: Place) => fold(place.name) === text,
  ]) {
    const [one, other] = places.filter(named);
    if (one && other) return { problem: { code: "AMBIGUOUS", name, near: [one.code, other.code] } };
    if (one) return one;
  }
  return none;
}

/** Whether a service, resource or process is one that the KPI has results for. */
export const belongs = ({ definedFor, scope, institution }: Kpi, place: Place): boolean =>
  place.kind === definedFor && place.institution?.id === institution.id && (scope === null || place.id === scope);

/** The kind of period of a KPI: its own frequency where none is asked. A shorter one it has no results for. */
export function periodKindOf({ newest }: Kpi, asked: PeriodKind | null): Found<{ readonly kind: PeriodKind }> {
  const kind = asked ?? newest.frequency;
  if (PERIODS.indexOf(kind) >= PERIODS.indexOf(newest.frequency)) return { kind };
  return { problem: { code: "OTHER_PERIOD", name: newest.code, near: [PERIOD_LABELS[newest.frequency]] } };
}
