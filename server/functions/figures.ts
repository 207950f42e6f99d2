import type { Actor } from "../../schema/api/context.ts";
import type { FigureAnswer, FigureAsk } from "../../schema/functions/asks.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { addDays } from "../../schema/calendar/civil-day.ts";
import { settingsOf, todayIn } from "../sync/moment.ts";
import type { Store } from "../store/store.ts";
import { answerAvailability } from "./availability.ts";
import { answerResults } from "./results.ts";
import { spillAll } from "./spill-all.ts";
import { answerTimes } from "./times.ts";

/** Calendars are compiled for so many days ahead. */
const AHEAD = 2 * 366;

/**
 * Answers what cells of a workbook ask, in the order asked. Asks of a kind are answered together, in a few statements
 * however many there are. What the person may not see is as if it were not there. The same figures as on the KPI page,
 * for they come out of the same use case.
 */
export async function figures(
  store: Store,
  actor: Actor,
  asks: readonly FigureAsk[],
): Promise<readonly FigureAnswer[]> {
  const answers = new Array<FigureAnswer>(asks.length).fill({ problem: { code: "FAILED" } });
  await store.transaction(
    async (sql) => {
      await part(asks, answers, isTime, async (some) => {
        const { timeZone: zone } = await settingsOf(sql, actor.institutionId);
        const lastDay = addDays(await todayIn(sql, actor.institutionId), AHEAD);
        return answerTimes(sql, actor, some, { zone, lastDay });
      });
      await part(asks, answers, isResult, (some) => answerResults(sql, actor, some));
      await part(asks, answers, isAvailability, (some) => answerAvailability(sql, actor, some));
    },
    { readOnly: true },
  );
  // Pages of the register of results have transactions of their own.
  await part(asks, answers, isSpillOfAll, (some) => spillAll(store, actor, some));
  return answers;
}

const isTime = ({ function: key }: FigureAsk) => key === "WORKTIME" || key === "DUE";
const isSpillOfAll = ({ function: key, scope }: FigureAsk) => key === "RESULTS" && scope === "*";
const isAvailability = ({ function: key }: FigureAsk) => key === "AVAILABILITY";
const isResult = (ask: FigureAsk) => !isTime(ask) && !isAvailability(ask) && !isSpillOfAll(ask);

/** Answers the asks that `wanted` picks; who may see none of it is told so in each of these cells, and only there. */
async function part(
  asks: readonly FigureAsk[],
  answers: FigureAnswer[],
  wanted: (ask: FigureAsk) => boolean,
  answer: (asks: readonly FigureAsk[]) => Promise<readonly FigureAnswer[]>,
): Promise<void> {
  const places = asks.flatMap((ask, at) => (wanted(ask) ? [at] : []));
  if (places.length === 0) return;
  const given = await allowed(() => answer(places.flatMap((at) => asks[at] ?? [])));
  places.forEach((at, index) => {
    answers[at] = given?.[index] ?? { problem: { code: "FORBIDDEN" } };
  });
}

async function allowed<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SaimeError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
