import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useRef } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { useText } from "../app/TextContext.tsx";
import { useFocusOn } from "../parts/useFocusOn.ts";
import { detailOf } from "./failure.ts";
import { useWork } from "./WorkContext.tsx";

/** Why the last work did not come through, and what to do. Takes the focus, so that nobody misses it. */
export function FailureBar() {
  const { failed, running, dismiss } = useWork();
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  useFocusOn(bar, failed);
  if (!failed || failed.failure.kind === "SIGNED_OUT") return null;
  const { failure, again } = failed;
  const cancelled = failure.kind === "CANCELLED";
  const detail = detailOf(failure, text);
  return (
    <div ref={bar} tabIndex={-1} className="focused-result">
      <MessageBar
        layout="multiline"
        politeness={cancelled ? "polite" : "assertive"}
        intent={cancelled ? "info" : failure.kind === "OFFLINE" ? "warning" : "error"}
      >
        <MessageBarBody>
          {!cancelled && <MessageBarTitle>{text.say(failure.title)}</MessageBarTitle>}
          {text.say(failure.body)}
          {detail && <div>{text.say(shell.details, { details: detail })}</div>}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={text.say(shell.close)}
              onClick={dismiss}
            />
          }
        >
          {again && !cancelled && (
            <Button disabledFocusable={running !== null} onClick={again}>
              {text.say(shell.tryAgain)}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
