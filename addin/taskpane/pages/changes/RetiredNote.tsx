import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { useState } from "react";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { publishing } from "../../../i18n/messages/publishing.ts";
import type { PendingRow, RetiredRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS, justifyItems: "start" },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly row: PendingRow;
  readonly retired: RetiredRow;
  readonly title: string;
  readonly desk: ChangeDesk;
}

/** A row of the sheet whose record is retired: why it is still here, and the ways out. */
export function RetiredNote({ row, retired, title, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const restore = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  const { by, batch } = retired;
  return (
    <div className={styles.root}>
      <p className={styles.words}>{text.say(by === "OURS" ? messages.retiredByUs : messages.retiredByOthers)}</p>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={desk.busy}
          aria-label={text.say(messages.takeOutAria, { title })}
          onClick={() => desk.discard([row.row], (said) => said.say(publishing.rowTakenOut))}
        >
          {text.say(messages.takeOut)}
        </Button>
        {batch && (
          <Button
            {...restore}
            size="small"
            disabledFocusable={desk.busy}
            aria-label={text.say(messages.undoRetiringAria, { title })}
            onClick={() => setAsking(true)}
          >
            {text.say(messages.undoRetiring)}
          </Button>
        )}
      </div>
      {batch && (
        <ConfirmDialog
          open={asking}
          title={text.say(publishing.undoThisTitle)}
          action={text.say(publishing.undoDo)}
          onClose={() => setAsking(false)}
          onConfirm={() => desk.undo(batch.batch)}
        >
          {text.say(publishing.undoBody, { at: text.instant(batch.at), count: batch.rows })}
        </ConfirmDialog>
      )}
    </div>
  );
}
