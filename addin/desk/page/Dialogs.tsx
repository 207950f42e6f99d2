import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { Text } from "../../i18n/text.ts";
import { useText } from "../../taskpane/app/TextContext.tsx";
import { desk } from "./messages.ts";

/** What the desk asks or tells in a dialog. */
export type Asking =
  | { readonly kind: "replace"; readonly name: string; readonly go: () => void }
  | { readonly kind: "openFailed"; readonly file: string; readonly reason: string }
  | { readonly kind: "saveFailed"; readonly reason: string };

export function DeskDialog({ asking, onClose }: { readonly asking: Asking | null; readonly onClose: () => void }) {
  const text = useText();
  if (!asking) return null;
  const go = asking.kind === "replace" ? asking.go : null;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{titleOf(asking, text)}</DialogTitle>
          <DialogContent>
            <Said asking={asking} />
          </DialogContent>
          <DialogActions>
            <Button appearance={go ? "secondary" : "primary"} onClick={onClose}>
              {text.say(go ? desk.cancel : desk.close)}
            </Button>
            {go && (
              <Button
                appearance="primary"
                onClick={() => {
                  onClose();
                  go();
                }}
              >
                {text.say(desk.replace)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function titleOf(asking: Asking, text: Text): string {
  switch (asking.kind) {
    case "replace":
      return text.say(desk.replaceTitle, { name: asking.name });
    case "openFailed":
      return text.say(desk.openFailedTitle, { file: asking.file });
    case "saveFailed":
      return text.say(desk.saveFailedTitle);
  }
}

function Said({ asking }: { readonly asking: Asking }) {
  const text = useText();
  switch (asking.kind) {
    case "replace":
      return <>{text.say(desk.replaceText)}</>;
    case "openFailed":
    case "saveFailed":
      return <>{asking.reason}</>;
  }
}
