import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { DeleteDismissRegular } from "@fluentui/react-icons/svg/delete-dismiss";
import { LocationTargetSquareRegular } from "@fluentui/react-icons/svg/location-target-square";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useState } from "react";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import { publishing } from "../../../i18n/messages/publishing.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({ root: { display: "flex", flexShrink: 0 } });

interface Props {
  readonly row: PendingRow;
  readonly title: string;
  readonly desk: ChangeDesk;
}

/** What can be done with one row. A deleted one is nowhere in the sheet to go to. */
export function RowActions({ row, title, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const restore = useRestoreFocusTarget();
  const [asking, setAsking] = useState(false);
  if (row.kind === "DELETE") return null;
  return (
    <div className={styles.root}>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...restore}
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={text.say(messages.rowActions, { title })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<LocationTargetSquareRegular />}
              onClick={() => desk.jump(row.row, row.cells[0]?.column ?? null)}
            >
              {text.say(messages.goToRow)}
            </MenuItem>
            <MenuItem icon={<DeleteDismissRegular />} disabled={desk.busy} onClick={() => setAsking(true)}>
              {text.say(messages.discardRow)}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <ConfirmDialog
        open={asking}
        title={text.say(publishing.discardTitle)}
        action={text.say(publishing.discardDo)}
        onClose={() => setAsking(false)}
        onConfirm={() => desk.discard([row.row], (said) => said.say(publishing.discarded))}
      >
        {text.say(row.kind === "NEW" ? publishing.discardNewBody : publishing.discardRowBody, { title })}
      </ConfirmDialog>
    </div>
  );
}
