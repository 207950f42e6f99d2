import { makeStyles, tokens } from "@fluentui/react-components";
import type { ChartData } from "../model/chart-data.ts";
import type { ChartType } from "../model/operations.ts";
import { type Scale, scaleOf } from "./chart-scale.ts";

const useStyles = makeStyles({
  text: { fill: tokens.colorNeutralForeground2, fontSize: "11px", fontFamily: tokens.fontFamilyBase },
  title: { fill: tokens.colorNeutralForeground1, fontSize: "14px", fontFamily: tokens.fontFamilyBase, fontWeight: 600 },
  line: { stroke: tokens.colorNeutralStroke2 },
});

/** Told apart by dash as well as by colour. */
const LOOKS = [
  { color: tokens.colorPaletteBlueBorderActive, dash: "" },
  { color: tokens.colorPaletteMarigoldBorderActive, dash: "6 3" },
  { color: tokens.colorPaletteCranberryBorderActive, dash: "2 3" },
  { color: tokens.colorPaletteLightGreenBorderActive, dash: "8 3 2 3" },
  { color: tokens.colorPalettePurpleBorderActive, dash: "4 2" },
  { color: tokens.colorPaletteTealBorderActive, dash: "1 2" },
] as const;
const look = (at: number): (typeof LOOKS)[number] => LOOKS[at % LOOKS.length]!;

interface Props {
  readonly data: ChartData;
  readonly type: ChartType;
  readonly title: string;
  readonly legend: boolean;
  readonly width: number;
  readonly height: number;
  readonly number: (value: number) => string;
}

/** A chart as the desk draws it: lines, columns or bars, stacked or not, with axes and a legend. */
export function ChartPicture({ data, type, title, legend, width, height, number }: Props) {
  const styles = useStyles();
  const stacked = type.includes("Stacked");
  const lines = type.startsWith("Line");
  const whole = type === "ColumnStacked100";
  const series = whole ? shares(data) : data.series;
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const sums = Array.from({ length: count }, (_, at) => series.reduce((sum, one) => sum + (one.values[at] || 0), 0));
  const values = stacked ? sums : series.flatMap((one) => one.values.filter((value) => value !== null));
  const scale = scaleOf(values, !lines);
  const plot = {
    left: 56,
    top: title === "" ? 12 : 32,
    right: width - 12,
    bottom: height - (legend ? 52 : 30),
  };
  const show = (value: number): string => (whole ? `${number(Math.round(value * 100))} %` : number(value));
  const shape = { series, count, scale, plot };
  const described = series.map(({ name, values: all }) => {
    const last = all.findLast((value) => value !== null && !Number.isNaN(value));
    return last === undefined || last === null ? name : `${name}: ${show(last)}`;
  });
  return (
    <svg width={width} height={height} role="img" aria-label={[title, ...described].filter(Boolean).join(". ")}>
      {title !== "" && (
        <text x={width / 2} y={20} textAnchor="middle" className={styles.title}>
          {title}
        </text>
      )}
      {type.startsWith("Bar") ? (
        <Bars {...shape} stacked={stacked} show={show} categories={data.categories} />
      ) : (
        <>
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <line className={styles.line} x1={plot.left} x2={plot.right} y1={up(shape, tick)} y2={up(shape, tick)} />
              <text className={styles.text} x={plot.left - 6} y={up(shape, tick) + 4} textAnchor="end">
                {show(tick)}
              </text>
            </g>
          ))}
          <Categories {...shape} categories={data.categories} />
          {lines ? <Lines {...shape} marked={type === "LineMarkers"} /> : <Columns {...shape} stacked={stacked} />}
        </>
      )}
      {legend && <Legend names={series.map(({ name }) => name)} width={width} y={height - 12} />}
    </svg>
  );
}

function shares({ series }: ChartData): ChartData["series"] {
  return series.map(({ name, values }) => ({
    name,
    values: values.map((value, at) => {
      const sum = series.reduce((total, one) => total + (one.values[at] || 0), 0);
      return value === null || sum === 0 ? null : value / sum;
    }),
  }));
}

interface Shape {
  readonly series: ChartData["series"];
  readonly count: number;
  readonly scale: Scale;
  readonly plot: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

const up = ({ scale, plot }: Shape, value: number): number =>
  plot.bottom - ((value - scale.low) / (scale.high - scale.low)) * (plot.bottom - plot.top);
const slot = ({ plot, count }: Shape): number => (plot.right - plot.left) / Math.max(count, 1);

function Categories({ categories, ...shape }: Shape & { readonly categories: readonly string[] }) {
  const styles = useStyles();
  const every = Math.max(1, Math.ceil(64 / slot(shape)));
  return categories.map((category, at) =>
    at % every === 0 ? (
      <text
        key={at}
        className={styles.text}
        x={shape.plot.left + (at + 0.5) * slot(shape)}
        y={shape.plot.bottom + 16}
        textAnchor="middle"
      >
        {category}
      </text>
    ) : null,
  );
}

function Lines({ marked, ...shape }: Shape & { readonly marked: boolean }) {
  return shape.series.map(({ name, values }, which) => {
    const at = (index: number): number => shape.plot.left + (index + 0.5) * slot(shape);
    // A missing value leaves a gap, an error such as #N/A is passed over, as in Excel.
    let joined = false;
    const path = values
      .map((value, i) => {
        if (value === null) joined = false;
        if (value === null || Number.isNaN(value)) return "";
        const point = `${joined ? "L" : "M"}${at(i)} ${up(shape, value)}`;
        joined = true;
        return point;
      })
      .join("");
    const { color, dash } = look(which);
    return (
      <g key={which} data-series={name}>
        <path d={path} fill="none" stroke={color} strokeWidth={2} strokeDasharray={dash} />
        {marked &&
          values.map((value, i) =>
            value === null || Number.isNaN(value) ? null : (
              <circle key={i} cx={at(i)} cy={up(shape, value)} r={3} fill={color} />
            ),
          )}
      </g>
    );
  });
}

function Columns({ stacked, ...shape }: Shape & { readonly stacked: boolean }) {
  const { series, plot } = shape;
  const wide = slot(shape) * 0.7;
  const each = stacked ? wide : wide / Math.max(series.length, 1);
  return series.map(({ name, values }, which) => (
    <g key={which} data-series={name}>
      {values.map((value, at) => {
        if (value === null || Number.isNaN(value)) return null;
        const below = stacked ? series.slice(0, which).reduce((sum, one) => sum + (one.values[at] || 0), 0) : 0;
        const [from, to] = [up(shape, below), up(shape, below + value)];
        const x = plot.left + at * slot(shape) + slot(shape) * 0.15 + (stacked ? 0 : which * each);
        return (
          <rect
            key={at}
            x={x}
            y={Math.min(from, to)}
            width={each}
            height={Math.abs(to - from)}
            fill={look(which).color}
            stroke={tokens.colorNeutralBackground1}
          />
        );
      })}
    </g>
  ));
}

function Bars(
  props: Shape & {
    readonly stacked: boolean;
    readonly show: (value: number) => string;
    readonly categories: readonly string[];
  },
) {
  const { series, count, scale, plot, stacked, show, categories } = props;
  const styles = useStyles();
  const left = 150;
  const along = (value: number): number =>
    left + ((value - scale.low) / (scale.high - scale.low)) * (plot.right - left);
  const high = (plot.bottom - plot.top) / Math.max(count, 1);
  const each = stacked ? high * 0.7 : (high * 0.7) / Math.max(series.length, 1);
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.line} x1={along(tick)} x2={along(tick)} y1={plot.top} y2={plot.bottom} />
          <text className={styles.text} x={along(tick)} y={plot.bottom + 16} textAnchor="middle">
            {show(tick)}
          </text>
        </g>
      ))}
      {categories.map((category, at) => (
        <text key={at} className={styles.text} x={left - 6} y={plot.top + (at + 0.5) * high + 4} textAnchor="end">
          {category.length > 22 ? `${category.slice(0, 21)}…` : category}
        </text>
      ))}
      {series.map(({ name, values }, which) => (
        <g key={which} data-series={name}>
          {values.map((value, at) => {
            if (value === null || Number.isNaN(value)) return null;
            const below = stacked ? series.slice(0, which).reduce((sum, one) => sum + (one.values[at] || 0), 0) : 0;
            const [from, to] = [along(below), along(below + value)];
            const y = plot.top + at * high + high * 0.15 + (stacked ? 0 : which * each);
            return (
              <rect
                key={at}
                x={Math.min(from, to)}
                y={y}
                width={Math.abs(to - from)}
                height={each}
                fill={look(which).color}
              />
            );
          })}
        </g>
      ))}
    </>
  );
}

function Legend({
  names,
  width,
  y,
}: {
  readonly names: readonly string[];
  readonly width: number;
  readonly y: number;
}) {
  const styles = useStyles();
  const each = width / Math.max(names.length, 1);
  const room = Math.max(3, Math.floor((each - 30) / 6));
  return names.map((name, at) => (
    <g key={at} transform={`translate(${at * each + 8} ${y})`}>
      <line x1={0} x2={18} y1={-4} y2={-4} stroke={look(at).color} strokeWidth={4} strokeDasharray={look(at).dash} />
      <text className={styles.text} x={23}>
        {name.length > room ? `${name.slice(0, room - 1)}…` : name}
      </text>
    </g>
  ));
}
