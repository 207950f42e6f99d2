import { SaimeError } from "../messages/errors.ts";
import { PERIOD_LABELS, SCOPE_LABELS, STATUS_LABELS } from "../measuring/labels.ts";
import type { Behind, BehindRow } from "../measuring/asks.ts";
import { PERIODS, SCOPE_KINDS, STATUSES } from "../measuring/results.ts";
import type { KpiResult, KpiSeries, Movement, Period, PeriodKind, Scope, ScopeKind } from "../measuring/results.ts";
import type { Signal, Status } from "../measuring/results.ts";
import type { Words } from "../registers/words.ts";
import { builder } from "./builder.ts";
import { chosenWords } from "./chosen-words.ts";
import { signedIn, uuid } from "./guard.ts";
import { term } from "./term.ts";

const described = <Key extends string>(keys: readonly Key[], words: Record<Key, Words>) =>
  Object.fromEntries(keys.map((key) => [key, { value: key, description: `${term(words[key])}.` }])) as {
    [One in Key]: { value: One; description: string };
  };

export const PeriodKindRef = builder.enumType("PeriodKind", {
  description:
    "How long a period is. Periods are half open and lie in the institution's civil time; weeks are ISO weeks.",
  values: described<PeriodKind>(PERIODS, PERIOD_LABELS),
});
const ScopeKindRef = builder.enumType("ScopeKind", {
  description: "What a result is about.",
  values: described<ScopeKind>(SCOPE_KINDS, SCOPE_LABELS),
});
const StatusRef = builder.enumType("KpiStatus", {
  description: "How a value stands to its target.",
  values: described<Status>(STATUSES, STATUS_LABELS),
});

const ScopeRef = builder.objectRef<Scope>("ResultScope").implement({
  description: "What a result is about.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ScopeKindRef }),
    id: t.exposeID("id", { nullable: true, description: "Of a service, resource, process or institution." }),
    code: t.exposeString("code"),
    name: t.exposeString("name"),
  }),
});
const PeriodRef = builder.objectRef<Period>("ResultPeriod").implement({
  description: "A period, half open.",
  fields: (t) => ({
    kind: t.expose("kind", { type: PeriodKindRef }),
    from: t.expose("from", { type: "Date" }),
    to: t.expose("to", { type: "Date", description: "The first day after it." }),
  }),
});
const ResultKpiRef = builder.objectRef<KpiResult["kpi"]>("ResultKpi").implement({
  description: "The KPI of a result: the edition that held in the period.",
  fields: (t) => ({
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    name: t.exposeString("name"),
    unit: t.exposeString("unit"),
  }),
});

export const KpiResultRef = builder.objectRef<KpiResult>("KpiResult").implement({
  description: "A KPI in one scope and one period. What has no data has no value, which is never zero.",
  fields: (t) => ({
    kpi: t.expose("kpi", { type: ResultKpiRef }),
    scope: t.expose("scope", { type: ScopeRef }),
    period: t.expose("period", { type: PeriodRef }),
    value: t.exposeFloat("value", { nullable: true, description: "In the KPI's unit." }),
    numerator: t.exposeFloat("numerator", { nullable: true, description: "May be added up over scopes and periods." }),
    denominator: t.exposeFloat("denominator", { nullable: true, description: "As the numerator." }),
    count: t.exposeInt("count", { description: "How many records or measurements it rests on." }),
    target: t.exposeFloat("target", { nullable: true }),
    expected: t.exposeFloat("expected", {
      nullable: true,
      description: "Where the value should be by the period's end on the way from the baseline to the target.",
    }),
    critical: t.exposeFloat("critical", { nullable: true }),
    attainment: t.exposeFloat("attainment", { nullable: true, description: "0 … 1.2; null without value or target." }),
    status: t.expose("status", { type: StatusRef, nullable: true, description: "Null where there is no target." }),
    change: t.exposeFloat("change", { nullable: true, description: "Value less that of the period before." }),
    coverage: t.exposeFloat("coverage", { nullable: true, description: "Share of its parts that have data, 0 … 1." }),
    edition: t.exposeInt("edition", { nullable: true, description: "Edition of the formula, if computed." }),
    watermark: t.exposeString("watermark", { description: "Number of the last event taken into account." }),
    computedAt: t.expose("computedAt", { type: "DateTime" }),
  }),
});

const SignalRef = builder.objectRef<Signal>("KpiSignal").implement({
  description: "What is out of the ordinary in a series: outside the limits, a run, nearer a limit than the mean.",
  fields: (t) => ({
    kind: t.exposeString("kind", { description: "`OUTSIDE`, `RUN` or `NEAR_LIMIT`." }),
    periods: t.field({
      type: ["Date"],
      description: "First days of the periods that make it.",
      resolve: ({ periods }) => [...periods],
    }),
    words: t.string({ resolve: ({ words }, _args, context) => chosenWords(words, context) }),
  }),
});
const ForecastRef = builder.objectRef<NonNullable<Movement["forecast"]>>("KpiForecast").implement({
  description: "Where the slope leads at the target's last day.",
  fields: (t) => ({
    day: t.expose("day", { type: "Date" }),
    value: t.exposeFloat("value"),
    meets: t.exposeBoolean("meets", { nullable: true }),
  }),
});
const MovementRef = builder.objectRef<Movement>("KpiMovement").implement({
  description: "How a series moves over its last 12 whole periods: XmR limits and signals, Theil–Sen slope.",
  fields: (t) => ({
    mean: t.exposeFloat("mean", { nullable: true }),
    lower: t.exposeFloat("lower", { nullable: true }),
    upper: t.exposeFloat("upper", { nullable: true }),
    provisional: t.exposeBoolean("provisional", { description: "The limits rest on fewer than 12 periods." }),
    signals: t.expose("signals", { type: [SignalRef] }),
    slope: t.exposeFloat("slope", { nullable: true, description: "Value a period." }),
    forecast: t.expose("forecast", { type: ForecastRef, nullable: true }),
    words: t.string({
      description: "All of it in a sentence or two.",
      resolve: ({ words }, _args, context) => chosenWords(words, context),
    }),
  }),
});

const KpiSeriesRef = builder.objectRef<KpiSeries>("KpiSeries").implement({
  description: "A KPI in one scope over time.",
  fields: (t) => ({
    latest: t.expose("latest", {
      type: KpiResultRef,
      description: "Of the last whole period that has data; else of the running one.",
    }),
    results: t.expose("results", {
      type: [KpiResultRef],
      description: "Oldest first, without holes; the last one is running.",
    }),
    movement: t.expose("movement", { type: MovementRef }),
    direction: t.exposeString("direction", { description: "`HIGHER`, `LOWER` or `RANGE`." }),
    low: t.exposeFloat("low", { nullable: true }),
    high: t.exposeFloat("high", { nullable: true }),
    audience: t.exposeString("audience"),
  }),
});

const SeriesFilter = builder.inputType("KpiSeriesFilter", {
  fields: (t) => ({
    kpi: t.string({ description: "Code or id." }),
    scope: t.string({ description: "Code or id; left out, the widest that the person reads." }),
    period: t.field({ type: PeriodKindRef, description: "Left out, each KPI's own frequency." }),
    audience: t.string({ description: "Only KPIs whose audience names this." }),
    last: t.int({ defaultValue: 24, description: "How many periods, at most 120." }),
  }),
});

builder.queryField("kpiSeries", (t) =>
  t.field({
    type: [KpiSeriesRef],
    description: "KPIs over time. For staff of the institution and the leads above it.",
    args: { filter: t.arg({ type: SeriesFilter }) },
    resolve: (_root, { filter }, context) => {
      const actor = signedIn(context);
      const { kpi = null, scope = null, period = null, audience = null, last } = filter ?? {};
      const periods = last ?? 24;
      if (periods < 1 || periods > 120) throw new SaimeError("BAD_REQUEST", '"last" must be 1 … 120.');
      return context.use.kpiSeries(actor, { kpi, scope, period, audience, last: periods });
    },
  }),
);

builder.queryField("kpiResults", (t) =>
  t.field({
    type: "RawJson",
    description:
      "Results for a sheet as `{columns, values, count, next}`: names of columns and one list of values a column. " +
      "Repeat with `after: next` until it is null.",
    args: {
      kpi: t.arg.string({ description: "Code or id." }),
      scope: t.arg.string({ description: "Code or id." }),
      period: t.arg({ type: PeriodKindRef, description: "Left out, each KPI's own frequency." }),
      from: t.arg({ type: "Date", description: "Left out, the first of January two years back." }),
      to: t.arg({ type: "Date", description: "The first day after; left out, the end of the running period." }),
      after: t.arg.string({ description: "Cursor of the page before." }),
    },
    resolve: async (
      _root,
      { kpi = null, scope = null, period = null, from = null, to = null, after = null },
      context,
    ) => {
      const page = await context.use.kpiResults(signedIn(context), { kpi, scope, period, from, to, after });
      return context.raw.hold(JSON.stringify(page));
    },
  }),
);

const BehindRowRef = builder.objectRef<BehindRow>("KpiRow").implement({
  description: "A record or measurement that a figure rests on.",
  fields: (t) => ({
    register: t.exposeString("register"),
    id: t.exposeID("id"),
    code: t.exposeString("code"),
    title: t.exposeString("title"),
    numerator: t.exposeFloat("numerator", { nullable: true, description: "What it added." }),
    denominator: t.exposeFloat("denominator", { nullable: true, description: "What it added." }),
  }),
});
const BehindRef = builder.objectRef<Behind>("KpiRows").implement({
  description: "The rows behind a figure.",
  fields: (t) => ({
    rows: t.expose("rows", { type: [BehindRowRef], description: "The first 500, by code." }),
    total: t.exposeInt("total"),
  }),
});

builder.queryField("kpiRows", (t) =>
  t.field({
    type: BehindRef,
    description:
      "The rows behind a figure of the person's own institution, as far as the person may read them; of what leads read of others only the figures are open.",
    args: {
      kpi: t.arg.id({ required: true }),
      scope: t.arg.id({ description: "Left out, the institution." }),
      from: t.arg({ type: "Date", required: true }),
      to: t.arg({ type: "Date", required: true }),
    },
    resolve: (_root, { kpi, scope, from, to }, context) =>
      context.use.kpiRows(signedIn(context), {
        kpi: uuid(kpi, "kpi"),
        scope: scope == null ? null : uuid(scope, "scope"),
        ...{ from, to },
      }),
  }),
);
