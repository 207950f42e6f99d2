import { ASKS_A_REQUEST, FUNCTION_KEYS, type FigureAnswer, type FigureAsk } from "../functions/asks.ts";
import { PROBLEMS, sayProblem, type FunctionProblem, type ProblemCode } from "../functions/problems.ts";
import { SaimeError } from "../messages/errors.ts";
import { builder } from "./builder.ts";
import { signedIn } from "./guard.ts";
import { PeriodKindRef } from "./results.ts";

const FunctionName = builder.enumType("FigureFunction", {
  description: "The functions that Saime adds to a workbook.",
  values: FUNCTION_KEYS,
});

const ProblemCodeRef = builder.enumType("FigureProblemCode", {
  description: "What stands in the way of a figure.",
  values: Object.keys(PROBLEMS) as ProblemCode[],
});

const FigureAskRef = builder.inputType("FigureAsk", {
  description: "What a cell asks.",
  fields: (t) => ({
    function: t.field({ type: FunctionName, required: true }),
    name: t.string({
      required: true,
      description:
        "Code or name of the KPI; for AVAILABILITY of the service; for WORKTIME and DUE of the calendar, empty for 24×7.",
    }),
    scope: t.string({
      description:
        "Code or name of a service, resource or process; empty for the institution; for RESULTS * for all of them.",
    }),
    period: t.field({ type: PeriodKindRef, description: "The KPI's own when left out." }),
    from: t.string({
      description:
        "A day of the period, or the first day, `YYYY-MM-DD`; for WORKTIME and DUE civil time, `YYYY-MM-DDTHH:MM:SS`.",
    }),
    to: t.string({ description: "The first day after; for WORKTIME the civil time at which it ends." }),
    minutes: t.float({ description: "For DUE: minutes of service time." }),
  }),
});

const ProblemRef = builder.objectRef<FunctionProblem>("FigureProblem").implement({
  description: "Why there is no figure.",
  fields: (t) => ({
    code: t.expose("code", { type: ProblemCodeRef }),
    lv: t.string({ description: "In Latvian.", resolve: (problem) => sayProblem(problem, "lv") }),
    en: t.string({ description: "In English.", resolve: (problem) => sayProblem(problem, "en") }),
  }),
});

const FigureAnswerRef = builder.objectRef<FigureAnswer>("FigureAnswer").implement({
  description: "A figure, or why there is none.",
  fields: (t) => ({
    value: t.field({
      type: "Json",
      nullable: true,
      description: "A number; for DUE a civil time; for RESULTS its rows.",
      resolve: ({ value }) => value ?? null,
    }),
    problem: t.field({ type: ProblemRef, nullable: true, resolve: ({ problem }) => problem ?? null }),
  }),
});

builder.queryField("figures", (t) =>
  t.field({
    type: [FigureAnswerRef],
    description: `Answers what cells of a workbook ask, in the order asked; at most ${ASKS_A_REQUEST} at once. For the institution's staff.`,
    args: { asks: t.arg({ type: [FigureAskRef], required: true }) },
    resolve: (_root, { asks }, context) => {
      const actor = signedIn(context);
      if (asks.length > ASKS_A_REQUEST)
        throw new SaimeError("BAD_REQUEST", `Ask for at most ${ASKS_A_REQUEST} figures at once.`);
      return context.use.figures(actor, asks.map(asked));
    },
  }),
);

type Given = Pick<FigureAsk, "function" | "name"> & {
  readonly [Key in keyof FigureAsk]?: FigureAsk[Key] | null | undefined;
};

const asked = ({ function: key, name, scope, period, from, to, minutes }: Given): FigureAsk => ({
  function: key,
  name,
  ...(scope != null && { scope }),
  ...(period != null && { period }),
  ...(from != null && { from }),
  ...(to != null && { to }),
  ...(minutes != null && { minutes }),
});
