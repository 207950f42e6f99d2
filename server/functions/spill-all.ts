import type { Actor } from "../../schema/api/context.ts";
import {
  ROWS_A_RESULT,
  SPILLED,
  type FigureAnswer,
  type FigureAsk,
  type SpilledRow,
} from "../../schema/functions/asks.ts";
import { periodText } from "../../schema/functions/period-text.ts";
import type { ResultsPage } from "../../schema/measuring/asks.ts";
import { periodOf } from "../../schema/measuring/periods.ts";
import type { PeriodKind } from "../../schema/measuring/results.ts";
import { kpiResults } from "../results/page.ts";
import type { Store } from "../store/store.ts";
import { answerResults } from "./results.ts";

const NARROW: readonly unknown[] = ["SERVICE", "RESOURCE", "PROCESS"];

/** Answers RESULTS of every service, resource and process: rows of the register of results. Throws SaimeError FORBIDDEN. */
export async function spillAll(
  store: Store,
  actor: Actor,
  asks: readonly FigureAsk[],
): Promise<readonly FigureAnswer[]> {
  const answers: FigureAnswer[] = [];
  for (const ask of asks) answers.push(await spill(store, actor, ask));
  return answers;
}

async function spill(store: Store, actor: Actor, ask: FigureAsk): Promise<FigureAnswer> {
  // A KPI that is not there, or not for such periods, is told as to everyone who asks for one scope.
  const [first] = await answerResults(store, actor, [{ ...ask, function: "KPI", scope: "" }]);
  const { problem } = first ?? {};
  if (problem && problem.code !== "NO_RESULT" && problem.code !== "UNKNOWN_SCOPE") return { problem };
  const rows: SpilledRow[] = [];
  let after: string | null = null;
  do {
    const { name: kpi, period = null, from = null, to = null } = ask;
    const page: ResultsPage = await kpiResults(store, actor, { kpi, scope: null, period, from, to, after });
    rows.push(...rowsOf(page));
    if (rows.length > ROWS_A_RESULT) return { problem: { code: "TOO_MANY_ROWS", name: String(ROWS_A_RESULT) } };
    after = page.next;
  } while (after !== null);
  return rows.length === 0 ? { problem: { code: "NO_RESULT", name: ask.name } } : { value: rows };
}

/** Rows of a page in the columns that are spilled. */
function rowsOf({ columns, values, count }: ResultsPage): SpilledRow[] {
  const of = new Map(columns.map((column, at) => [column, values[at] ?? []]));
  const cell = (column: string, row: number) => of.get(column)?.[row] ?? null;
  return Array.from({ length: count }, (_, row) => row)
    .filter((row) => NARROW.includes(cell("scopeKind", row)))
    .map((row) => {
      const period = () => periodText(periodOf(cell("periodKind", row) as PeriodKind, String(cell("from", row))));
      return SPILLED.map((column) => (column === "period" ? period() : cell(column, row)));
    });
}
