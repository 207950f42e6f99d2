import { Badge, Button, makeStyles, tokens, type BadgeProps } from "@fluentui/react-components";
import { registers } from "../../../schema/registers/catalogue.ts";
import { registerKnown } from "../parts/registerKnown.ts";
import { showCell } from "../../../schema/registers/cells.ts";
import type { Cell, Column, Register } from "../../../schema/registers/register.ts";
import type { Refusal } from "../../../schema/sync/protocol.ts";
import { cells as cellMessages } from "../../i18n/messages/cells.ts";
import type { Text } from "../../i18n/text.ts";
import type { ImportPlan, ImportRow } from "../../sync/importing.ts";
import { useText } from "../app/TextContext.tsx";
import { importing } from "./messages.ts";
import { useImportStyles } from "./styles.ts";

const COLORS: Readonly<Record<ImportRow["outcome"], NonNullable<BadgeProps["color"]>>> = {
  NEW: "success",
  CHANGED: "brand",
  UNCHANGED: "informative",
  REFUSED: "danger",
  CONFLICT: "warning",
};
/** Cells of a new row that are shown; the rest can be seen in the source. */
const NEW_SHOWN = 4;
const ALLOWED_SHOWN = 8;

const useStyles = makeStyles({
  cells: {
    display: "grid",
    gridTemplateColumns: "minmax(72px, auto) 1fr",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
  was: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground2 },
  reason: { margin: 0, overflowWrap: "anywhere" },
});

interface Props {
  readonly row: ImportRow;
  readonly plan: ImportPlan;
  readonly jump: (sourceRow: number, column: string | null) => void;
}

/** One source row: what happens to it and, where it is refused, why and where to look. */
export function RowCard({ row, plan, jump }: Props) {
  const text = useText();
  const styles = useStyles();
  const shared = useImportStyles();
  const register = registerKnown(plan.register) ?? registers[plan.register];
  const failed = row.outcome === "REFUSED" || row.outcome === "CONFLICT";
  const column = row.refusals[0]?.column ?? row.conflicts?.[0]?.column ?? null;
  return (
    <li className={shared.card}>
      <div className={shared.line}>
        <h3 className={shared.heading}>
          <span className={shared.small}>{text.say(importing.sourceRow, { row: row.sourceRow })} </span>
          {row.title || text.say(importing.untitled)}
        </h3>
        <Badge className={shared.badge} appearance="tint" color={COLORS[row.outcome]}>
          {text.say(importing[`one${row.outcome}`])}
        </Badge>
      </div>
      {row.refusals.map((refusal) => (
        <Reason key={`${refusal.code} ${refusal.column ?? ""}`} refusal={refusal} />
      ))}
      {row.conflicts?.map(({ column: key, by }) => (
        <p key={key} className={styles.reason}>
          {text.say(importing.changedMeanwhile, { column: labelOf(register, key, text), by })}
        </p>
      ))}
      {!failed && <Cells row={row} register={register} />}
      {failed && (
        <div>
          <Button
            size="small"
            aria-label={text.say(importing.toCellAria, { row: row.sourceRow })}
            onClick={() => jump(row.sourceRow, column)}
          >
            {text.say(importing.toCell)}
          </Button>
        </div>
      )}
    </li>
  );
}

function Reason({ refusal }: { readonly refusal: Refusal }) {
  const text = useText();
  const styles = useStyles();
  const shared = useImportStyles();
  const allowed = (refusal.allowed ?? []).slice(0, ALLOWED_SHOWN).map((words) => text.words(words));
  return (
    <div>
      <p className={styles.reason}>{text.words(refusal.message)}</p>
      {allowed.length > 0 && (
        <p className={shared.small}>{text.say(importing.allowed, { values: allowed.join(", ") })}</p>
      )}
    </div>
  );
}

function Cells({ row, register }: { readonly row: ImportRow; readonly register: Register }) {
  const text = useText();
  const styles = useStyles();
  const { was } = row;
  const entries = Object.entries(row.cells).filter(([key]) => was !== undefined || key !== register.title);
  const shown = was ? entries : entries.slice(0, NEW_SHOWN);
  if (shown.length === 0) return null;
  return (
    <dl className={styles.cells}>
      {shown.map(([key, cell]) => (
        <div key={key} style={{ display: "contents" }}>
          <dt className={styles.name}>{labelOf(register, key, text)}</dt>
          <dd className={styles.value}>
            {was && (
              <>
                <span className="visually-hidden">{text.say(cellMessages.from)} </span>
                <span className={styles.was}>{shownCell(register, key, was[key] ?? null, text)}</span>{" "}
                <span aria-hidden="true">→ </span>
                <span className="visually-hidden">{text.say(cellMessages.to)} </span>
              </>
            )}
            {shownCell(register, key, cell, text)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const columnOf = (register: Register, key: string): Column | undefined => register.columns[key];
function labelOf(register: Register, key: string, text: Text): string {
  const column = columnOf(register, key);
  return column ? text.words(column.label) : key;
}

const LENGTH = 120;
function shownCell(register: Register, key: string, cell: Cell, text: Text): string {
  const column = columnOf(register, key);
  if (!column || cell === null) return text.say(cellMessages.empty);
  const shown =
    column.type === "date"
      ? text.day(String(cell))
      : column.type === "datetime"
        ? text.instant(String(cell))
        : String(showCell(column, cell, text.language));
  return shown.length > LENGTH ? `${shown.slice(0, LENGTH)}…` : shown;
}
