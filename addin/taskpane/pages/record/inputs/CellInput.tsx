import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { YES_NO } from "../../../../../schema/registers/cells.ts";
import type { Column, Options } from "../../../../../schema/registers/register.ts";
import { record as messages } from "../../../../i18n/messages/record.ts";
import { useText } from "../../../app/TextContext.tsx";
import { ReferenceInput } from "./ReferenceInput.tsx";
import { Several } from "./Several.tsx";
import { TimeInput } from "./TimeInput.tsx";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  input: { minWidth: 0 },
  picks: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** What is wrong with a cell, and what may be written instead where one click can. */
export interface Fault {
  readonly message: string;
  readonly picks: readonly string[];
}

interface Props {
  readonly column: Column;
  /** Whether the step cannot be taken without it. */
  readonly required: boolean;
  /** As typed; of a closed list the entry's key, of several the keys parted by `;`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onPick: (pick: string) => void;
  readonly fault: Fault | undefined;
}

/** An input for one cell, by the column's type, with its heading and what may be written. */
export function CellInput({ column, required, value, onChange, onPick, fault }: Props) {
  const text = useText();
  const styles = useStyles();
  const hint = useHint(column);
  const label = text.words(column.label);
  return (
    <div className={styles.root}>
      <Field
        label={label}
        required={required}
        {...(hint && { hint })}
        {...(fault && { validationMessage: fault.message, validationState: "error" as const })}
      >
        {(field) => {
          if (column.type === "text" && column.multiline)
            return (
              <Textarea
                {...field}
                className={styles.input}
                resize="vertical"
                value={value}
                onChange={(_event, { value: typed }) => onChange(typed)}
              />
            );
          switch (column.type) {
            case "choice":
            case "boolean":
              return (
                <Select {...field} value={value} onChange={(_event, { value: chosen }) => onChange(chosen)}>
                  <option value="">{text.say(messages.choose)}</option>
                  {Object.entries<Options[string]>(column.type === "boolean" ? YES_NO : column.options).map(
                    ([key, option]) => (
                      <option key={key} value={key}>
                        {text.words(option.label)}
                      </option>
                    ),
                  )}
                </Select>
              );
            case "choices":
              return <Several options={column.options} value={value} onChange={onChange} label={label} />;
            case "date":
            case "datetime":
              return <TimeInput field={field} label={label} kind={column.type} value={value} onChange={onChange} />;
            case "reference":
            case "references":
              return (
                <ReferenceInput
                  field={field}
                  to={column.to}
                  many={column.type === "references"}
                  value={value}
                  onChange={onChange}
                />
              );
            default:
              return (
                <Input
                  {...field}
                  className={styles.input}
                  value={value}
                  inputMode={column.type === "integer" ? "numeric" : column.type === "number" ? "decimal" : "text"}
                  onChange={(_event, { value: typed }) => onChange(typed)}
                />
              );
          }
        }}
      </Field>
      {fault && fault.picks.length > 0 && (
        <div role="group" aria-label={text.say(messages.candidates, { column: label })} className={styles.picks}>
          {fault.picks.map((pick) => (
            <Button key={pick} size="small" onClick={() => onPick(pick)}>
              {pick}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function useHint(column: Column): string | null {
  const text = useText();
  switch (column.type) {
    case "reference":
      return text.say(messages.referenceHint);
    case "references":
      return `${text.say(messages.referenceHint)} ${text.say(messages.severalHint)}`;
    case "date":
      return text.say(messages.dayHint);
    case "datetime":
      return text.say(messages.timeHint);
    case "integer":
    case "number":
      return column.min === undefined || column.max === undefined
        ? null
        : text.say(messages.rangeHint, { min: column.min, max: column.max });
    default:
      return null;
  }
}
