import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useCallback } from "react";
import { overview as messages } from "../../../i18n/messages/overview.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useRecords } from "../../records/RecordsContext.tsx";
import { WaitingGroup } from "./WaitingGroup.tsx";

const useStyles = makeStyles({
  groups: { display: "grid", gap: tokens.spacingVerticalL, minWidth: 0 },
  again: { justifySelf: "start" },
});

/** What waits for the person: each record with why, since when, and the way to its row. */
export default function OverviewPage({ go }: { readonly go: (page: Page) => void }) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  // Texts come in the pane's language.
  const { data, failure, loading, reload } = useLoaded(
    useCallback((signal: AbortSignal) => records.overview(signal), [records]),
    text.language,
  );
  return (
    <Section title={text.say(messages.title)}>
      {failure && <FailureNote failure={failure} again={reload} />}
      {data === null && loading && <Waiting label={text.say(shell.loading)} />}
      {data?.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title={text.say(messages.nothingTitle)}>
          {text.say(messages.nothing)}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <div className={styles.groups}>
          {data.map((group) => (
            <WaitingGroup key={group.key} group={group} onThere={() => go("record")} />
          ))}
        </div>
      )}
      {data && (
        <Button className={styles.again} icon={<ArrowClockwiseRegular />} onClick={reload}>
          {text.say(messages.again)}
        </Button>
      )}
    </Section>
  );
}
