import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { HistoryEntry } from "../../../../schema/sync/protocol.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { useText } from "../../app/TextContext.tsx";
import { CellChange } from "../../parts/CellChange.tsx";
import { columnLabel } from "../../parts/cellText.ts";

/** The fields of an entry that stand open; a created record has twenty. */
const OPEN = 4;

const useStyles = makeStyles({
  item: {
    position: "relative",
    display: "grid",
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    padding: `0 0 ${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    // The line of time, from one dot to the next.
    "::before": {
      content: '""',
      position: "absolute",
      insetBlock: `${tokens.spacingVerticalS} calc(-1 * ${tokens.spacingVerticalS})`,
      insetInlineStart: "5px",
      borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
    "::after": {
      content: '""',
      position: "absolute",
      top: tokens.spacingVerticalXS,
      insetInlineStart: 0,
      width: "7px",
      height: "7px",
      borderRadius: tokens.borderRadiusCircular,
      border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    ":last-child::before": { display: "none" },
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  kind: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  changes: { margin: 0, display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  change: { minWidth: 0 },
  column: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0 },
  more: { justifySelf: "start" },
});

interface Props {
  readonly register: string;
  readonly entry: HistoryEntry;
}

/** One change: what kind, who, when, and each field from what to what. */
export function HistoryItem({ register, entry }: Props) {
  const text = useText();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const created = entry.kind === "CREATE";
  const changes = open ? entry.changes : entry.changes.slice(0, OPEN);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.kind}>{text.say(messages[entry.kind])}</span>
        <span className={styles.quiet}>{text.say(messages.version, { version: String(entry.version) })}</span>
      </div>
      <div className={styles.quiet}>
        {entry.by} · <time dateTime={entry.at}>{text.instant(entry.at)}</time>
      </div>
      <dl className={styles.changes}>
        {changes.map(({ column, from, to }) => (
          <div key={column} className={styles.change}>
            <dt className={styles.column}>{columnLabel(register, column, text)}</dt>
            <dd className={styles.value}>
              <CellChange register={register} column={column} {...(created ? {} : { from })} to={to} />
            </dd>
          </div>
        ))}
      </dl>
      {entry.changes.length > OPEN && (
        <Link as="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {text.say(open ? messages.showFewer : messages.showAll)}
        </Link>
      )}
    </li>
  );
}
