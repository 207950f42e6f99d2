import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { publishing } from "../../../i18n/messages/publishing.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "start" },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly row: PendingRow;
  readonly title: string;
  readonly desk: ChangeDesk;
}

/** A row that was deleted from the sheet: nothing has happened yet, and it can come back. */
export function DeletedNote({ row, title, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <p className={styles.words}>{text.say(messages.deletedHere)}</p>
      <Button
        size="small"
        disabledFocusable={desk.busy}
        aria-label={text.say(messages.putBackAria, { title })}
        onClick={() => desk.discard([row.row], (said) => said.say(publishing.rowPutBack))}
      >
        {text.say(messages.putBack)}
      </Button>
    </div>
  );
}
