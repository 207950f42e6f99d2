import { Combobox, makeStyles, Option, tokens, type FieldControlProps } from "@fluentui/react-components";
import { useCallback } from "react";
import { record as messages } from "../../../../i18n/messages/record.ts";
import { useText } from "../../../app/TextContext.tsx";
import { useLoaded } from "../../../data/useLoaded.ts";
import { useRecords } from "../../../records/RecordsContext.tsx";
import { useSettled } from "../../knowledge/useSettled.ts";
import { lastPart, withLast } from "./parts.ts";

/** Milliseconds without a key before the server is asked. */
const QUIET = 250;
/** Fewer letters name too much. */
const LETTERS = 2;

const useStyles = makeStyles({
  root: { minWidth: 0 },
  option: { overflowWrap: "anywhere" },
  code: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly field: FieldControlProps;
  /** What the column refers to: a register or a group of them. */
  readonly to: string;
  readonly many: boolean;
  /** Names or codes as typed; of several, parted by `;`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Names a record by name or code; those that the letters typed so far may mean are offered. */
export function ReferenceInput({ field, to, many, value, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  const asked = useSettled(many ? lastPart(value) : value.trim(), QUIET);
  const { data } = useLoaded(
    useCallback(
      (signal: AbortSignal) => (asked.length < LETTERS ? Promise.resolve([]) : records.lookUp(to, asked, signal)),
      [records, to, asked],
    ),
  );
  return (
    <Combobox
      {...field}
      className={styles.root}
      input={{ size: 1 }}
      expandIcon={{ "aria-label": text.say(messages.openList) }}
      freeform
      inlinePopup
      value={value}
      selectedOptions={[]}
      onChange={(event) => onChange(event.currentTarget.value)}
      onOptionSelect={(_event, { optionValue }) => {
        if (optionValue !== undefined) onChange(many ? withLast(value, optionValue) : optionValue);
      }}
    >
      {(data ?? []).map(({ cell, code, name }) => (
        <Option key={cell} value={cell} text={cell} className={styles.option}>
          <span>
            {name || code} {name && <span className={styles.code}>{code}</span>}
          </span>
        </Option>
      ))}
    </Combobox>
  );
}
