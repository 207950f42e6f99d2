import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Message } from "../../i18n/message.ts";
import type { ImportReport } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { ConfirmDialog } from "../parts/ConfirmDialog.tsx";
import { useFocusOn } from "../parts/useFocusOn.ts";
import { useWork } from "../work/WorkContext.tsx";
import { importing } from "./messages.ts";
import { RowList } from "./RowList.tsx";
import type { StepProps } from "./step.ts";
import { useImportStyles } from "./styles.ts";

interface Props extends StepProps {
  readonly report: ImportReport;
}

/** How the import ended, what did not go in, and how to take it back. */
export function ResultStep({ importer, sheets, draft, act, report }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const [asking, setAsking] = useState(false);
  const { plan, grid, undone, register } = draft;
  const landed = report.created + report.changed > 0;

  async function takeBack() {
    const answer = await run(importing.undoing, (work) => importer.undo(register, report.batch, work));
    if (!answer) return;
    act({ do: "UNDONE", answer });
    if (draft.refreshed) await run(importing.refreshing, (work) => sheets.refresh(register, work));
  }
  const open = () => run(importing.opening, (work) => sheets.open(register, text.language, work));

  return (
    <div className={styles.step}>
      {undone ? <Undone answer={undone} /> : <Ended report={report} refreshed={draft.refreshed} />}
      {report.refused.length > 0 && plan && grid && (
        <>
          <h3 className={styles.heading}>{text.say(importing.refusedRows)}</h3>
          <p className={styles.quiet}>{text.say(importing.refusedHelp)}</p>
          <RowList
            rows={report.refused}
            plan={plan}
            jump={(row, column) => void importer.jump(plan, grid, row, column)}
          />
        </>
      )}
      <div className={styles.sticky}>
        <Button appearance="primary" disabledFocusable={running !== null} onClick={() => void open()}>
          {text.say(importing.openSheet)}
        </Button>
        <Button disabledFocusable={running !== null} onClick={() => act({ do: "AGAIN" })}>
          {text.say(importing.another)}
        </Button>
        {landed && !undone && (
          <Button disabledFocusable={running !== null} onClick={() => setAsking(true)}>
            {text.say(importing.undo)}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={text.say(importing.undoTitle)}
        action={text.say(importing.undo)}
        onClose={() => setAsking(false)}
        onConfirm={() => void takeBack()}
      >
        {text.say(importing.undoBody)}
      </ConfirmDialog>
    </div>
  );
}

function Ended({ report, refreshed }: { readonly report: ImportReport; readonly refreshed: boolean }) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  useFocusOn(bar, report);
  const { stopped, refused } = report;
  const parts = [
    [importing.created, report.created],
    [importing.changed, report.changed],
    [importing.unchanged, report.counts.UNCHANGED],
    [importing.refused, refused.length],
    [importing.unsent, stopped?.unsent ?? 0],
  ] as const satisfies readonly (readonly [Message, number])[];
  const told = parts.filter(([, count]) => count > 0).map(([message, count]) => text.say(message, { count }));
  const title = stopped ? importing.ended : refused.length > 0 ? importing.doneSome : importing.done;
  return (
    <div ref={bar} tabIndex={-1} className="focused-result">
      <MessageBar layout="multiline" intent={stopped ? "error" : refused.length > 0 ? "warning" : "success"}>
        <MessageBarBody>
          <MessageBarTitle>{text.say(title)}</MessageBarTitle>
          <div>{told.join(", ")}.</div>
          {stopped && <div>{text.words(stopped.message)}</div>}
          {refreshed && <div>{text.say(importing.sheetRefreshed)}</div>}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

function Undone({ answer }: { readonly answer: NonNullable<StepProps["draft"]["undone"]> }) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  useFocusOn(bar, answer);
  const back = answer.results.filter(({ outcome }) => outcome === "APPLIED" || outcome === "MERGED").length;
  const kept = answer.results.filter(({ outcome }) => outcome === "CONFLICT" || outcome === "REFUSED").length;
  return (
    <div ref={bar} tabIndex={-1} className="focused-result">
      <MessageBar layout="multiline" intent={kept > 0 ? "warning" : "success"}>
        <MessageBarBody>
          <MessageBarTitle>{text.say(importing.undoneTitle)}</MessageBarTitle>
          <div>{text.say(importing.undone, { count: back })}</div>
          {kept > 0 && <div>{text.say(importing.undoKept, { count: kept })}</div>}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
