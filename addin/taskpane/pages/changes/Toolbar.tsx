import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { ClipboardCheckmarkRegular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { CloudArrowUpRegular } from "@fluentui/react-icons/svg/cloud-arrow-up";
import { DeleteDismissRegular } from "@fluentui/react-icons/svg/delete-dismiss";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { publishing } from "../../../i18n/messages/publishing.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import { DeletedDialog } from "./DeletedDialog.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  more: { marginInlineStart: "auto" },
});

interface Props {
  readonly register: RegisterKey;
  readonly desk: ChangeDesk;
  readonly rows: readonly PendingRow[];
  readonly mayPublish: boolean;
  readonly publishAsked: boolean;
  readonly onDone: () => void;
}
type Question = "DELETED" | "UNDO" | "DISCARD";

/** Publish, Check, and the rarer deeds, each asked about where it takes something away. */
export function Toolbar({ register, desk, rows, mayPublish, publishAsked, onDone }: Props) {
  const text = useText();
  const styles = useStyles();
  // Where the focus returns to when a question is closed.
  const restore = useRestoreFocusTarget();
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const deleted = rows.filter(({ kind }) => kind === "DELETE");
  const nothing = rows.length === 0;
  const { lastBatch } = desk;
  const stuck = desk.busy || nothing || !mayPublish;
  const publish = () => (deleted.length > 0 ? setQuestion("DELETED") : desk.publish({ do: "LEAVE" }));
  const read = desk.changes.data !== null && !desk.changes.loading;
  useEffect(() => {
    if (!publishAsked || !read) return;
    onDone();
    if (!stuck) publish();
    // Once the sheet is read; what `publish` is made of is as fresh as this very render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [publishAsked, read]);
  return (
    <div className={styles.root}>
      <Button
        {...restore}
        appearance="primary"
        icon={<CloudArrowUpRegular />}
        disabledFocusable={stuck}
        onClick={publish}
      >
        {text.say(messages.publish)}
      </Button>
      <Button icon={<ClipboardCheckmarkRegular />} disabledFocusable={stuck} onClick={desk.check}>
        {text.say(messages.check)}
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...restore}
            className={styles.more}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text.say(messages.more)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<ArrowUndoRegular />}
              disabled={desk.busy || lastBatch === null}
              onClick={() => setQuestion("UNDO")}
            >
              {text.say(messages.undo)}
            </MenuItem>
            <MenuItem
              icon={<DeleteDismissRegular />}
              disabled={desk.busy || nothing}
              onClick={() => setQuestion("DISCARD")}
            >
              {text.say(messages.discardAll)}
            </MenuItem>
            <MenuItem icon={<ArrowClockwiseRegular />} disabled={desk.busy} onClick={desk.changes.reload}>
              {text.say(messages.reread)}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <DeletedDialog
        open={question === "DELETED"}
        register={register}
        rows={deleted}
        onClose={close}
        onPublish={desk.publish}
      />
      <ConfirmDialog
        open={question === "UNDO" && lastBatch !== null}
        title={text.say(publishing.undoTitle)}
        action={text.say(publishing.undoDo)}
        onClose={close}
        onConfirm={() => lastBatch && desk.undo(lastBatch.batch)}
      >
        {lastBatch && text.say(publishing.undoBody, { at: text.instant(lastBatch.at), count: lastBatch.rows })}
      </ConfirmDialog>
      <ConfirmDialog
        open={question === "DISCARD"}
        title={text.say(publishing.discardTitle)}
        action={text.say(publishing.discardDo)}
        onClose={close}
        onConfirm={() =>
          desk.discard(
            rows.map(({ row }) => row),
            (said) => said.say(publishing.discarded),
          )
        }
      >
        {text.say(publishing.discardAllBody, { count: rows.length })}
      </ConfirmDialog>
    </div>
  );
}
