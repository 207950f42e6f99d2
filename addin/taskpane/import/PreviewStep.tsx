import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  MessageBar,
  MessageBarBody,
} from "@fluentui/react-components";
import type { ImportPlan, ImportPreview, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { useWork } from "../work/WorkContext.tsx";
import { importing } from "./messages.ts";
import { RowList } from "./RowList.tsx";
import type { StepProps } from "./step.ts";
import { useImportStyles } from "./styles.ts";

interface Props extends StepProps {
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly preview: ImportPreview;
}

const SKIPPED_SHOWN = 20;

/** What the import would do, row by row, before anything is changed. */
export function PreviewStep({ importer, sheets, act, grid, plan, preview }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const { counts } = preview;
  const goes = counts.NEW + counts.CHANGED;
  const stays = counts.REFUSED + counts.CONFLICT;

  async function importRows() {
    const report = await run(importing.running, (work) => importer.run(plan, grid, work));
    if (!report) return;
    const status = (await sheets.status().catch(() => [])).find(({ register }) => register === plan.register);
    const open = status?.sheet === "OPEN" && report.created + report.changed > 0;
    const refreshed = open ? await run(importing.refreshing, (work) => sheets.refresh(plan.register, work)) : undefined;
    act({ do: "RAN", report, refreshed: refreshed !== undefined });
  }

  return (
    <div className={styles.step}>
      <p className={styles.quiet}>{text.say(importing.previewIntro)}</p>
      {goes === 0 && (
        <MessageBar intent={stays > 0 ? "warning" : "success"} layout="multiline">
          <MessageBarBody>{text.say(stays > 0 ? importing.nothingSound : importing.nothingToRun)}</MessageBarBody>
        </MessageBar>
      )}
      {goes > 0 && stays > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.say(importing.refusedStay, { count: stays })}</MessageBarBody>
        </MessageBar>
      )}
      <RowList
        rows={preview.rows}
        plan={plan}
        filters
        jump={(row, column) => void importer.jump(plan, grid, row, column)}
      />
      <Skipped preview={preview} />
      <div className={styles.sticky}>
        {goes > 0 && (
          <Button appearance="primary" disabledFocusable={running !== null} onClick={() => void importRows()}>
            {text.say(importing.run, { count: goes })}
          </Button>
        )}
        <Button onClick={() => act({ do: "GO", step: "COLUMNS" })}>{text.say(importing.back)}</Button>
      </div>
    </div>
  );
}

/** Totals and headings that were taken for no data, so that the person can object. */
function Skipped({ preview: { skipped } }: { readonly preview: ImportPreview }) {
  const text = useText();
  const styles = useImportStyles();
  if (skipped.length === 0) return null;
  return (
    <Accordion collapsible>
      <AccordionItem value="skipped">
        <AccordionHeader as="h3" size="small">
          {text.say(importing.skipped, { count: skipped.length })}
        </AccordionHeader>
        <AccordionPanel style={{ margin: 0 }}>
          <ul className={styles.list}>
            {skipped.slice(0, SKIPPED_SHOWN).map((row) => (
              <li key={row.sourceRow} className={styles.small}>
                {text.say(row.why === "TOTAL" ? importing.skippedTOTAL : importing.skippedHEADING, {
                  row: row.sourceRow,
                  text: row.text,
                })}
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
