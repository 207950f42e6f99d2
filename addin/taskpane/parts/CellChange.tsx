import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import type { Cell } from "../../../schema/registers/register.ts";
import { cells as messages } from "../../i18n/messages/cells.ts";
import { useText } from "../app/TextContext.tsx";
import { cellText } from "./cellText.ts";
import { LongText } from "./LongText.tsx";

const useStyles = makeStyles({
  root: { minWidth: 0, overflowWrap: "anywhere" },
  from: { color: tokens.colorNeutralForeground2, textDecorationLine: "none" },
  to: { textDecorationLine: "none", fontWeight: tokens.fontWeightSemibold },
  empty: { fontStyle: "italic", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  arrow: {
    verticalAlign: "-2px",
    margin: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  readonly register: string;
  readonly column: string;
  /** Left out where there was nothing before: the row is new. */
  readonly from?: Cell;
  readonly to: Cell;
}

const isEmpty = (cell: Cell | undefined) => cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);

/** A cell before and after, in words for those who hear it. */
export function CellChange({ register, column, from, to }: Props) {
  const text = useText();
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {from !== undefined && (
        <>
          <span className="visually-hidden">{text.say(messages.from)} </span>
          <del className={mergeClasses(styles.from, isEmpty(from) && styles.empty)}>
            <LongText>{cellText(register, column, from, text)}</LongText>
          </del>
          <ArrowRightRegular className={styles.arrow} aria-hidden="true" />
          <span className="visually-hidden"> {text.say(messages.to)} </span>
        </>
      )}
      <ins className={mergeClasses(styles.to, isEmpty(to) && styles.empty)}>
        <LongText>{cellText(register, column, to, text)}</LongText>
      </ins>
    </span>
  );
}
