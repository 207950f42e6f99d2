import { STATUS_LABELS } from "../../../schema/measuring/labels.ts";
import { type Audience, AUDIENCES, depthOf } from "../../../schema/measuring/audiences.ts";
import type { KpiResult, KpiSeries, Period, Status } from "../../../schema/measuring/results.ts";
import { HEIGHT, trendShape, WIDTH } from "../../../schema/measuring/trend-shape.ts";
import { addDays } from "../../../schema/calendar/civil-day.ts";
import type { Language, Words } from "../../../schema/registers/words.ts";
import { escaped } from "../knowledge/html.ts";
import { STYLE } from "./style.ts";
import { WORDS } from "./words.ts";

/** What a report is made of. `until` is the first day that no longer belongs. */
export interface ReportPage {
  readonly language: Language;
  readonly audience: Audience | null;
  readonly until: string;
  readonly made: string;
  readonly series: readonly KpiSeries[];
}

/** Periods in the table below each KPI. */
const TABLE = 12;
const SIGNS: Readonly<Record<Status, string>> = { MET: "✓", AT_RISK: "!", MISSED: "✗", NO_DATA: "?" };

const day = (iso: string): string => iso.split("-").reverse().join(".");

export function reportHtml({ language, audience, until, made, series }: ReportPage): string {
  const say = (words: Words): string => escaped(words[language]);
  const told = series.flatMap((one) => {
    const results = one.results.filter(({ period }) => period.to <= until);
    const last = results.at(-1);
    return last ? [article({ ...one, results }, last, language, depthOf(audience))] : [];
  });
  const facts = [
    [WORDS.audience, audience === null ? WORDS.everybody[language] : AUDIENCES[audience].label[language]],
    [WORDS.until, day(addDays(until, -1))],
    [WORDS.made, day(made)],
  ] as const;
  return page(
    language,
    WORDS.title,
    `<p class="soft">${facts.map(([words, value]) => `${say(words)}: ${escaped(value)}`).join(" · ")}</p>
<p class="soft screen">${say(WORDS.print)}</p>
${told.length > 0 ? told.join("\n") : `<p>${say(WORDS.none)}</p>`}`,
  );
}

export const goneHtml = (language: Language): string =>
  page(language, WORDS.gone, `<p>${escaped(WORDS.goneLong[language])}</p>`);

const page = (language: Language, title: Words, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title[language])} – Saime</title>
<link rel="icon" href="/icons/pane-32.png">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title[language])}</h1>
${body}
</main>
</body>
</html>
`;

function article(one: KpiSeries, last: KpiResult, language: Language, depth: 1 | 2 | 3): string {
  const say = (words: Words): string => escaped(words[language]);
  const { kpi, scope, value, target, status, change } = last;
  const figure = (number: number | null): string =>
    number === null ? say(WORDS.noData) : escaped(`${numberIn(number, language)} ${kpi.unit}`.trim());
  const told =
    status === null ? "" : `<span class="status">${SIGNS[status]} ${escaped(STATUS_LABELS[status][language])}</span>`;
  const facts = [
    target === null ? say(WORDS.noTarget) : `${say(WORDS.target)}: ${figure(target)}`,
    ...(change === null ? [] : [`${say(WORDS.change)}: ${change > 0 ? "+" : ""}${figure(change)}`]),
  ];
  const latest = last.period.from === one.latest.period.from;
  const words = depth > 1 && latest ? one.movement.words[language] : "";
  return `<article>
<h2>${escaped(kpi.name)}</h2>
<p class="soft">${escaped(kpi.code)} · ${escaped(scope.name || scope.code)} · ${escaped(periodIn(last.period, language))}</p>
<p><span class="value">${figure(value)}</span>${told}</p>
<p class="soft">${facts.join(" · ")}</p>
${trend(one, language, depth === 3 && latest)}
${words === "" ? "" : `<p>${escaped(words)}</p>`}
${table(one, language, depth === 3)}
</article>`;
}

function trend(one: KpiSeries, language: Language, limits: boolean): string {
  const first = one.results.findIndex(({ value }) => value !== null);
  // A single value is no line.
  if (one.results.filter(({ value }) => value !== null).length < 2) return "";
  const { path, target, lower, upper, mean, signals } = trendShape(
    { ...one, results: one.results.slice(first) },
    limits,
  );
  const level = (at: number | null): string =>
    at === null ? "" : `<line class="limit" x1="0" x2="${WIDTH}" y1="${at}" y2="${at}"/>`;
  const name = WORDS.trend[language].replace("{name}", one.latest.kpi.name);
  const marks = signals.map(({ x, y }) => `<circle class="signal" cx="${x}" cy="${y}" r="5"/>`).join("");
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escaped(name)}">${[
    lower,
    upper,
    mean,
  ]
    .map(level)
    .join("")}<path class="target" d="${target}"/><path class="line" d="${path}"/>${marks}</svg>`;
}

function table({ results }: KpiSeries, language: Language, parts: boolean): string {
  const heads = [
    ...[WORDS.period, WORDS.value, WORDS.target, WORDS.status],
    ...(parts ? [WORDS.numerator, WORDS.denominator] : []),
  ];
  const number = (value: number | null): string => (value === null ? "–" : escaped(numberIn(value, language)));
  const first = results.findIndex(({ value }) => value !== null);
  // Periods before anything was measured tell nothing.
  const lines = results
    .slice(Math.max(first, results.length - TABLE, 0))
    .map(({ period, value, target, status, numerator, denominator }) => {
      const cells = [
        ...[number(value), number(target), status === null ? "–" : escaped(STATUS_LABELS[status][language])],
        ...(parts ? [number(numerator), number(denominator)] : []),
      ];
      return `<tr><th scope="row">${escaped(periodIn(period, language))}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head[language])}</th>`).join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

const numbers = {
  lv: new Intl.NumberFormat("lv-LV", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
} as const satisfies Record<Language, Intl.NumberFormat>;
const numberIn = (value: number, language: Language): string => numbers[language].format(value);

function periodIn({ kind, from, to }: Period, language: Language): string {
  const [year = "", month = ""] = from.split("-");
  const quarter = Math.ceil(Number(month) / 3);
  switch (kind) {
    case "YEAR":
      return language === "lv" ? `${year}. gads` : year;
    case "QUARTER":
      return language === "lv" ? `${year}. gada ${quarter}. ceturksnis` : `quarter ${quarter} of ${year}`;
    case "MONTH":
      return `${month}.${year}`;
    case "WEEK":
      return `${day(from)}–${day(addDays(to, -1))}`;
    case "DAY":
      return day(from);
  }
}
