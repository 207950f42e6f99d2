import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { CellChange } from "../../parts/CellChange.tsx";
import { columnLabel } from "../../parts/cellText.ts";
import type { CellFacts } from "./cellsOf.ts";
import { named } from "./candidates.ts";
import { ConflictChoice } from "./ConflictChoice.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  column: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  jump: { fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
});

interface Props {
  readonly register: RegisterKey;
  readonly row: PendingRow;
  readonly title: string;
  readonly cell: CellFacts;
  readonly desk: ChangeDesk;
}

/** One edited cell: what it was and is, why it was refused, or whose value is to stay. */
export function CellItem({ register, row, title, cell, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const { column, change, refusals, conflict } = cell;
  const label = columnLabel(register, column, text);
  const wanting = refusals.length > 0 || conflict !== undefined;
  return (
    <div className={styles.root}>
      <dt className={styles.column}>
        {label}
        {wanting && (
          <Link
            as="button"
            className={styles.jump}
            aria-label={text.say(messages.goToCellAria, { column: label, title })}
            onClick={() => desk.jump(row.row, column)}
          >
            {text.say(messages.goToCell)}
          </Link>
        )}
      </dt>
      <dd className={styles.value}>
        {conflict ? (
          <ConflictChoice register={register} row={row.row} title={title} conflict={conflict} desk={desk} />
        ) : (
          change && (
            <CellChange
              register={register}
              column={column}
              {...(row.kind === "NEW" ? {} : { from: change.from })}
              to={change.to}
            />
          )
        )}
        {refusals.map((refusal, index) => (
          <RefusalNote
            key={index}
            refusal={refusal}
            busy={desk.busy}
            onPick={
              refusal.code === "AMBIGUOUS_REFERENCE" && change && !conflict
                ? (name) => desk.fill(row.row, column, named(change.to, name))
                : undefined
            }
          />
        ))}
      </dd>
    </div>
  );
}
