import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { Change } from "./Change.tsx";
import { figureOf, periodOf } from "./figure.ts";
import { FigureTable } from "./FigureTable.tsx";
import type { SeriesView } from "./port.ts";
import { StatusBadge } from "./StatusBadge.tsx";
import { Trend } from "./Trend.tsx";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  value: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  words: { margin: 0 },
  facts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
});

interface Props {
  readonly series: SeriesView;
  /** 1: value, target and status. 2: how it moves too. 3: limits, signals and parts as well. */
  readonly depth: 1 | 2 | 3;
}

/** One KPI: where it stands, where it should stand, how it moves, and the way to what it is made of. */
export function KpiTile({ series, depth }: Props) {
  const text = useText();
  const styles = useStyles();
  const title = useId();
  const { latest, movement } = series;
  const { kpi, scope, period, value, target, status, coverage } = latest;
  return (
    <article className={styles.root} aria-labelledby={title} data-kpi={kpi.code}>
      <h2 id={title} className={styles.name}>
        {kpi.name}
      </h2>
      <p className={styles.quiet}>
        {kpi.code} · {text.say(messages.forPeriod, { scope: scope.name || scope.code, period: periodOf(period, text) })}
      </p>
      <div className={styles.head}>
        <span className={styles.value} data-value={value ?? ""}>
          {figureOf(value, kpi.unit, text)}
        </span>
        {status !== null && <StatusBadge status={status} />}
      </div>
      <p className={`${styles.quiet} ${styles.facts}`}>
        <span>
          {target === null
            ? text.say(messages.noTarget)
            : text.say(messages.target, { value: figureOf(target, kpi.unit, text) })}
        </span>
        <Change series={series} />
        {coverage !== null && coverage < 1 && (
          <span>{text.say(messages.coverage, { share: String(Math.round(coverage * 100)) })}</span>
        )}
      </p>
      <Trend series={series} limits={depth === 3} />
      {depth > 1 && movement.words !== "" && <p className={styles.words}>{movement.words}</p>}
      {depth === 3 && movement.provisional && movement.mean !== null && (
        <p className={styles.quiet}>{text.say(messages.provisional)}</p>
      )}
      {depth > 1 && (
        <Accordion collapsible>
          <AccordionItem value="figures">
            <AccordionHeader as="h3" size="small">
              {text.say(messages.details)}
            </AccordionHeader>
            <AccordionPanel>
              <FigureTable series={series} parts={depth === 3} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </article>
  );
}
