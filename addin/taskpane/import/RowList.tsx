import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { registers } from "../../../schema/registers/catalogue.ts";
import { registerKnown } from "../parts/registerKnown.ts";
import type { Register } from "../../../schema/registers/register.ts";
import type { ImportPlan, ImportRow } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { importing } from "./messages.ts";
import { RowCard } from "./RowCard.tsx";
import { useImportStyles } from "./styles.ts";

const PAGE = 25;
const FILTERS = ["ALL", "NEW", "CHANGED", "UNCHANGED", "REFUSED", "CONFLICT"] as const;
type Filter = (typeof FILTERS)[number];

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  count: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly rows: readonly ImportRow[];
  readonly plan: ImportPlan;
  readonly filters?: boolean;
  readonly jump: (sourceRow: number, column: string | null) => void;
}

/** Source rows with what happens to them; the ones that need the person's eye first. */
export function RowList({ rows, plan, filters = false, jump }: Props) {
  const text = useText();
  const styles = useStyles();
  const shared = useImportStyles();
  const of = (filter: Filter) => (filter === "ALL" ? rows : rows.filter((row) => row.outcome === filter));
  const [chosen, setChosen] = useState<Filter>(() => (filters && of("REFUSED").length > 0 ? "REFUSED" : "ALL"));
  const [shown, setShown] = useState(PAGE);
  const list = of(chosen);
  const choose = (filter: Filter) => {
    setChosen(filter);
    setShown(PAGE);
  };
  return (
    <div className={shared.step}>
      {filters && (
        <div className={styles.filters} role="group" aria-label={text.say(importing.filter)}>
          {FILTERS.filter((filter) => filter === "ALL" || of(filter).length > 0).map((filter) => (
            <ToggleButton key={filter} size="small" checked={filter === chosen} onClick={() => choose(filter)}>
              {text.say(importing[`outcome${filter}`])}&nbsp;
              <span className={styles.count}>{text.number(of(filter).length)}</span>
            </ToggleButton>
          ))}
        </div>
      )}
      {list.length === 0 && <p className={shared.quiet}>{text.say(importing.noneOfKind)}</p>}
      <Reasons rows={list} plan={plan} />
      <ul className={shared.list}>
        {list.slice(0, shown).map((row) => (
          <RowCard key={row.sourceRow} row={row} plan={plan} jump={jump} />
        ))}
      </ul>
      {list.length > shown && (
        <div className={shared.line}>
          <Button size="small" onClick={() => setShown(shown + PAGE)}>
            {text.say(importing.more)}
          </Button>
          <span className={shared.small}>{text.say(importing.shownOf, { shown, total: list.length })}</span>
        </div>
      )}
    </div>
  );
}

/** Which columns the refusals are about, commonest first: one wrong choice refuses a thousand rows. */
function Reasons({ rows, plan }: Pick<Props, "rows" | "plan">) {
  const text = useText();
  const shared = useImportStyles();
  const counted = useMemo(() => {
    const counts = new Map<string | null, number>();
    for (const { refusals } of rows) {
      for (const column of new Set(refusals.map((refusal) => refusal.column))) {
        counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [rows]);
  const register: Register = registerKnown(plan.register) ?? registers[plan.register];
  if (counted.length === 0 || rows.length < 2) return null;
  const named = (key: string | null) => {
    const column = key === null ? undefined : register.columns[key];
    return column ? text.words(column.label) : text.say(importing.reasonRow);
  };
  return (
    <p className={shared.small}>
      {text.say(importing.reasons)}:{" "}
      {counted.map(([key, count]) => text.say(importing.reason, { column: named(key), count })).join("; ")}.
    </p>
  );
}
