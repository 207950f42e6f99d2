import { Badge, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import { findRegister } from "../../../../schema/registers/catalogue.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import type { HistoryEntry } from "../../../../schema/sync/protocol.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import type { SelectedRow, SheetService } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { History } from "./History.tsx";
import { ImpactPart } from "./ImpactPart.tsx";
import { LinksPart } from "./LinksPart.tsx";
import { Steps } from "./Steps.tsx";
import { TimersPart } from "./TimersPart.tsx";
import { newestFirst, stageOf } from "./stage.ts";
import { Suggestions } from "../../parts/suggestions/Suggestions.tsx";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL, minWidth: 0 },
  head: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  code: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});

/** Registers whose records are solved with what is known already. */
const SOLVED: ReadonlySet<string> = new Set(["applications", "incidents", "problems"]);

/** Registers whose records are measured against agreed times. */
const TIMED: ReadonlySet<string> = new Set(["applications", "incidents"]);

interface Props {
  readonly selected: SelectedRow;
  readonly sheets: SheetService;
}

export function RecordView({ selected, sheets }: Props) {
  const text = useText();
  const styles = useStyles();
  const { register, row, code, title, cells } = selected;
  const history = useLoaded<readonly HistoryEntry[]>(
    useCallback(() => (row === null ? Promise.resolve([]) : sheets.history(register, row)), [sheets, register, row]),
  );
  const stage = history.data && stageOf(register, history.data, text);
  const version = history.data ? newestFirst(history.data)[0]?.version : undefined;
  const one = findRegister(register)?.one;
  const helped = SOLVED.has(register) && title !== "" && (
    <Suggestions
      register={register}
      title={title}
      description={said(cells["description"] ?? cells["text"])}
      subject={said(cells["subject"] ?? cells["service"])}
      category={said(cells["category"])}
    />
  );
  return (
    <div className={styles.root}>
      <div className={styles.head} role="status">
        <h2 className={styles.title}>{title || text.say(messages.untitled)}</h2>
        <div className={styles.facts}>
          {one && <span className={styles.code}>{text.words(one)}</span>}
          {code && <span className={styles.code}>{code}</span>}
          {stage && (
            <Badge appearance="tint" color="brand">
              {stage}
            </Badge>
          )}
        </div>
      </div>
      {row === null ? (
        <>
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text.say(messages.newTitle)}</MessageBarTitle>
              {text.say(messages.new)}
            </MessageBarBody>
          </MessageBar>
          {helped}
        </>
      ) : (
        <>
          {history.failure && <FailureNote failure={history.failure} again={history.reload} />}
          {history.data === null && history.loading && <Waiting label={text.say(shell.loading)} />}
          {version !== undefined && <Steps register={register} row={row} version={version} onTaken={history.reload} />}
          {helped}
          {TIMED.has(register) && <TimersPart key={`timers ${version}`} register={register} row={row} />}
          <ImpactPart key={`impact ${version}`} register={register} row={row} name={[code, title].join(" ").trim()} />
          <LinksPart key={`links ${version}`} register={register} row={row} />
          {history.data && <History register={register} entries={history.data} />}
        </>
      )}
    </div>
  );
}

/** A cell's text; null where there is none. */
const said = (cell: Cell | undefined): string | null => (typeof cell === "string" && cell !== "" ? cell : null);
