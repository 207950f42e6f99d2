import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { shell } from "../../i18n/messages/shell.ts";
import { useText } from "../app/TextContext.tsx";
import { detailOf, type Failure } from "../work/failure.ts";

interface Props {
  readonly failure: Failure;
  readonly again: () => void;
}

/** Why a part of a page could not be shown. */
export function FailureNote({ failure, again }: Props) {
  const text = useText();
  const detail = detailOf(failure, text);
  if (failure.kind === "SIGNED_OUT" || failure.kind === "CANCELLED") return null;
  return (
    <MessageBar intent={failure.kind === "OFFLINE" ? "warning" : "error"} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{text.say(failure.title)}</MessageBarTitle>
        {text.say(failure.body)}
        {detail && <div>{text.say(shell.details, { details: detail })}</div>}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={again}>{text.say(shell.tryAgain)}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
