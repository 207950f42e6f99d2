import { Badge, Link, makeStyles, tokens, type BadgeProps } from "@fluentui/react-components";
import { useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { CellItem } from "./CellItem.tsx";
import { cellsOf } from "./cellsOf.ts";
import { DeletedNote } from "./DeletedNote.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import { RetiredNote } from "./RetiredNote.tsx";
import { RowActions } from "./RowActions.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

/** The cells of a row that stand open; those refused or in conflict always do. */
const OPEN = 4;

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS, minWidth: 0 },
  names: { flexGrow: 1, minWidth: 0, display: "grid", gap: tokens.spacingVerticalXXS },
  facts: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  code: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  cells: { margin: 0, display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  more: { justifySelf: "start" },
});

const COLOR: Readonly<Record<PendingRow["kind"], NonNullable<BadgeProps["color"]>>> = {
  NEW: "success",
  EDIT: "brand",
  DELETE: "danger",
};

interface Props {
  readonly register: RegisterKey;
  readonly row: PendingRow;
  readonly desk: ChangeDesk;
}

/** A row with unpublished edits: what it is, each cell from what to what, and what stands in its way. */
export function RowCard({ register, row, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { cells: all, ofRow } = cellsOf(row);
  // Of a row put back the whole row is in question, not the cells that its retiring changed.
  const cells = row.retired?.by === "OURS" ? all.filter(({ conflict }) => !conflict) : all;
  const urgent = cells.filter(({ refusals, conflict }) => refusals.length > 0 || conflict);
  const shown =
    open || cells.length <= OPEN + 1
      ? cells
      : urgent.concat(cells.filter((cell) => !urgent.includes(cell)).slice(0, Math.max(0, OPEN - urgent.length)));
  const title = row.title || text.say(messages.untitled);
  const titleId = `row-${row.row}`;
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <div className={styles.names}>
          <div className={styles.facts}>
            <Badge appearance="tint" size="small" color={COLOR[row.kind]}>
              {text.say(messages[`kind${row.kind}`])}
            </Badge>
            {row.code && <span className={styles.code}>{row.code}</span>}
          </div>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
        </div>
        <RowActions row={row} title={title} desk={desk} />
      </div>
      {ofRow.map((refusal, index) => (
        <RefusalNote key={index} refusal={refusal} />
      ))}
      {row.retired && <RetiredNote row={row} retired={row.retired} title={title} desk={desk} />}
      {row.kind === "DELETE" && <DeletedNote row={row} title={title} desk={desk} />}
      {row.kind !== "DELETE" && shown.length > 0 && (
        <dl className={styles.cells}>
          {shown.map((cell) => (
            <CellItem key={cell.column} register={register} row={row} title={title} cell={cell} desk={desk} />
          ))}
        </dl>
      )}
      {row.kind !== "DELETE" && shown.length < cells.length && (
        <Link as="button" className={styles.more} onClick={() => setOpen(true)}>
          {text.say(messages.moreCells, { count: cells.length - shown.length })}
        </Link>
      )}
    </article>
  );
}
