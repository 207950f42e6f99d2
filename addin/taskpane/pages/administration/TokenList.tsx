import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { administration as messages } from "../../../i18n/messages/administration.ts";
import { useText } from "../../app/TextContext.tsx";
import type { ApiToken } from "./port.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalS },
  item: {
    display: "flex",
    alignItems: "start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  button: { flexShrink: 0 },
});

interface Props {
  readonly tokens: readonly ApiToken[];
  readonly busy: boolean;
  readonly onRevoke: (token: ApiToken) => void;
}

/** The tokens there are, and since when those revoked are no good. */
export function TokenList({ tokens: all, busy, onRevoke }: Props) {
  const text = useText();
  const styles = useStyles();
  if (all.length === 0) return <p className={styles.quiet}>{text.say(messages.none)}</p>;
  return (
    <ul className={styles.list} aria-label={text.say(messages.list)}>
      {all.map((token) => (
        <li key={token.id} className={styles.item}>
          <div className={styles.words}>
            <div className={styles.name}>{token.name}</div>
            <div className={styles.quiet}>
              {text.say(messages.made, { by: token.createdBy, at: text.instant(token.createdAt) })}
            </div>
            {token.revokedAt !== null && (
              <div className={styles.quiet}>{text.say(messages.revokedAt, { at: text.instant(token.revokedAt) })}</div>
            )}
          </div>
          {token.revokedAt === null && (
            <Button
              className={styles.button}
              size="small"
              disabledFocusable={busy}
              aria-label={text.say(messages.revokeAria, { name: token.name })}
              onClick={() => onRevoke(token)}
            >
              {text.say(messages.revoke)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
