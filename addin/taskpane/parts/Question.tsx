import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { useText } from "../app/TextContext.tsx";

export interface QuestionProps {
  readonly open: boolean;
  readonly title: string;
  /** What the button that goes on says: the deed, not “OK”. */
  readonly action: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
}

/** The dialog itself; see ConfirmDialog. */
export default function Question({ open, title, action, onClose, onConfirm, children }: QuestionProps) {
  const text = useText();
  return (
    <Dialog
      open={open}
      modalType="alert"
      onOpenChange={(_event, { open: opens }) => {
        if (!opens) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onClose();
                onConfirm();
              }}
            >
              {action}
            </Button>
            <Button onClick={onClose}>{text.say(shell.cancel)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
