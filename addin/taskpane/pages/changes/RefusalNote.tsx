import { makeStyles, tokens } from "@fluentui/react-components";
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
  allowed: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Why a row or a cell was refused, and what may stand there instead. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
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
            {text.say(messages.allowed)} {named.join(" · ")}
          </div>
        )}
      </div>
    </div>
  );
}
