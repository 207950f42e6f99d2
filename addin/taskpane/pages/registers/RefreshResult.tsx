import type { Message } from "../../../i18n/message.ts";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import type { RefreshReport } from "../../../sync/service.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { ResultBar } from "../../parts/ResultBar.tsx";

export interface Refreshed {
  readonly register: RegisterKey;
  readonly report: RefreshReport;
}
interface Props {
  readonly refreshed: Refreshed;
  readonly go: (page: Page) => void;
  readonly onClose: () => void;
}

/** What a refresh brought. */
export function RefreshResult({ refreshed, go, onClose }: Props) {
  const text = useText();
  const { changedRows, newRows, retiredRows, conflicts } = refreshed.report;
  const counted = [
    [messages.newRows, newRows],
    [messages.changedRows, changedRows],
    [messages.retiredRows, retiredRows],
    [messages.newConflicts, conflicts],
  ] as const satisfies readonly (readonly [Message, number])[];
  const came = counted.filter(([, count]) => count > 0);
  return (
    <ResultBar
      result={refreshed}
      intent={conflicts > 0 ? "warning" : "success"}
      title={text.say(messages.refreshedTitle)}
      onClose={onClose}
      action={conflicts > 0 ? { label: text.say(messages.resolveConflicts), act: () => go("changes") } : undefined}
    >
      {came.length === 0
        ? text.say(messages.refreshedNothing)
        : `${came.map(([message, count]) => text.say(message, { count })).join(", ")}. ${text.say(messages.keptEdits)}`}
    </ResultBar>
  );
}
