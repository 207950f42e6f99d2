import { useCallback } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { maturity as messages } from "../../../i18n/messages/maturity.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { work } from "../../../i18n/messages/work.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { LevelCard } from "./LevelCard.tsx";
import { useMaturity } from "./MaturityContext.tsx";
import { NextLevel } from "./NextLevel.tsx";
import { Standing } from "./Standing.tsx";

/** How mature the institution is, what the next level asks, and the way to the sheets where it is filled in. */
export default function MaturityPage() {
  const text = useText();
  const service = useMaturity();
  const { sheets } = useWorkbook();
  const { run } = useWork();
  const { language } = text;
  // The server's sentences come in the pane's language.
  const loaded = useLoaded(
    useCallback((signal: AbortSignal) => service.maturity(signal), [service]),
    language,
  );
  const open = useCallback(
    (register: RegisterKey) => {
      const again = () => void run(work.opening, (job) => sheets.open(register, language, job), again);
      again();
    },
    [run, sheets, language],
  );
  return (
    <Section title={text.say(messages.title)}>
      {loaded.failure && <FailureNote failure={loaded.failure} again={loaded.reload} />}
      {loaded.data === null && loaded.loading && <Waiting label={text.say(shell.loading)} />}
      {loaded.data && (
        <>
          <LevelCard level={loaded.data.level} />
          <NextLevel view={loaded.data} open={open} />
          <Standing view={loaded.data} open={open} />
        </>
      )}
    </Section>
  );
}
