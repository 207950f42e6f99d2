import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { periodOf } from "./figure.ts";
import type { SeriesView } from "./port.ts";
import { HEIGHT, trendShape, WIDTH } from "../../../../schema/measuring/trend-shape.ts";

/** Forced colours leave no colour of ours: lines are then told apart by their dashes. */
const forced = { "@media (forced-colors: active)": { stroke: "CanvasText" } } as const;

const useStyles = makeStyles({
  picture: { width: "100%", height: "auto", display: "block" },
  value: { fill: "none", stroke: tokens.colorBrandStroke1, strokeWidth: "2px", ...forced },
  point: { fill: tokens.colorBrandStroke1, "@media (forced-colors: active)": { fill: "CanvasText" } },
  target: {
    fill: "none",
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: "1.5px",
    strokeDasharray: "6 4",
    ...forced,
  },
  mean: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", ...forced },
  limit: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", strokeDasharray: "1 3", ...forced },
  signal: { fill: "none", stroke: tokens.colorPaletteRedForeground1, strokeWidth: "2px", ...forced },
  legend: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly series: SeriesView;
  /** Limits, mean and signals too. */
  readonly limits: boolean;
}

/** A KPI's line over its periods, with its target and what is ordinary for it. All of it stands in the table as well. */
export function Trend({ series, limits }: Props) {
  const text = useText();
  const styles = useStyles();
  const { latest } = series;
  // Periods before anything was measured would only press the line into a corner.
  const results = series.results.slice(
    Math.max(
      0,
      series.results.findIndex(({ value }) => value !== null),
    ),
  );
  const [first] = results;
  const last = results.at(-1);
  if (!first || !last || results.every(({ value }) => value === null)) return null;
  const { path, points, signals, target, mean, lower, upper } = trendShape({ ...series, results }, limits);
  const level = (at: number | null, className: string) =>
    at === null ? null : <line x1={0} x2={WIDTH} y1={at} y2={at} className={className} />;
  const name = text.say(messages.trend, {
    name: latest.kpi.name,
    count: results.length,
    first: periodOf(first.period, text),
    last: periodOf(last.period, text),
  });
  const keys = [
    ["legendValue", styles.value, true],
    ["legendTarget", styles.target, target !== ""],
    ["legendMean", styles.limit, mean !== null],
    ["legendSignal", styles.signal, signals.length > 0],
  ] as const;
  return (
    <div>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
        {level(mean, styles.mean)}
        {level(lower, styles.limit)}
        {level(upper, styles.limit)}
        <path d={target} className={styles.target} />
        <path d={path} className={styles.value} />
        {points.map(({ x, y, from }) => (
          <circle key={from} cx={x} cy={y} r={2.5} className={styles.point} />
        ))}
        {signals.map(({ x, y, from }) => (
          <circle key={from} cx={x} cy={y} r={5} className={styles.signal} />
        ))}
      </svg>
      <ul className={styles.legend} aria-hidden="true">
        {keys.map(([key, look, there]) =>
          there ? (
            <li key={key} className={styles.key}>
              <svg width={18} height={12}>
                {key === "legendSignal" ? (
                  <circle cx={9} cy={6} r={4} className={look} />
                ) : (
                  <path d="M0 6L18 6" className={mergeClasses(look)} />
                )}
              </svg>
              {text.say(messages[key])}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}
