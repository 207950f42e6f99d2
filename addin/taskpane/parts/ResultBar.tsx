import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useRef, type ReactNode } from "react";
import { shell } from "../../i18n/messages/shell.ts";
import { useText } from "../app/TextContext.tsx";
import { useFocusOn } from "./useFocusOn.ts";

interface Props {
  /** What is told of; the focus moves here whenever it is another. */
  readonly result: unknown;
  readonly intent: MessageBarIntent;
  readonly title: string;
  readonly action?: { readonly label: string; readonly act: () => void } | undefined;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** How some work ended. Takes the focus and is read aloud. */
export function ResultBar({ result, intent, title, action, onClose, children }: Props) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  useFocusOn(bar, result);
  return (
    <div ref={bar} tabIndex={-1} className="focused-result">
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {children}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={text.say(shell.close)}
              onClick={onClose}
            />
          }
        >
          {action && <Button onClick={action.act}>{action.label}</Button>}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
