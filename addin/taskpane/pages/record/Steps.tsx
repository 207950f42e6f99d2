import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { findRegister, type RegisterKey } from "../../../../schema/registers/catalogue.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import type { Refusal } from "../../../../schema/sync/protocol.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useWorkbook } from "../../data/WorkbookContext.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import type { Step } from "../../records/port.ts";
import { useRecords } from "../../records/RecordsContext.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { withoutField } from "./fields.ts";
import { Part } from "./Part.tsx";
import { StepForm } from "./StepForm.tsx";

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalS },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  label: { fontWeight: tokens.fontWeightSemibold },
});

type Told =
  | { readonly taken: string }
  /** Sentences, and the refusals that fields show beside them. */
  | { readonly refused: readonly string[]; readonly refusals: readonly Refusal[] };

const NOTHING_REFUSED: readonly Refusal[] = [];

interface Props {
  readonly register: RegisterKey;
  readonly row: string;
  readonly version: number;
  /** Called when a step was taken and the sheet has it. */
  readonly onTaken: () => void;
}

/** The steps from where the record is: those the person may take, each done right here, and who may take the others. */
export function Steps({ register, row, version, onTaken }: Props) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  const { sheets } = useWorkbook();
  const work = useWork();
  const [open, setOpen] = useState<Step | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  // Warnings and reasons come in the pane's language; a new version has other steps.
  const steps = useLoaded(
    useCallback((signal: AbortSignal) => records.steps(register, row, signal), [records, register, row]),
    `${version} ${text.language}`,
  );
  const state = findRegister(register)?.lifecycle?.column;
  if (state === undefined) return null;

  const take = async (step: Step, cells: Readonly<Record<string, Cell>>) => {
    const answer = await work.run(messages.taking, async (running) => {
      const taken = await records.take(register, row, version, { ...cells, [state]: step.to });
      if (taken.taken) await sheets.refresh(register, running);
      return taken;
    });
    if (!answer) return;
    if (answer.taken) {
      setTold({ taken: step.label });
      setOpen(null);
      onTaken();
      return;
    }
    const { refusals } = answer;
    const sentences = withoutField(register, step, refusals).map(({ message }) => text.words(message));
    if (refusals.length === 0) sentences.push(text.say(messages.changedMeanwhile));
    else if (sentences.length < refusals.length) sentences.push(text.say(messages.mendFields));
    setTold({ refused: sentences, refusals });
  };

  const allowed = steps.data?.filter((step) => step.allowed) ?? [];
  const others = steps.data?.filter((step) => !step.allowed) ?? [];
  return (
    <Part title={text.say(messages.steps)}>
      {steps.failure && <FailureNote failure={steps.failure} again={steps.reload} />}
      {steps.data === null && steps.loading && <Waiting label={text.say(shell.loading)} />}
      {steps.data?.length === 0 && <p className={styles.quiet}>{text.say(messages.noSteps)}</p>}
      {allowed.length > 0 && (
        <div className={styles.buttons}>
          {allowed.map((step) => (
            <Button
              key={step.to + step.label}
              aria-expanded={open === step}
              onClick={() => {
                setTold(null);
                setOpen(open === step ? null : step);
              }}
            >
              {step.label}
            </Button>
          ))}
        </div>
      )}
      {open && (
        <StepForm
          key={open.to + open.label}
          register={register}
          step={open}
          busy={work.running !== null}
          refusals={told && "refusals" in told ? told.refusals : NOTHING_REFUSED}
          onTake={(cells) => void take(open, cells)}
          onCancel={() => {
            setOpen(null);
            setTold(null);
          }}
        />
      )}
      <div role="status">
        {told && (
          <MessageBar intent={"taken" in told ? "success" : "error"} layout="multiline">
            <MessageBarBody>
              {"taken" in told ? (
                text.say(messages.taken, { step: told.taken })
              ) : (
                <>
                  <MessageBarTitle>{text.say(messages.notTaken)}</MessageBarTitle>
                  {told.refused.join(" ")}
                </>
              )}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {others.length > 0 && (
        <details>
          <summary>{text.say(messages.laterSteps)}</summary>
          <ul className={styles.list}>
            {others.map((step) => (
              <li key={step.to + step.label} className={styles.small}>
                <div className={styles.label}>{step.label}</div>
                <div>{step.reasons.join(" ") || text.say(messages.who, { who: step.who })}</div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}
