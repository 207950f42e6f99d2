import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { useState } from "react";
import { conflicts as messages } from "../../../i18n/messages/conflicts.ts";
import type { Choice, PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

interface Props {
  readonly rows: readonly PendingRow[];
  readonly desk: ChangeDesk;
}

/** All conflicts at once: mine or theirs, after saying what either means. */
export function ConflictsBar({ rows, desk }: Props) {
  const text = useText();
  const restore = useRestoreFocusTarget();
  const [asked, setAsked] = useState<Choice["take"] | null>(null);
  const cells = rows.flatMap(({ row, conflicts }) => conflicts.map(({ column }) => ({ row, column })));
  const count = rows.filter(({ conflicts }) => conflicts.length > 0).length;
  const close = () => setAsked(null);
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.say(messages.allTitle, { count })}</MessageBarTitle>
          {text.say(messages.allBody)}
        </MessageBarBody>
        <MessageBarActions>
          <Button {...restore} disabledFocusable={desk.busy} onClick={() => setAsked("MINE")}>
            {text.say(messages.allMine)}
          </Button>
          <Button {...restore} disabledFocusable={desk.busy} onClick={() => setAsked("THEIRS")}>
            {text.say(messages.allTheirs)}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <ConfirmDialog
        open={asked !== null}
        title={text.say(asked === "THEIRS" ? messages.allTheirsTitle : messages.allMineTitle)}
        action={text.say(asked === "THEIRS" ? messages.takeTheirs : messages.keepMine)}
        onClose={close}
        onConfirm={() => asked && desk.resolve(cells.map((cell) => ({ ...cell, take: asked })))}
      >
        {text.say(asked === "THEIRS" ? messages.allTheirsBody : messages.allMineBody, { count: cells.length })}
      </ConfirmDialog>
    </>
  );
}
