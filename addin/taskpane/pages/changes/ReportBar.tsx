import type { Message } from "../../../i18n/message.ts";
import { publishing as messages } from "../../../i18n/messages/publishing.ts";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { OUTCOMES, type Outcome } from "../../../../schema/sync/protocol.ts";
import type { Text } from "../../../i18n/text.ts";
import type { Counts } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { ResultBar } from "../../parts/ResultBar.tsx";
import type { Result } from "./useChangeDesk.ts";

interface Props {
  readonly register: RegisterKey;
  readonly result: Result;
  readonly onShowRefused: () => void;
  readonly onClose: () => void;
}
type Of = Exclude<Result["of"], "NOTE">;

function messageOf(of: Of, outcome: Outcome) {
  if (of === "CHECK" && outcome === "APPLIED") return messages.CHECKED_APPLIED;
  if (of === "CHECK" && outcome === "REFUSED") return messages.CHECKED_REFUSED;
  if (of === "UNDO" && outcome === "APPLIED") return messages.UNDONE_APPLIED;
  if (of === "UNDO" && outcome === "CONFLICT") return messages.UNDONE_CONFLICT;
  return messages[outcome];
}

function titleOf(of: Of, counts: Counts): Message {
  if (of === "CHECK") return messages.checkedTitle;
  if (of === "UNDO") return messages.undoneTitle;
  const landed = counts.APPLIED + counts.MERGED;
  if (counts.REFUSED + counts.CONFLICT === 0) return messages.publishedTitle;
  return landed === 0 ? messages.publishedNone : messages.publishedPartly;
}

function summary(of: Of, counts: Counts, text: Text): string {
  const told = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  if (told.length === 0) return text.say(messageOf(of, "UNCHANGED"), { count: 0 });
  return told.map((outcome) => text.say(messageOf(of, outcome), { count: counts[outcome] })).join(", ");
}

/** How a check, a publish, an undo or a choice ended. */
export function ReportBar({ result, onShowRefused, onClose }: Props) {
  const text = useText();
  if (result.of === "NOTE") {
    return <ResultBar result={result} intent="success" title={result.say(text)} onClose={onClose} />;
  }
  const { counts } = result.report;
  const trouble = counts.REFUSED + counts.CONFLICT > 0;
  return (
    <ResultBar
      result={result}
      intent={trouble ? "warning" : "success"}
      title={text.say(titleOf(result.of, counts))}
      action={counts.REFUSED > 0 ? { label: text.say(messages.showRefused), act: onShowRefused } : undefined}
      onClose={onClose}
    >
      {summary(result.of, counts, text)}.{counts.REFUSED > 0 && ` ${text.say(messages.refusedHint)}`}
    </ResultBar>
  );
}
