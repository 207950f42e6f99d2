import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Column } from "../../../schema/registers/register.ts";
import { readDate } from "../../sync/import/dates.ts";
import type { FromColumn } from "../../sync/import/reading.ts";
import { columnTexts, dateOrderIn } from "../../sync/import/values.ts";
import type { ColumnMapping, DateOrder, ImportPlan, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { importing } from "./messages.ts";

interface Props {
  readonly column: Column;
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly mapping: FromColumn;
  readonly set: (mapping: ColumnMapping) => void;
}
const ORDERS = ["DMY", "MDY"] as const satisfies readonly DateOrder[];

/** Asks which number is the day, where no date of the column tells. */
export function DateOrderChoice({ column, grid, plan, mapping, set }: Props) {
  const text = useText();
  const { headingRow, headingRows = 1 } = plan;
  const open = useMemo(
    () =>
      (column.type === "date" || column.type === "datetime") &&
      dateOrderIn({ headingRow, headingRows }, grid, mapping.index) === "AMBIGUOUS",
    [column, grid, headingRow, headingRows, mapping.index],
  );
  if (!open) return null;
  const sample =
    columnTexts(plan, grid, mapping.index).find((one) => readDate(one, "DMY") !== readDate(one, "MDY")) ?? "";
  const order = mapping.dateOrder ?? plan.dateOrder ?? "DMY";
  return (
    <Field label={text.say(importing.dateOrder)} hint={text.say(importing.dateOrderWhy, { sample })}>
      <RadioGroup
        value={order}
        onChange={(_event, { value }) => set({ ...mapping, dateOrder: value === "MDY" ? "MDY" : "DMY" })}
      >
        {ORDERS.map((each) => (
          <Radio
            key={each}
            value={each}
            label={text.say(importing[`date${each}`], { day: spelled(readDate(sample, each), text.language) })}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** The day with its month in words, so that nobody can misread it. */
function spelled(day: string | null, language: "lv" | "en"): string {
  if (day === null) return "—";
  return new Intl.DateTimeFormat(language === "lv" ? "lv-LV" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
