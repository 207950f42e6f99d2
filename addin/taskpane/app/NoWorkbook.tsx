import { Link } from "@fluentui/react-components";
import { TableSimpleRegular } from "@fluentui/react-icons/svg/table-simple";
import { shell } from "../../i18n/messages/shell.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useText } from "./TextContext.tsx";

/** The pane was opened in a tab of its own. */
export function NoWorkbook() {
  const text = useText();
  return (
    <EmptyState
      icon={<TableSimpleRegular />}
      level={1}
      title={text.say(shell.noWorkbookTitle)}
      action={<Link href="/">{text.say(shell.openDesk)}</Link>}
    >
      {text.say(shell.noWorkbookBody)}
    </EmptyState>
  );
}
