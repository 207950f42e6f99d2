import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { parseCell } from "../../../schema/registers/cells.ts";
import type { Cell, Column } from "../../../schema/registers/register.ts";
import type { ColumnMapping } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { importing } from "./messages.ts";

type Fixed = Extract<ColumnMapping, { from: "FIXED" }>;
interface Props {
  readonly column: Column;
  readonly mapping: Fixed;
  readonly set: (mapping: ColumnMapping) => void;
}

/** One value for all rows, entered in the way that suits the column. */
export function FixedValue({ column, mapping, set }: Props) {
  const text = useText();
  const parsed = parseCell("", column, mapping.value);
  const put = (value: Cell) => set({ from: "FIXED", value });
  const empty = parsed.ok && parsed.cell === null;
  const hint =
    column.type === "reference" || column.type === "references" ? text.say(importing.fixedPeople) : undefined;
  const many = column.type === "references" ? text.say(importing.fixedMany) : undefined;
  if (column.type === "choices") return <Several column={column} mapping={mapping} put={put} />;
  return (
    <Field
      label={text.say(importing.fixedValue)}
      {...(hint ? { hint: [hint, many].filter(Boolean).join(". ") } : {})}
      {...(parsed.ok
        ? empty
          ? { validationState: "warning", validationMessage: text.say(importing.fixedEmpty) }
          : {}
        : { validationState: "error", validationMessage: text.words(parsed.refusal.message) })}
    >
      {control(column, mapping.value, put, text.say(importing.choose), (words) => text.words(words))}
    </Field>
  );
}

function control(
  column: Column,
  value: Cell,
  put: (value: Cell) => void,
  choose: string,
  words: (words: { lv: string; en: string }) => string,
): ReactElement {
  const written = value === null ? "" : String(value);
  if (column.type === "choice") {
    return (
      <Select value={written} onChange={(_event, chosen) => put(chosen.value === "" ? null : chosen.value)}>
        <option value="">{choose}</option>
        {Object.entries(column.options).map(([key, option]) => (
          <option key={key} value={key}>
            {words(option.label)}
          </option>
        ))}
      </Select>
    );
  }
  if (column.type === "text" && column.multiline) {
    return <Textarea value={written} onChange={(_event, typed) => put(typed.value)} />;
  }
  const type = column.type === "date" ? "date" : "text";
  return <Input type={type} value={written} onChange={(_event, typed) => put(typed.value)} />;
}

interface SeveralProps {
  readonly column: Extract<Column, { type: "choices" }>;
  readonly mapping: Fixed;
  readonly put: (value: Cell) => void;
}
/** Several options at once. */
function Several({ column, mapping, put }: SeveralProps) {
  const text = useText();
  const chosen = new Set(Array.isArray(mapping.value) ? (mapping.value as readonly string[]) : []);
  const toggle = (key: string, on: boolean) => {
    const keys = Object.keys(column.options).filter((each) => (each === key ? on : chosen.has(each)));
    put(keys.length === 0 ? null : keys);
  };
  return (
    <Field label={text.say(importing.fixedValue)}>
      <div role="group" aria-label={text.say(importing.fixedValue)}>
        {Object.entries(column.options).map(([key, option]) => (
          <div key={key}>
            <Checkbox
              label={text.words(option.label)}
              checked={chosen.has(key)}
              onChange={(_event, { checked }) => toggle(key, checked === true)}
            />
          </div>
        ))}
      </div>
    </Field>
  );
}
