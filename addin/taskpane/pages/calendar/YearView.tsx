import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { DayKind } from "../../../../schema/calendar/days.ts";
import type { YearDay } from "../../../../schema/calendar/year.ts";
import { calendar as messages } from "../../../i18n/messages/calendar.ts";
import { useText } from "../../app/TextContext.tsx";
import { lengthText } from "../../parts/length.ts";
import { minutesOf, monthsOf } from "./months.ts";
import { MonthTable } from "./MonthTable.tsx";
import { useDayClass } from "./styles.ts";

const useStyles = makeStyles({
  legend: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  sample: { minWidth: "28px" },
  months: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 240px), 1fr))",
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  total: { margin: 0 },
});

/** A year at a glance: what every mark means, the sum, the months. */
export function YearView({ days }: { readonly days: readonly YearDay[] }) {
  const text = useText();
  const styles = useStyles();
  const dayClass = useDayClass();
  const kinds = [...new Set(days.map(({ kind }) => kind))].toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)); // prettier-ignore
  const open = days.filter(({ hours }) => hours !== "").length;
  const hours = lengthText(minutesOf(days) * 60, text);
  return (
    <>
      {kinds.every((kind) => kind === "OUTSIDE") && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.say(messages.outsideAll)}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.total}>{text.say(messages.total, { count: open, hours })}</p>
      <ul className={styles.legend} aria-label={text.say(messages.legend)}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.entry}>
            <span className={`${dayClass(kind)} ${styles.sample}`} aria-hidden>
              12
            </span>
            {text.say(messages[kind])}
          </li>
        ))}
      </ul>
      <div className={styles.months}>
        {monthsOf(days).map((month) => (
          <MonthTable key={month.key} month={month} />
        ))}
      </div>
    </>
  );
}

/** In which order the legend tells. */
const ORDER: readonly DayKind[] = [
  ...(["OPEN", "SHORT", "MOVED_ON", "EXCEPTION_OPEN", "CLOSED"] as const),
  ...(["HOLIDAY", "DAY_OFF", "MOVED_OFF", "EXCEPTION_CLOSED", "OUTSIDE"] as const),
];
