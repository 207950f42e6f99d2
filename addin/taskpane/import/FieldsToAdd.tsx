import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Refusal } from "../../../schema/sync/protocol.ts";
import { unusedColumns } from "../../sync/import/add-field.ts";
import type { ImportPlan, SourceGrid, UnusedColumn } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { fieldsKnown, knowMore } from "../data/known-fields.ts";
import { useRights } from "../data/WorkbookContext.tsx";
import { RefusalNote } from "../pages/changes/RefusalNote.tsx";
import { useWork } from "../work/WorkContext.tsx";
import { importing } from "./messages.ts";
import type { StepProps } from "./step.ts";
import { useImportStyles } from "./styles.ts";

interface Props extends Pick<StepProps, "importer" | "act"> {
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
}

/** Source columns that fill nothing: whoever may add custom fields can make one of each. */
export function FieldsToAdd({ importer, act, grid, plan }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const rights = useRights("customFields");
  const [refused, setRefused] = useState<{ readonly index: number; readonly refusals: readonly Refusal[] } | null>(
    null,
  );
  const used = new Set(Object.values(plan.mapping).flatMap((one) => (one.from === "COLUMN" ? [one.index] : [])));
  const heading = { row: plan.headingRow, rows: plan.headingRows ?? 1 };
  const unused = rights?.mayCreate && plan.register !== "customFields" ? unusedColumns(grid, heading, used) : [];
  if (unused.length === 0) return null;

  async function add(column: UnusedColumn) {
    setRefused(null);
    const added = await run(importing.addingField, (work) => importer.addField(plan, grid, column, work));
    if (!added) return;
    if ("refusals" in added) return setRefused({ index: column.index, refusals: added.refusals });
    const { field } = added;
    knowMore(plan.register, [...fieldsKnown(plan.register).filter(({ retired }) => !retired), field]);
    act({ do: "MAP", column: field.key, mapping: { from: "COLUMN", index: column.index } });
  }

  return (
    <Accordion collapsible>
      <AccordionItem value="unused">
        <AccordionHeader as="h3">{text.say(importing.unused, { count: unused.length })}</AccordionHeader>
        <AccordionPanel style={{ margin: 0 }}>
          <p className={styles.small}>{text.say(importing.unusedBody)}</p>
          <ul className={styles.list}>
            {unused.map((column) => (
              <li key={column.index}>
                <div className={styles.line}>
                  {column.heading}
                  <Button
                    size="small"
                    disabledFocusable={running !== null}
                    aria-label={text.say(importing.addFieldAria, { column: column.heading })}
                    onClick={() => void add(column)}
                  >
                    {text.say(importing.addField)}
                  </Button>
                </div>
                {refused?.index === column.index &&
                  refused.refusals.map((refusal, at) => <RefusalNote key={at} refusal={refusal} />)}
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
