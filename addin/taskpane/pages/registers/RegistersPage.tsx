import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { dailyRegisters } from "../../../../schema/registers/groups.ts";
import { registers as messages } from "../../../i18n/messages/registers.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { work } from "../../../i18n/messages/work.ts";
import type { Page } from "../../app/pane.ts";
import { useText } from "../../app/TextContext.tsx";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { NewWorkbook } from "./NewWorkbook.tsx";
import { RefreshResult, type Refreshed } from "./RefreshResult.tsx";
import { RegisterCard } from "./RegisterCard.tsx";
import { RegisterGroups } from "./RegisterGroups.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly go: (page: Page) => void;
  /** The ribbon's Refresh was pressed. */
  readonly refreshAsked: boolean;
  /** What was asked is taken up. */
  readonly onDone: () => void;
}

/** Every register: whether it has a sheet here, how much of it is unpublished, and when it was last in step. */
export function RegistersPage({ go, refreshAsked, onDone }: Props) {
  const text = useText();
  const styles = useStyles();
  const { signIn, sheets, statuses, rights } = useWorkbook();
  const desk = useWork();
  const [result, setResult] = useState<Refreshed | null>(null);
  const { run } = desk;
  const { reload: reloadRights } = rights;

  const open = useCallback(
    async (register: RegisterKey) => {
      setResult(null);
      await run(
        work.opening,
        (job) => sheets.open(register, text.language, job),
        () => void open(register),
      );
    },
    [run, sheets, text.language],
  );
  const openAll = useCallback(
    async (registers: readonly RegisterKey[]) => {
      setResult(null);
      const { name, institution } = signIn.current() ?? { name: "", institution: "" };
      await run(
        work.openingAll,
        (job) => sheets.openAll(registers, text.language, { person: name, institution }, job),
        () => void openAll(registers),
      );
    },
    [run, sheets, signIn, text.language],
  );
  const refresh = useCallback(
    async (register: RegisterKey) => {
      setResult(null);
      const report = await run(
        work.refreshing,
        (job) => sheets.refresh(register, job),
        () => void refresh(register),
      );
      if (!report) return;
      setResult({ register, report });
      reloadRights();
    },
    [run, sheets, reloadRights],
  );

  const opened = statuses.data?.find(({ sheet }) => sheet === "OPEN");
  useEffect(() => {
    if (!refreshAsked || !statuses.data) return;
    onDone();
    if (!opened) return;
    // The sheet the person stands in, where it is a register's.
    void sheets.selectedRow().then(
      (at) => refresh(at?.register ?? opened.register),
      () => refresh(opened.register),
    );
  }, [refreshAsked, statuses.data, opened, refresh, onDone, sheets]);

  // Until the server has said what the person may read, no register is offered that is not here already.
  const readable = new Set(rights.data?.map(({ key }) => key));
  const here = statuses.data?.filter(({ sheet }) => sheet !== "NONE") ?? [];
  const others = statuses.data?.filter(({ sheet, register }) => sheet === "NONE" && readable.has(register)) ?? [];
  const daily = dailyRegisters(signIn.current()?.roles ?? []).filter((key) => readable.has(key));
  const lacking = daily.some((key) => others.some(({ register }) => register === key));

  return (
    <Section title={text.say(messages.title)}>
      {result && <RefreshResult refreshed={result} go={go} onClose={() => setResult(null)} />}
      {statuses.failure && <FailureNote failure={statuses.failure} again={statuses.reload} />}
      {statuses.data === null && statuses.loading && <Waiting label={text.say(shell.loading)} />}
      <ul className={styles.list}>
        {here.map((status) => (
          <li key={status.register}>
            <RegisterCard
              status={status}
              busy={desk.running !== null}
              onOpen={() => void open(status.register)}
              onRefresh={() => void refresh(status.register)}
              go={go}
            />
          </li>
        ))}
      </ul>
      {lacking && daily.length > 1 && (
        <NewWorkbook registers={daily} busy={desk.running !== null} onMake={() => void openAll(daily)} />
      )}
      {rights.failure && here.length === 0 && <FailureNote failure={rights.failure} again={rights.reload} />}
      <RegisterGroups
        statuses={others}
        busy={desk.running !== null}
        onOpen={(register) => void open(register)}
        go={go}
      />
    </Section>
  );
}
