import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import type { Refusal } from "../../../../schema/sync/protocol.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { useText } from "../../app/TextContext.tsx";

/** So many allowed values are named; of the rest only the number. */
const NAMED = 12;

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    overflowWrap: "anywhere",
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, marginTop: tokens.spacingVerticalXXS },
  words: { minWidth: 0 },
  picks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
  allowed: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  readonly refusal: Refusal;
  /** Writes one of the values that may stand there into the cell, where one click can. */
  readonly onPick?: ((value: string) => void) | undefined;
  readonly busy?: boolean;
}

/** Why a row or a cell was refused, and what may stand there instead. */
export function RefusalNote({ refusal, onPick, busy = false }: Props) {
  const text = useText();
  const styles = useStyles();
  const allowed = refusal.allowed ?? [];
  const named = allowed.slice(0, NAMED).map((words) => text.words(words));
  if (allowed.length > NAMED) named.push(text.say(messages.moreAllowed, { count: allowed.length - NAMED }));
  return (
    <div className={styles.root}>
      <ErrorCircleRegular className={styles.icon} aria-label={text.say(messages.refused)} />
      <div className={styles.words}>
        {text.words(refusal.message)}
        {named.length > 0 && (
          <div className={styles.allowed}>
            {text.say(messages.allowed)} {onPick ? null : named.join(" · ")}
          </div>
        )}
        {onPick && (
          <div className={styles.picks} role="group" aria-label={text.say(messages.allowed)}>
            {allowed.slice(0, NAMED).map((words) => (
              <Button
                key={text.words(words)}
                size="small"
                disabledFocusable={busy}
                onClick={() => onPick(text.words(words))}
              >
                {text.words(words)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
