import { Combobox, Field, makeStyles, Option, Select, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { PERIOD_LABELS } from "../../../../schema/measuring/labels.ts";
import type { PeriodKind } from "../../../../schema/measuring/results.ts";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useRecords } from "../../records/RecordsContext.tsx";
import { useSettled } from "../knowledge/useSettled.ts";
import { type Audience, AUDIENCES } from "../../../../schema/measuring/audiences.ts";
import type { SeriesQuestion } from "./port.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(136px, 1fr))",
    gap: tokens.spacingHorizontalS,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  wide: { gridColumn: "1 / -1", minWidth: 0 },
  field: { minWidth: 0, "& select": { minWidth: 0, width: "100%" } },
  input: { minWidth: 0 },
});

/** Milliseconds without a key before the server is asked. */
const QUIET = 250;
const LASTS = [12, 24, 36] as const;
const PERIODS = ["MONTH", "QUARTER", "YEAR"] as const satisfies readonly PeriodKind[];

export interface Filtered extends SeriesQuestion {
  readonly audience: Audience | null;
}

interface Props {
  readonly value: Filtered;
  readonly onChange: (value: Filtered) => void;
}

/** For whom, of what, over which periods. */
export function Filters({ value, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <fieldset className={styles.root} aria-label={text.say(messages.filters)}>
      <Field className={styles.field} label={text.say(messages.audience)}>
        <Select
          value={value.audience ?? ""}
          onChange={(_event, data) => onChange({ ...value, audience: (data.value || null) as Audience | null })}
        >
          <option value="">{text.say(messages.everybody)}</option>
          {Object.entries(AUDIENCES).map(([key, { label }]) => (
            <option key={key} value={key}>
              {text.words(label)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={text.say(messages.period)}>
        <Select
          value={value.period ?? ""}
          onChange={(_event, data) => onChange({ ...value, period: (data.value || null) as PeriodKind | null })}
        >
          <option value="">{text.say(messages.ownPeriod)}</option>
          {PERIODS.map((kind) => (
            <option key={kind} value={kind}>
              {text.words(PERIOD_LABELS[kind])}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={text.say(messages.last)}>
        <Select
          value={String(value.last)}
          onChange={(_event, data) => onChange({ ...value, last: Number(data.value) })}
        >
          {LASTS.map((count) => (
            <option key={count}>{count}</option>
          ))}
        </Select>
      </Field>
      <Field className={styles.wide} label={text.say(messages.scope)} hint={text.say(messages.scopeHint)}>
        <ScopeInput onChange={(scope) => onChange({ ...value, scope })} />
      </Field>
    </fieldset>
  );
}

/** A service, resource or process by name or code; those that the letters typed so far may mean are offered. */
function ScopeInput({ onChange, ...field }: { readonly onChange: (scope: string | null) => void }) {
  const styles = useStyles();
  const records = useRecords();
  const [typed, setTyped] = useState("");
  const asked = useSettled(typed.trim(), QUIET);
  const { data } = useLoaded(
    useCallback(
      (signal: AbortSignal) => (asked.length < 2 ? Promise.resolve([]) : records.lookUp("scopes", asked, signal)),
      [records, asked],
    ),
  );
  return (
    <Combobox
      {...field}
      className={styles.input}
      input={{ size: 1 }}
      freeform
      inlinePopup
      value={typed}
      selectedOptions={[]}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (event.currentTarget.value.trim() === "") onChange(null);
      }}
      onOptionSelect={(_event, { optionValue, optionText }) => {
        if (optionValue === undefined) return;
        setTyped(optionText ?? optionValue);
        onChange(optionValue);
      }}
    >
      {(data ?? []).map(({ code, name }) => (
        <Option key={code} value={code} text={name || code}>
          {name === "" ? code : `${name} (${code})`}
        </Option>
      ))}
    </Combobox>
  );
}
