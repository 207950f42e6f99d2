import { Badge, makeStyles, tokens, type BadgeProps } from "@fluentui/react-components";
import { useCallback } from "react";
import { TIMER_KINDS, TIMER_STATES, type TimerState } from "../../../../schema/timers/timer.ts";
import type { RowTimer } from "../../../../schema/timers/answers.ts";
import { timers as messages } from "../../../i18n/messages/timers.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { lengthText } from "../../parts/length.ts";
import { useRecords } from "../../records/RecordsContext.tsx";
import { Part } from "./Part.tsx";
import { TimerWhy } from "./TimerWhy.tsx";

const COLOURS: Readonly<Record<TimerState, NonNullable<BadgeProps["color"]>>> = {
  RUNNING: "informative",
  WARNING: "warning",
  PAUSED: "informative",
  OVERDUE: "danger",
  MET: "success",
  BREACHED: "danger",
  NO_TARGET: "informative",
};

const useStyles = makeStyles({
  timer: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  turns: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props {
  readonly register: string;
  readonly row: string;
}

/** The record's timers against what was agreed, each with why it stands as it does; nothing for records that are not timed. */
export function TimersPart({ register, row }: Props) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  const loaded = useLoaded(
    useCallback((signal: AbortSignal) => records.timers(register, row, signal), [records, register, row]),
  );
  if (loaded.failure) return <FailureNote failure={loaded.failure} again={loaded.reload} />;
  if (!loaded.data || loaded.data.timers.length === 0) return null;
  const { timers, turns } = loaded.data;
  return (
    <Part title={text.say(messages.title)}>
      {timers.map((timer) => (
        <Timer key={timer.kind} timer={timer} />
      ))}
      {turns.length > 0 && (
        <>
          <p className={styles.quiet}>{text.say(messages.turns)}</p>
          <ul className={styles.turns}>
            {turns.map(({ at, what }) => (
              <li key={`${at} ${what.en}`} className={styles.quiet}>
                {text.instant(at)} {text.words(what)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Timer({ timer }: { readonly timer: RowTimer }) {
  const text = useText();
  const styles = useStyles();
  const { kind, state, to, due, remaining, used, target, level, calendar } = timer;
  const by = calendar?.name ?? text.say(messages.always);
  const facts: (readonly [string, string])[] = [];
  if (target !== null || due !== null)
    facts.push([text.say(messages.due), due === null ? text.say(messages.noDue) : text.instant(due)]);
  if (target !== null && level) {
    if (to !== null) facts.push([text.say(messages.ended), text.instant(to)]);
    if (remaining !== null && (to === null || remaining < 0))
      facts.push([text.say(remaining < 0 ? messages.over : messages.left), lengthText(remaining, text)]);
    const times = { used: lengthText(used, text), target: lengthText(target * 60, text) };
    facts.push([text.say(messages.used), text.say(messages.usedOf, times)]);
    facts.push([text.say(messages.by), text.say(messages.basis, { level: level.name, calendar: by })]);
  }
  return (
    <div className={styles.timer}>
      <div className={styles.head}>
        <h4 className={styles.name}>{text.words(TIMER_KINDS[kind])}</h4>
        <Badge appearance="tint" color={COLOURS[state]}>
          {text.words(TIMER_STATES[state])}
        </Badge>
      </div>
      {facts.length === 0 ? (
        <p className={styles.quiet}>{text.say(messages.noLevel, { calendar: by })}</p>
      ) : (
        <dl className={styles.facts}>
          {facts.flatMap(([term, value]) => [
            <dt key={term} className={styles.term}>
              {term}
            </dt>,
            <dd key={`${term} value`} className={styles.value}>
              {value}
            </dd>,
          ])}
        </dl>
      )}
      <TimerWhy timer={timer} />
    </div>
  );
}
