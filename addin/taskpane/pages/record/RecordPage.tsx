import { CursorClickRegular } from "@fluentui/react-icons/svg/cursor-click";
import { useCallback } from "react";
import { record as messages } from "../../../i18n/messages/record.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useHints } from "../../data/useHints.ts";
import { useLoaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { RecordView } from "./RecordView.tsx";

/** The row under the cursor. Follows the selection in the sheet. */
export default function RecordPage() {
  const text = useText();
  const { sheets } = useWorkbook();
  const busy = useWork().running !== null;
  const selected = useLoaded(useCallback(() => sheets.selectedRow(), [sheets]));
  useHints(sheets, "SELECTED", busy, selected.reload);
  useHints(sheets, "CHANGED", busy, selected.reload);
  const nothingYet = selected.data === null && selected.loading;
  return (
    <Section title={text.say(messages.title)}>
      {selected.failure && <FailureNote failure={selected.failure} again={selected.reload} />}
      {nothingYet && <Waiting label={text.say(shell.loading)} />}
      {!nothingYet && !selected.data && !selected.failure && (
        <EmptyState icon={<CursorClickRegular />} title={text.say(messages.noneTitle)}>
          {text.say(messages.none)}
        </EmptyState>
      )}
      {selected.data && (
        <RecordView
          key={`${selected.data.register} ${selected.data.row ?? "new"}`}
          selected={selected.data}
          sheets={sheets}
        />
      )}
    </Section>
  );
}
