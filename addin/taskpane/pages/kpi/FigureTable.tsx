import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { STATUS_LABELS } from "../../../../schema/measuring/labels.ts";
import type { KpiResult } from "../../../../schema/measuring/results.ts";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { BehindRows } from "./BehindRows.tsx";
import { numberOf, periodOf } from "./figure.ts";
import type { SeriesView } from "./port.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 },
  // A wide table scrolls in its own place, by keyboard too.
  scroll: { overflowX: "auto", minWidth: 0 },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: "start",
    whiteSpace: "nowrap",
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});

interface Props {
  readonly series: SeriesView;
  /** Numerators, denominators and counts too. */
  readonly parts: boolean;
}

/** All that the line shows, as a table, the latest period first; each period leads to its records. */
export function FigureTable({ series, parts }: Props) {
  const text = useText();
  const styles = useStyles();
  const [opened, setOpened] = useState<KpiResult | null>(null);
  const { latest, results } = series;
  const { name, unit } = latest.kpi;
  const number = (value: number | null) => (
    <td className={`${styles.cell} ${styles.number}`}>{value === null ? "–" : numberOf(value, text)}</td>
  );
  const heads = [
    ...[messages.period, messages.value, messages.targetShort, messages.status],
    ...(parts ? [messages.numerator, messages.denominator, messages.count] : []),
  ];
  const caption = text.say(messages.table, { name: unit === "" ? name : `${name}, ${unit}` });
  return (
    <div className={styles.root}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
        <table className={styles.table} aria-label={caption}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col" className={styles.cell}>
                  {text.say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...results].reverse().map((result) => {
              const period = periodOf(result.period, text);
              return (
                <tr key={result.period.from}>
                  <th scope="row" className={styles.cell}>
                    <Button
                      appearance="transparent"
                      size="small"
                      aria-label={text.say(messages.behind, { period })}
                      onClick={() => setOpened(result)}
                    >
                      {period}
                    </Button>
                  </th>
                  {number(result.value)}
                  {number(result.target)}
                  <td className={styles.cell}>
                    {result.status === null ? "–" : text.words(STATUS_LABELS[result.status])}
                  </td>
                  {parts && (
                    <>
                      {number(result.numerator)}
                      {number(result.denominator)}
                      {number(result.count)}
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {opened && <BehindRows of={opened} />}
    </div>
  );
}
