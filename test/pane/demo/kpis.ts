import { ServerError } from "../../../addin/sync/server.ts";
import type { ResultsService } from "../../../addin/sync/results/port.ts";
import type { KpiService, SeriesView } from "../../../addin/taskpane/pages/kpi/port.ts";
import type { KpiResult, Status } from "../../../schema/measuring/results.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { Scenario } from "./scenario.ts";

const MONTHS = 14;
const WAVE = [0, 0.4, -0.3, 0.2, -0.5, 0.1, 0.6, -0.2, 0.3, -2.4, 0.2, 0.5, 0.4, 0.7] as const;

interface Shape {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly base: number;
  readonly swing: number;
  readonly target: number | null;
  readonly direction: SeriesView["direction"];
  readonly status: Status | null;
  readonly audience: string;
}

const SHAPES: readonly Shape[] = [
  {
    ...{ code: "KPI-0002", name: "Pieejamība", unit: "%", base: 99, swing: 0.5, target: 99.5, direction: "HIGHER" },
    ...{ status: "AT_RISK", audience: "vadība, tehniskā komanda" },
  },
  {
    ...{ code: "KPI-0003", name: "Vidējais atjaunošanas laiks kritiskiem pakalpojumiem", unit: "h", base: 4, swing: 1 },
    ...{ target: 4, direction: "LOWER", status: "MET", audience: "tehniskā komanda" },
  },
  {
    ...{ code: "KPI-0001", name: "Saņēmēju apmierinātība", unit: "balles (1–5)", base: 4, swing: 0.1, target: 4.5 },
    ...{ direction: "HIGHER", status: "MISSED", audience: "vadība, saņēmēji" },
  },
  {
    ...{ code: "KPI-0004", name: "Nozīmīgu incidentu skaits", unit: "", base: 0, swing: 0, target: null },
    ...{ direction: "LOWER", status: null, audience: "vadība" },
  },
];

const month = (at: number): string => {
  const months = 2025 * 12 + 9 + at;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
};

function result(shape: Shape, at: number): KpiResult {
  const empty = shape.swing === 0 || at === 3;
  const value = empty ? null : Number((shape.base + shape.swing * WAVE[at]!).toFixed(3));
  const before = at === 0 || at === 4 || empty ? null : shape.base + shape.swing * WAVE[at - 1]!;
  return {
    kpi: { id: shape.code, code: shape.code, name: shape.name, unit: shape.unit },
    scope: { kind: "INSTITUTION", id: null, code: "VKP", name: "Valsts kartogrāfijas pārvalde" },
    period: { kind: "MONTH", from: month(at), to: month(at + 1) },
    ...{ value, numerator: value === null ? null : value * 7, denominator: value === null ? null : 7 },
    ...{ count: empty ? 0 : 7, target: shape.target, expected: shape.target, critical: null },
    attainment: value === null || shape.target === null ? null : 0.9,
    status: shape.target === null ? null : empty ? "NO_DATA" : shape.status,
    change: value === null || before === null ? null : Number((value - before).toFixed(3)),
    ...{ coverage: 0.82, edition: 1, watermark: "1204", computedAt: "2026-11-21T08:00:00Z" },
  };
}

function series(shape: Shape, last: number, language: Language): SeriesView {
  const results = Array.from({ length: MONTHS }, (_, at) => result(shape, at)).slice(-last);
  const { base, swing } = shape;
  const words =
    language === "lv"
      ? "Vērtība 2 mēnešus pēc kārtas ir virs vidējā; ja tā turpināsies, mērķi sasniegs martā."
      : "The value has been above the mean for 2 months in a row; going on like this, it meets the target in March.";
  const outside = language === "lv" ? "2026. gada jūlijs ir ārpus robežām." : "July 2026 is outside the limits.";
  return {
    latest: results.at(-1)!,
    results,
    movement: {
      ...{ mean: swing === 0 ? null : base, lower: swing === 0 ? null : base - 1.8 * swing },
      ...{ upper: swing === 0 ? null : base + 1.8 * swing, provisional: false, slope: 0.02, forecast: null },
      signals: swing === 0 ? [] : [{ kind: "OUTSIDE", periods: [month(9)], words: outside }],
      words: swing === 0 ? "" : `${outside} ${words}`,
    },
    ...{ direction: shape.direction, low: null, high: null, audience: shape.audience },
  };
}

/** Four KPIs: at risk, met, missed, and one without data. */
export function demoKpis(scenario: Scenario, language: () => Language): KpiService {
  const check = () => {
    if (scenario.fails) throw new ServerError(scenario.fails, "Demo failure");
  };
  return {
    async series({ last }) {
      check();
      if (scenario.pending === "NONE") return [];
      return SHAPES.map((shape) => series(shape, last, language()));
    },
    async behind() {
      check();
      const row = { register: "services", id: "1", code: "P-0001", title: "Karšu izsniegšana" };
      return { rows: [{ ...row, numerator: 7, denominator: 7 }], total: 12 };
    },
    printable: async () => "about:blank",
    page: async () => ({ columns: [], values: [], count: 0, next: null }),
  };
}

/** What the pane asked for of results, for tests to look at. */
export interface DemoResults extends ResultsService {
  readonly calls: string[];
}

export function demoResults(): DemoResults {
  const calls: string[] = [];
  return {
    calls,
    async refresh(language) {
      calls.push(`refresh ${language}`);
      return { rows: 240, added: 12, changed: 3, removed: 0 };
    },
    async analyse(language) {
      calls.push(`analyse ${language}`);
    },
    async report({ until, audience, lines }, language) {
      calls.push(`report ${until} ${audience} ${lines.map(({ code }) => code).join()} ${language}`);
    },
  };
}
