import { Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { YES_NO } from "../../../../schema/registers/cells.ts";
import type { Column, Options } from "../../../../schema/registers/register.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { useText } from "../../app/TextContext.tsx";

const useStyles = makeStyles({
  several: { display: "grid" },
  input: { minWidth: 0 },
  legend: { fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly column: Column;
  /** As typed; of a closed list the entry's key, of several the keys parted by `;`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, if anything. */
  readonly fault: string | undefined;
}

/** An input for one cell, by the column's type, with its heading and what may be written. */
export function CellInput({ column, value, onChange, fault }: Props) {
  const text = useText();
  const styles = useStyles();
  const hint = useHint(column);
  const label = text.words(column.label);
  return (
    <Field
      label={label}
      required
      {...(hint && { hint })}
      {...(fault && { validationMessage: fault, validationState: "error" as const })}
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
          default:
            return (
              <Input
                {...field}
                className={styles.input}
                value={value}
                inputMode={column.type === "integer" || column.type === "number" ? "decimal" : "text"}
                onChange={(_event, { value: typed }) => onChange(typed)}
              />
            );
        }
      }}
    </Field>
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
    default:
      return null;
  }
}

interface SeveralProps extends Pick<Props, "value" | "onChange"> {
  readonly options: Options;
  readonly label: string;
}

function Several({ options, value, onChange, label }: SeveralProps) {
  const text = useText();
  const styles = useStyles();
  const chosen = value.split(";").filter((key) => key !== "");
  return (
    <div role="group" aria-label={label} className={styles.several}>
      {Object.entries(options).map(([key, option]) => (
        <Checkbox
          key={key}
          label={text.words(option.label)}
          checked={chosen.includes(key)}
          onChange={(_event, { checked }) =>
            onChange((checked ? [...chosen, key] : chosen.filter((each) => each !== key)).join(";"))
          }
        />
      ))}
    </div>
  );
}
