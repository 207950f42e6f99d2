import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { shell } from "../../i18n/messages/shell.ts";
import { work } from "../../i18n/messages/work.ts";
import { useWorkbook } from "../data/WorkbookContext.tsx";
import { useWork } from "../work/WorkContext.tsx";
import { useText } from "./TextContext.tsx";

/** Says that the server does not answer, as long as the last question went without one. */
export function Offline() {
  const text = useText();
  const { rights } = useWorkbook();
  const { failed } = useWork();
  // The failure of the work itself says the same with more detail.
  if (rights.failure?.kind !== "OFFLINE" || failed?.failure.kind === "OFFLINE") return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.say(work.offlineTitle)}</MessageBarTitle>
        {text.say(work.offline)}
      </MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={rights.loading} onClick={rights.reload}>
          {text.say(shell.tryAgain)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
