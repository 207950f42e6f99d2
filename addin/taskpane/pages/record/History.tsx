import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { HistoryEntry } from "../../../../schema/sync/protocol.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { useText } from "../../app/TextContext.tsx";
import { HistoryItem } from "./HistoryItem.tsx";
import { newestFirst } from "./stage.ts";

const STEP = 20;

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, minWidth: 0 },
  older: { justifySelf: "start" },
});

interface Props {
  readonly register: string;
  readonly entries: readonly HistoryEntry[];
}

/** Everything that happened to a row, newest first. */
export function History({ register, entries }: Props) {
  const text = useText();
  const styles = useStyles();
  const [shown, setShown] = useState(STEP);
  return (
    <section className={styles.root} aria-labelledby="history">
      <h3 id="history" className={styles.title}>
        {text.say(messages.history)}
      </h3>
      {entries.length === 0 && <p className={styles.none}>{text.say(messages.noHistory)}</p>}
      <ol className={styles.list}>
        {newestFirst(entries)
          .slice(0, shown)
          .map((entry) => (
            <HistoryItem key={entry.version} register={register} entry={entry} />
          ))}
      </ol>
      {entries.length > shown && (
        <Button className={styles.older} onClick={() => setShown(shown + STEP)}>
          {text.say(messages.older)}
        </Button>
      )}
    </section>
  );
}
