import type { Actor } from "../../schema/api/context.ts";
import type { FigureAnswer, FigureAsk } from "../../schema/functions/asks.ts";
import { sumOf } from "../../schema/measuring/parts.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import { grouped } from "../../schema/registers/grouped.ts";
import { readFigures } from "../measuring/read.ts";
import type { Sql } from "../store/store.ts";
import { lookUpNames } from "./names.ts";

const PER_CENT = 100;
const isFirst = (day: string): boolean => periodOf("MONTH", day).from === day;

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
  const stretches = grouped(asks, ({ from, to }) => `${from} ${to}`);
  const values = new Map<string, number | null>();
  for (const [stretch, some] of stretches) {
    const [{ from = "", to = "" } = {}] = some;
    if (!isFirst(from) || !isFirst(to)) continue;
    const ids = new Set(some.flatMap(({ name }) => idOf(serviceOf(name))));
    const scopes = [...ids].map((id) => ({ kind: "SERVICE" as const, id }));
    const ask = { measure: "AVAILABILITY" as const, scopes, period: "MONTH" as const, from, to };
    const months = grouped(await readFigures(sql, actor.institutionId, [ask]), ({ scopeId }) => scopeId ?? "");
    for (const id of ids) values.set(`${id} ${stretch}`, sumOf(months.get(id) ?? [], PER_CENT).value);
  }
  return asks.map(({ name, from = "", to = "" }): FigureAnswer => {
    const found = serviceOf(name);
    if ("problem" in found) return { problem: found.problem };
    if (to < from) return { problem: { code: "ENDS_BEFORE" } };
    if (!isFirst(from) || !isFirst(to)) return { problem: { code: "WHOLE_MONTHS" } };
    const value = values.get(`${found.row.id} ${from} ${to}`) ?? null;
    return value === null ? { problem: { code: "NO_SERVICE_TIME", name } } : { value };
  });
}

const idOf = (found: ReturnType<Awaited<ReturnType<typeof lookUpNames>>>): readonly string[] =>
  "row" in found ? [found.row.id] : [];
