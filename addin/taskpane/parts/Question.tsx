import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
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
  // What is agreed to may take this very dialog's page away, which is hidden from readers while the dialog stands: it
  // is done once the dialog is gone, as it was when it was agreed to.
  const agreed = useRef<(() => void) | null>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    if (!gone) return;
    setGone(false);
    agreed.current?.();
    agreed.current = null;
  }, [gone]);
  return (
    <Dialog
      open={open}
      modalType="alert"
      surfaceMotion={{
        onMotionFinish: (_event, { direction }) => {
          if (direction === "exit" && agreed.current) setGone(true);
        },
      }}
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
                agreed.current = onConfirm;
                onClose();
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
