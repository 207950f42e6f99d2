import { Button } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { shell } from "../../i18n/messages/shell.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useText } from "./TextContext.tsx";

/** Something threw that nobody foresaw. */
export function Broken() {
  const text = useText();
  return (
    <div role="alert">
      <EmptyState
        icon={<ErrorCircleRegular />}
        level={1}
        title={text.say(shell.brokenTitle)}
        action={
          <Button appearance="primary" onClick={() => location.reload()}>
            {text.say(shell.reload)}
          </Button>
        }
      >
        {text.say(shell.brokenBody)}
      </EmptyState>
    </div>
  );
}
