import { Badge, Field, Select, type BadgeProps } from "@fluentui/react-components";
import { useId, useMemo, type Dispatch } from "react";
import type { Column } from "../../../schema/registers/register.ts";
import type { Message } from "../../i18n/message.ts";
import { addressStart, columnLetters } from "../../sync/import/address.ts";
import { headingTexts } from "../../sync/import/headings.ts";
import { samples } from "../../sync/import/values.ts";
import type { ColumnMapping, ImportPlan, ImportProposal, MappingHint, SourceGrid } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { DateOrderChoice } from "./DateOrderChoice.tsx";
import type { Act } from "./draft.ts";
import { FixedValue } from "./FixedValue.tsx";
import { importing } from "./messages.ts";
import { useImportStyles } from "./styles.ts";
import { ValueMapping } from "./ValueMapping.tsx";

interface Props {
  readonly name: string;
  readonly column: Column;
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly proposal: ImportProposal;
  readonly act: Dispatch<Act>;
}

const NONE = "NONE";
const FIXED = "FIXED";

/** One register column: where its cells come from. */
export function ColumnCard({ name, column, grid, plan, proposal, act }: Props) {
  const text = useText();
  const styles = useImportStyles();
  const title = useId();
  const mapping = plan.mapping[name] ?? { from: "NONE" };
  const headings = useMemo(
    () => headingTexts(grid, { row: plan.headingRow, rows: plan.headingRows ?? 1 }),
    [grid, plan.headingRow, plan.headingRows],
  );
  const start = addressStart(grid.source.address).column;
  const set = (to: ColumnMapping) => act({ do: "MAP", column: name, mapping: to });
  const choose = (value: string) => {
    if (value === NONE) set({ from: "NONE" });
    else if (value === FIXED) set({ from: "FIXED", value: null });
    else set({ from: "COLUMN", index: Number(value) });
  };
  const first = proposal.mapping[name];
  const proposed = first?.from === "COLUMN" ? first.index : undefined;
  const chosen = mapping.from === "COLUMN" ? String(mapping.index) : mapping.from;
  const twice =
    mapping.from === "COLUMN" &&
    Object.entries(plan.mapping).some(
      ([key, other]) => key !== name && other.from === "COLUMN" && other.index === mapping.index,
    );
  return (
    <li className={styles.card} aria-labelledby={title}>
      <div className={styles.line}>
        <h4 id={title} className={styles.heading}>
          {text.words(column.label)}
          {column.required && <span className={styles.small}> ({text.say(importing.required)})</span>}
        </h4>
        {mapping.from === "COLUMN" && proposed === mapping.index && <Hint hint={proposal.hints[name]} />}
      </div>
      <Field
        className={styles.field}
        {...(twice ? { validationState: "warning", validationMessage: text.say(importing.usedTwice) } : {})}
      >
        <Select
          className={styles.select}
          aria-labelledby={title}
          value={chosen}
          onChange={(_event, { value }) => choose(value)}
        >
          <option value={NONE}>{text.say(importing.notImported)}</option>
          <option value={FIXED}>{text.say(importing.fixed)}</option>
          <optgroup label={text.say(importing.sourceColumns)}>
            {headings.map((heading, index) => (
              <option key={index} value={index}>
                {text.say(heading === "" ? importing.columnBare : importing.column, {
                  letters: columnLetters(start + index),
                  heading,
                })}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      {mapping.from === "COLUMN" && (
        <>
          <Samples grid={grid} plan={plan} index={mapping.index} />
          <DateOrderChoice column={column} grid={grid} plan={plan} mapping={mapping} set={set} />
          <ValueMapping name={name} column={column} grid={grid} plan={plan} mapping={mapping} set={set} />
        </>
      )}
      {mapping.from === "FIXED" && <FixedValue column={column} mapping={mapping} set={set} />}
    </li>
  );
}

function Samples({
  grid,
  plan,
  index,
}: {
  readonly grid: SourceGrid;
  readonly plan: ImportPlan;
  readonly index: number;
}) {
  const text = useText();
  const styles = useImportStyles();
  const found = useMemo(() => samples(plan, grid, index, 3), [plan, grid, index]);
  const short = found.map((value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value));
  return (
    <p className={styles.small}>
      {short.length === 0
        ? text.say(importing.samplesNone)
        : text.say(importing.samples, { values: short.join(" · ") })}
    </p>
  );
}

const level = ({ confidence, reason }: MappingHint): { message: Message; color: NonNullable<BadgeProps["color"]> } => {
  if (reason === "REMEMBERED") return { message: importing.known, color: "success" };
  if (confidence >= 0.85) return { message: importing.sure, color: "success" };
  return confidence >= 0.7
    ? { message: importing.likely, color: "informative" }
    : { message: importing.check, color: "warning" };
};

/** How sure the proposal is, and why; gone once the person has chosen otherwise. */
function Hint({ hint }: { readonly hint: MappingHint | undefined }) {
  const text = useText();
  const styles = useImportStyles();
  if (!hint) return null;
  const { message, color } = level(hint);
  const why = text.say(importing[`hint${hint.reason}`]);
  return (
    <Badge className={styles.badge} appearance="tint" color={color} title={why}>
      {text.say(message)}
      <span className="visually-hidden">. {why}</span>
    </Badge>
  );
}
