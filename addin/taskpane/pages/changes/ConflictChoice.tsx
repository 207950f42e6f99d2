import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import type { CellConflict } from "../../../../schema/sync/protocol.ts";
import { conflicts as messages } from "../../../i18n/messages/conflicts.ts";
import { useText } from "../../app/TextContext.tsx";
import { cellText, columnLabel } from "../../parts/cellText.ts";
import { LongText } from "../../parts/LongText.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    minWidth: 0,
  },
  explain: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sides: { margin: 0, display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  side: { display: "grid", gridTemplateColumns: "56px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS },
  name: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  value: { margin: 0, minWidth: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  by: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly register: RegisterKey;
  readonly row: string;
  readonly title: string;
  readonly conflict: CellConflict;
  readonly desk: ChangeDesk;
}

/** A cell that two people changed: what it was, what each made of it, and the choice. */
export function ConflictChoice({ register, row, title, conflict, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const { column, base, mine, theirs, by, at } = conflict;
  const label = columnLabel(register, column, text);
  const value = (cell: Cell) => <LongText>{cellText(register, column, cell, text)}</LongText>;
  return (
    <div className={styles.root} role="group" aria-label={`${text.say(messages.title)}: ${label}`}>
      <p className={styles.explain}>{text.say(messages.explain)}</p>
      <dl className={styles.sides}>
        <div className={styles.side}>
          <dt className={styles.name}>{text.say(messages.base)}</dt>
          <dd className={styles.value}>{value(base)}</dd>
        </div>
        <div className={styles.side}>
          <dt className={styles.name}>{text.say(messages.mine)}</dt>
          <dd className={styles.value}>
            <span className={styles.strong}>{value(mine)}</span>
          </dd>
        </div>
        <div className={styles.side}>
          <dt className={styles.name}>{text.say(messages.theirs)}</dt>
          <dd className={styles.value}>
            <span className={styles.strong}>{value(theirs)}</span>
            <span className={styles.by}>{text.say(messages.by, { name: by, at: text.instant(at) })}</span>
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={desk.busy}
          aria-label={text.say(messages.keepMineAria, { column: label, title })}
          onClick={() => desk.resolve([{ row, column, take: "MINE" }])}
        >
          {text.say(messages.keepMine)}
        </Button>
        <Button
          size="small"
          disabledFocusable={desk.busy}
          aria-label={text.say(messages.takeTheirsAria, { column: label, title })}
          onClick={() => desk.resolve([{ row, column, take: "THEIRS" }])}
        >
          {text.say(messages.takeTheirs)}
        </Button>
      </div>
    </div>
  );
}
