import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import { changes as messages } from "../../../i18n/messages/changes.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { RowCard } from "./RowCard.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

/** Rows on one page: a publish may hold tens of thousands, and a screen reader reads pages better than endless lists. */
const PAGE = 20;

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    outlineStyle: "none",
  },
});

interface Props {
  readonly register: RegisterKey;
  readonly rows: readonly PendingRow[];
  readonly desk: ChangeDesk;
  readonly onShowAll: () => void;
}

export function RowList({ register, rows, desk, onShowAll }: Props) {
  const text = useText();
  const styles = useStyles();
  const [wanted, setWanted] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(wanted, last);
  if (rows.length === 0) {
    return (
      <div>
        {text.say(messages.noneOfKind)}{" "}
        <Link as="button" inline onClick={onShowAll}>
          {text.say(messages.showAll)}
        </Link>
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <ul ref={list} tabIndex={-1} className={styles.list} aria-label={text.say(messages.title)}>
        {rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => (
          <li key={row.row}>
            <RowCard register={register} row={row} desk={desk} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        size={PAGE}
        total={rows.length}
        onPage={(to) => {
          setWanted(to);
          list.current?.focus();
        }}
      />
    </div>
  );
}
