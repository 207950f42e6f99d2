import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useText } from "../../taskpane/app/TextContext.tsx";
import { desk } from "./messages.ts";

/** What the desk asks or tells in a dialog. */
export type Asking =
  | { readonly kind: "replace"; readonly name: string; readonly go: () => void }
  | { readonly kind: "openFailed"; readonly file: string; readonly reason: string }
  | { readonly kind: "saveFailed"; readonly reason: string };

export function DeskDialog({ asking, onClose }: { readonly asking: Asking | null; readonly onClose: () => void }) {
  const { say } = useText();
  if (!asking) return null;
  const go = asking.kind === "replace" ? asking.go : null;
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{titleOf(asking, say)}</DialogTitle>
          <DialogContent>
            <Said asking={asking} />
          </DialogContent>
          <DialogActions>
            <Button appearance={go ? "secondary" : "primary"} onClick={onClose}>
              {say(go ? desk.cancel : desk.close)}
            </Button>
            {go && (
              <Button
                appearance="primary"
                onClick={() => {
                  onClose();
                  go();
                }}
              >
                {say(desk.replace)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function titleOf(asking: Asking, say: ReturnType<typeof useText>["say"]): string {
  switch (asking.kind) {
    case "replace":
      return say(desk.replaceTitle, { name: asking.name });
    case "openFailed":
      return say(desk.openFailedTitle, { file: asking.file });
    case "saveFailed":
      return say(desk.saveFailedTitle);
  }
}

function Said({ asking }: { readonly asking: Asking }) {
  const { say } = useText();
  switch (asking.kind) {
    case "replace":
      return <>{say(desk.replaceText)}</>;
    case "openFailed":
    case "saveFailed":
      return <>{asking.reason}</>;
  }
}
