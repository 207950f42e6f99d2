import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import { parseCell } from "../../../../schema/registers/cells.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import type { Refusal } from "../../../../schema/sync/protocol.ts";
import type { Step } from "../../records/port.ts";
import { named } from "../changes/candidates.ts";
import { CellInput, type Fault } from "./inputs/CellInput.tsx";
import { fieldsOf } from "./fields.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props {
  readonly register: string;
  readonly step: Step;
  readonly busy: boolean;
  /** Why the server refused the step when it was tried. */
  readonly refusals: readonly Refusal[];
  /** Cells to be written with the step, canonical. */
  readonly onTake: (cells: Readonly<Record<string, Cell>>) => void;
  readonly onCancel: () => void;
}

/** What a step needs, filled in right here, and what to know before taking it. */
export function StepForm({ register, step, busy, refusals, onTake, onCancel }: Props) {
  const text = useText();
  const styles = useStyles();
  const title = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, Fault>>>({});
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOf(register, step, refusals);
  useEffect(() => {
    const told = refusals.flatMap(({ column, message, allowed = [], code }) => {
      const picks = code === "AMBIGUOUS_REFERENCE" ? allowed.map((words) => text.words(words)) : [];
      return column === null ? [] : [[column, { message: text.words(message), picks }] as const];
    });
    // Of several reasons the first is the weightiest.
    setFaults(Object.fromEntries(told.reverse()));
  }, [refusals, text]);
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);
  const write = (key: string, value: string) => {
    setTyped({ ...typed, [key]: value });
  };
  const take = () => {
    const cells: Record<string, Cell> = {};
    const wrong: Record<string, Fault> = {};
    for (const { key, column, required } of fields) {
      const parsed = parseCell(key, column, typed[key] ?? "");
      if (!parsed.ok) wrong[key] = { message: text.words(parsed.refusal.message), picks: [] };
      else if (parsed.cell !== null) cells[key] = parsed.cell;
      else if (required) wrong[key] = { message: text.say(messages.needed), picks: [] };
    }
    setFaults(wrong);
    if (Object.keys(wrong).length === 0) onTake(cells);
  };
  return (
    <form
      ref={form}
      className={styles.root}
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <h4 id={title} className={styles.title}>
        {fields.length > 0 ? `${step.label}: ${text.say(messages.fillIn)}` : step.label}
      </h4>
      {step.warnings.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.say(messages.warning)}</MessageBarTitle>
            <ul className={styles.list}>
              {step.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {fields.map(({ key, column, required }) => (
        <CellInput
          key={key}
          column={column}
          required={required}
          value={typed[key] ?? ""}
          fault={faults[key]}
          onChange={(value) => write(key, value)}
          onPick={(pick) => {
            write(key, listText(named(typed[key] ?? "", pick)));
            form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
          }}
        />
      ))}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {text.say(messages.doIt, { step: step.label })}
        </Button>
        <Button onClick={onCancel}>{text.say(shell.cancel)}</Button>
      </div>
    </form>
  );
}

const listText = (cell: Cell): string => (Array.isArray(cell) ? cell.join("; ") : String(cell));
