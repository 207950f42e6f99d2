import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { parseCell } from "../../../../schema/registers/cells.ts";
import type { Cell } from "../../../../schema/registers/register.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { columnOf } from "../../parts/cellText.ts";
import type { Step } from "../../records/port.ts";
import { CellInput } from "./CellInput.tsx";

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
  /** Cells to be written with the step, canonical. */
  readonly onTake: (cells: Readonly<Record<string, Cell>>) => void;
  readonly onCancel: () => void;
}

/** What a step needs, filled in right here, and what to know before taking it. */
export function StepForm({ register, step, busy, onTake, onCancel }: Props) {
  const text = useText();
  const styles = useStyles();
  const title = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const columns = step.needs.flatMap((key) => {
    const column = columnOf(register, key);
    return column ? [[key, column] as const] : [];
  });
  const take = () => {
    const cells: Record<string, Cell> = {};
    const wrong: Record<string, string> = {};
    for (const [key, column] of columns) {
      const parsed = parseCell(key, column, typed[key] ?? "");
      if (!parsed.ok) wrong[key] = text.words(parsed.refusal.message);
      else if (parsed.cell === null) wrong[key] = text.say(messages.needed);
      else cells[key] = parsed.cell;
    }
    setFaults(wrong);
    if (Object.keys(wrong).length === 0) onTake(cells);
  };
  return (
    <form
      className={styles.root}
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <h4 id={title} className={styles.title}>
        {columns.length > 0 ? `${step.label}: ${text.say(messages.fillIn)}` : step.label}
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
      {columns.map(([key, column]) => (
        <CellInput
          key={key}
          column={column}
          value={typed[key] ?? ""}
          fault={faults[key]}
          onChange={(value) => setTyped({ ...typed, [key]: value })}
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
