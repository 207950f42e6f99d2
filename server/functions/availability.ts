import type { Actor } from "../../schema/api/context.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import type { FigureAnswer, FigureAsk } from "../../schema/functions/asks.ts";
import type { FunctionProblem } from "../../schema/functions/problems.ts";
import { sumOf } from "../../schema/measuring/parts.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import { readFigures } from "../measuring/read.ts";
import type { Sql } from "../store/store.ts";
import { todayIn } from "../sync/moment.ts";
import { lookUpNames, type Named } from "./names.ts";

const PER_CENT = 100;

/**
 * Answers AVAILABILITY: of a service in whole months, their agreed service time and outages added up, never their
 * ratios. In per cent.
 */
export async function answerAvailability(
  sql: Sql,
  actor: Actor,
  asks: readonly FigureAsk[],
): Promise<readonly FigureAnswer[]> {
  const serviceOf = await lookUpNames(
    sql,
    actor,
    "services",
    asks.map(({ name }) => name),
    "UNKNOWN_SERVICE",
  );
  const today = await todayIn(sql, actor.institutionId);
  const read = asks.map((ask) => readAsk(ask, serviceOf(ask.name), today));
  const wanted = read.flatMap((one) => ("problem" in one ? [] : [one]));
  const from = wanted.reduce((least, one) => (one.from < least ? one.from : least), wanted[0]?.from ?? "");
  const to = wanted.reduce((most, one) => (one.to > most ? one.to : most), "");
  const scopes = [...new Set(wanted.map(({ id }) => id))].map((id) => ({ kind: "SERVICE" as const, id }));
  const ask = { measure: "AVAILABILITY" as const, scopes, period: "MONTH" as const, from, to };
  const figures = wanted.length === 0 ? [] : await readFigures(sql, actor.institutionId, [ask]);
  const monthsOf = grouped(figures, ({ scopeId }) => scopeId ?? "");
  return read.map((one): FigureAnswer => {
    if ("problem" in one) return one;
    const months = (monthsOf.get(one.id) ?? []).filter((month) => month.from >= one.from && month.from < one.to);
    const { value } = sumOf(months, PER_CENT);
    return value === null ? { problem: { code: "NO_SERVICE_TIME", name: one.name } } : { value };
  });
}

/** A service in whole months. */
interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function readAsk(
  { name, from = "", to: given = "" }: FigureAsk,
  found: Named,
  today: string,
): Wanted | { readonly problem: FunctionProblem } {
  if ("problem" in found) return found;
  if (given < from) return { problem: { code: "ENDS_BEFORE" } };
  // The running month counts up to now: any day still to come ends it.
  const to = given > today ? periodOf("MONTH", addDays(given, -1)).to : given;
  const whole = [from, to].every((day) => periodOf("MONTH", day).from === day);
  return whole ? { id: found.row.id, name, from, to } : { problem: { code: "WHOLE_MONTHS" } };
}
