import { Checkbox, Field, Select } from "@fluentui/react-components";
import { useId, useMemo, type Dispatch } from "react";
import { addressStart } from "../../sync/import/address.ts";
import { cellText } from "../../sync/import/grid.ts";
import { splitRows } from "../../sync/import/rows.ts";
import type { ImportPlan, ImportService, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { useWork } from "../work/WorkContext.tsx";
import type { Act } from "./draft.ts";
import { importing } from "./messages.ts";
import { useImportStyles } from "./styles.ts";

interface Props {
  readonly importer: ImportService;
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly act: Dispatch<Act>;
}

const OFFERED = 30;
const LENGTH = 60;

/** Where the headings are, as found, and how to say otherwise. */
export function HeadingChoice({ importer, grid, plan, act }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const { run, running } = useWork();
  const id = useId();
  const first = addressStart(grid.source.address).row + 1;
  const rows = useMemo(
    () =>
      grid.cells.slice(0, OFFERED).flatMap((cells, index) => {
        const texts = cells.map(cellText).filter(Boolean).join(" · ").replace(/\s+/gu, " ");
        return texts === "" ? [] : [{ index, texts: texts.length > LENGTH ? `${texts.slice(0, LENGTH)}…` : texts }];
      }),
    [grid],
  );

  async function say(row: number, taking: number) {
    const heading = { row, rows: row < 0 ? 0 : taking };
    const proposal = await run(importing.reading, () => importer.propose(plan.register, grid, heading));
    if (proposal) act({ do: "HEADING", proposal });
  }

  return (
    <div className={styles.step}>
      <Field
        className={styles.field}
        label={text.say(importing.heading)}
        hint={text.say(importing.dataRows, { count: splitRows(grid, plan).data.length })}
      >
        <Select
          className={styles.select}
          id={id}
          value={String(plan.headingRow)}
          disabled={running !== null}
          onChange={(_event, { value }) => void say(Number(value), 1)}
        >
          <option value="-1">{text.say(importing.headingNone)}</option>
          {rows.map(({ index, texts }) => (
            <option key={index} value={index}>
              {text.say(importing.headingRow, { row: first + index, texts })}
            </option>
          ))}
        </Select>
      </Field>
      {plan.headingRow >= 0 && (
        <Checkbox
          label={text.say(importing.headingTwo)}
          checked={(plan.headingRows ?? 1) > 1}
          onChange={(_event, { checked }) => void say(plan.headingRow, checked === true ? 2 : 1)}
        />
      )}
    </div>
  );
}
