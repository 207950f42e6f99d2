import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Select,
} from "@fluentui/react-components";
import { useMemo } from "react";
import type { Column } from "../../../schema/registers/register.ts";
import { optionsOf } from "../../sync/import/options.ts";
import type { FromColumn } from "../../sync/import/reading.ts";
import { sourceValues, type SourceValue } from "../../sync/import/values.ts";
import type { ColumnMapping, ImportPlan, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { importing } from "./messages.ts";
import { useImportStyles } from "./styles.ts";

interface Props {
  readonly name: string;
  readonly column: Column;
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly mapping: FromColumn;
  readonly set: (mapping: ColumnMapping) => void;
}

const UNSET = "?";
/** More different values than this are no closed list; the person is better served by another column. */
const SHOWN = 60;

/** The source's values of a column of options, each with the option it means; unknown ones stand first and open. */
export function ValueMapping({ name, column, grid, plan, mapping, set }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const values = useMemo(() => sourceValues(plan, grid, name, column), [plan, grid, name, column]);
  if (!optionsOf(column) || values.length === 0) return null;
  // What the person maps stays in the list, among the open ones, until the page is left.
  const asked = values.filter((one) => one.option === undefined || Object.hasOwn(mapping.values ?? {}, one.value));
  const open = asked.filter((one) => one.option === undefined);
  const shown = [...asked, ...values.filter((one) => !asked.includes(one))];
  const map = (pairs: readonly (readonly [string, string])[]) => {
    const next = new Map(Object.entries(mapping.values ?? {}));
    for (const [value, option] of pairs) {
      if (option === UNSET) next.delete(value);
      else next.set(value, option);
    }
    set({ ...mapping, values: Object.fromEntries(next) });
  };
  return (
    <Accordion collapsible defaultOpenItems={open.length > 0 ? ["values"] : []}>
      <AccordionItem value="values">
        <AccordionHeader as="h5" size="small">
          {text.say(importing.values)}
        </AccordionHeader>
        <AccordionPanel style={{ margin: 0 }}>
          <div className={styles.step}>
            <p className={styles.small} role="status">
              {open.length > 0 ? text.say(importing.valuesOpen, { count: open.length }) : text.say(importing.valuesAll)}
            </p>
            {shown.slice(0, SHOWN).map((one) => (
              <OneValue key={one.value} one={one} column={column} map={(option) => map([[one.value, option]])} />
            ))}
            {shown.length > SHOWN && (
              <p className={styles.small}>{text.say(importing.moreValues, { count: shown.length - SHOWN })}</p>
            )}
            {open.length > 1 && (
              <Button size="small" onClick={() => map(open.map((one) => [one.value, ""]))}>
                {text.say(importing.emptyOthers)}
              </Button>
            )}
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

interface OneProps {
  readonly one: SourceValue;
  readonly column: Column;
  readonly map: (option: string) => void;
}
function OneValue({ one, column, map }: OneProps) {
  const text = useText();
  const styles = useImportStyles();
  const options = optionsOf(column) ?? {};
  return (
    <Field className={styles.field} label={text.say(importing.valueCount, { value: one.value, count: one.count })}>
      <Select className={styles.select} value={one.option ?? UNSET} onChange={(_event, { value }) => map(value)}>
        <option value={UNSET}>{text.say(importing.valueUnset)}</option>
        {Object.entries(options).map(([key, option]) => (
          <option key={key} value={key}>
            {text.words(option.label)}
          </option>
        ))}
        <option value="">{text.say(importing.valueEmpty)}</option>
      </Select>
    </Field>
  );
}
