import { makeStyles, tokens } from "@fluentui/react-components";
import { calendar as messages } from "../../../i18n/messages/calendar.ts";
import { useText } from "../../app/TextContext.tsx";
import { dayWords, type Month } from "./months.ts";
import { useDayClass } from "./styles.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXS, alignContent: "start", minWidth: 0 },
  table: { width: "100%", tableLayout: "fixed", borderCollapse: "separate", borderSpacing: "2px" },
  caption: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalXXS },
  weekday: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  date: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

/** Any Monday: names of weekdays do not hang on which. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** A month as a table of weeks, and under it in words what is special about its days. */
export function MonthTable({ month }: { readonly month: Month }) {
  const text = useText();
  const styles = useStyles();
  const dayClass = useDayClass();
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(text.language, { ...options, timeZone: "UTC" });
  const long = named({ weekday: "long" });
  const short = text.say(messages.weekdays).split(" ");
  const caption = named({ month: "long", year: "numeric" }).format(new Date(`${month.key}-01T00:00:00Z`));
  return (
    <div className={styles.root}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, at) => {
              const day = new Date(MONDAY + at * DAY_MS);
              return (
                <th key={at} scope="col" abbr={long.format(day)} className={styles.weekday}>
                  {short[at]}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, at) => (
            <tr key={at}>
              {week.map((day, place) =>
                day === null ? (
                  <td key={place} />
                ) : (
                  <td key={place} className={dayClass(day.kind)} title={dayWords(day, text)}>
                    {day.kind === "OPEN" ? (
                      Number(day.day.slice(8))
                    ) : (
                      <>
                        <span aria-hidden>{Number(day.day.slice(8))}</span>
                        <span className="visually-hidden">{`${Number(day.day.slice(8))}, ${dayWords(day, text)}`}</span>
                      </>
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {month.special.length > 0 && (
        <ul className={styles.list}>
          {month.special.map((day) => (
            <li key={day.day}>
              <span className={styles.date}>{`${day.day.slice(8)}.${day.day.slice(5, 7)}.`}</span> {dayWords(day, text)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
