import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { registers } from "../../../schema/registers/catalogue.ts";
import { isCustom, withCustomFields } from "../../../schema/registers/custom.ts";
import type { Column } from "../../../schema/registers/register.ts";
import { importable } from "../../sync/import/mapping.ts";
import type { ImportPlan, ImportProposal, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { fieldsKnown } from "../data/known-fields.ts";
import { useWork } from "../work/WorkContext.tsx";
import { ColumnCard } from "./ColumnCard.tsx";
import { FieldsToAdd } from "./FieldsToAdd.tsx";
import { stillFits } from "./fresh.ts";
import { HeadingChoice } from "./HeadingChoice.tsx";
import { KeyChoice } from "./KeyChoice.tsx";
import { importing } from "./messages.ts";
import type { StepProps } from "./step.ts";
import { useImportStyles } from "./styles.ts";

interface Props extends StepProps {
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly proposal: ImportProposal;
}

/** Which source column fills which register column, and how its values are read. */
export function ColumnsStep({ importer, draft, act, grid, plan, proposal }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const fields = fieldsKnown(plan.register);
  const register = withCustomFields(registers[plan.register], fields);
  // Where a column stands is decided once a proposal: a card must not jump away under the person's hand.
  const [proposed, others] = useMemo(() => groups(proposal, importable(register)), [proposal, register]);
  // A field that the person has just made of a source column stands with what is mapped.
  const made = others.filter(([key]) => isCustom(key) && !(key in proposal.mapping));
  const mapped = [...proposed, ...made];
  const left = others.filter((pair) => !made.includes(pair));
  const remembered = Object.values(proposal.hints).some(({ reason }) => reason === "REMEMBERED");
  const cardProps = { grid, plan, proposal, act };
  const missing = importable(register).find(
    ([key, column]) => column.required && (plan.mapping[key]?.from ?? "NONE") === "NONE",
  );

  async function preview() {
    const found = await run(
      importing.previewing,
      async (work) => {
        // The person may have corrected the source since.
        const fresh = await importer.read(grid.source.id, work);
        if (!stillFits(draft, fresh)) return { fresh, proposal: await importer.propose(plan.register, fresh) };
        return { fresh, preview: await importer.preview(plan, fresh, work) };
      },
      () => void preview(),
    );
    if (!found) return;
    if (found.preview) act({ do: "PREVIEWED", grid: found.fresh, preview: found.preview });
    else act({ do: "READ", grid: found.fresh, proposal: found.proposal, plan: null });
  }

  return (
    <div className={styles.step}>
      <HeadingChoice importer={importer} grid={grid} plan={plan} act={act} />
      {remembered && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.say(importing.remembered)}</MessageBarBody>
        </MessageBar>
      )}
      <h3 className={styles.heading}>{text.say(importing.mapped)}</h3>
      <ul className={styles.list}>
        {mapped.map(([key, column]) => (
          <ColumnCard key={key} name={key} column={column} {...cardProps} />
        ))}
      </ul>
      {left.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="others">
            <AccordionHeader as="h3">{text.say(importing.unmapped, { count: left.length })}</AccordionHeader>
            <AccordionPanel style={{ margin: 0 }}>
              <ul className={styles.list}>
                {left.map(([key, column]) => (
                  <ColumnCard key={key} name={key} column={column} {...cardProps} />
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <FieldsToAdd importer={importer} act={act} grid={grid} plan={plan} />
      <KeyChoice register={register} plan={plan} act={act} />
      <Checkbox
        label={text.say(importing.clear)}
        checked={plan.emptyCells === "CLEAR"}
        onChange={(_event, { checked }) =>
          act({ do: "PLAN", plan: { ...plan, emptyCells: checked === true ? "CLEAR" : "KEEP" } })
        }
      />
      {missing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.say(importing.mustMap, { column: text.words(missing[1].label) })}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.sticky}>
        <Button
          appearance="primary"
          disabledFocusable={running !== null || missing !== undefined || plan.key.length === 0}
          onClick={() => void preview()}
        >
          {text.say(importing.preview)}
        </Button>
        <Button onClick={() => act({ do: "GO", step: "SOURCE" })}>{text.say(importing.back)}</Button>
      </div>
    </div>
  );
}

type Pair = readonly [string, Column];
function groups(proposal: ImportProposal, columns: readonly Pair[]): readonly [readonly Pair[], readonly Pair[]] {
  const shown = ([key, column]: Pair) => (proposal.mapping[key]?.from ?? "NONE") !== "NONE" || column.required === true;
  return [columns.filter(shown), columns.filter((pair) => !shown(pair))];
}
