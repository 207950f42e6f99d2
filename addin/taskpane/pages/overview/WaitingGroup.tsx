import { Button, CounterBadge, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { overview as messages } from "../../../i18n/messages/overview.ts";
import type { Text } from "../../../i18n/text.ts";
import { useText } from "../../app/TextContext.tsx";
import { RowLink } from "../../parts/RowLink.tsx";
import type { Waiting } from "../../records/port.ts";

/** Records shown until a person asks for the rest. */
const FIRST = 5;

/** Since which day it waits, or on which day it is due. */
function whenOf(since: string, text: Text): string {
  const [when = since] = text.instant(since).split(" ");
  return text.say(Date.parse(since) > Date.now() ? messages.due : messages.since, { when });
}

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  item: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: "anywhere",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  more: { justifySelf: "start" },
});

interface Props {
  readonly group: Waiting;
  /** Called when the cursor stands on a record's row. */
  readonly onThere: () => void;
}

/** Records that wait for one reason, those that wait longest first. */
export function WaitingGroup({ group, onThere }: Props) {
  const text = useText();
  const styles = useStyles();
  const id = useId();
  const [all, setAll] = useState(false);
  const { label, total, items } = group;
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {label}
        </h2>
        <CounterBadge aria-hidden="true" count={total} overflowCount={999} color="informative" />
        <span className="visually-hidden">{text.say(messages.total, { count: total })}</span>
      </div>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id} className={styles.item}>
            <div>
              <RowLink {...item} onThere={onThere} />
            </div>
            <div className={styles.quiet}>{item.why}</div>
            {item.since !== null && (
              <div className={styles.quiet}>
                <time dateTime={item.since}>{whenOf(item.since, text)}</time>
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          {text.say(messages.showAll, { count: items.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
