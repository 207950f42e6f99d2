import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RegisterKey } from "../../../../schema/registers/catalogue.ts";
import type { Refusal } from "../../../../schema/sync/protocol.ts";
import { ownColumns as messages } from "../../../i18n/messages/own-columns.ts";
import type { OwnColumn } from "../../../sync/service.ts";
import { useText } from "../../app/TextContext.tsx";
import { useRights, useWorkbook } from "../../data/WorkbookContext.tsx";
import { useWork } from "../../work/WorkContext.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import type { ChangeDesk } from "./useChangeDesk.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: "none", display: "grid", gap: tokens.spacingVerticalS },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
});

interface Props {
  readonly register: RegisterKey;
  readonly columns: readonly OwnColumn[];
  readonly desk: ChangeDesk;
}

/** The person's own columns of the sheet: whoever may add custom fields can keep one for everyone. */
export function OwnColumns({ register, columns, desk }: Props) {
  const text = useText();
  const styles = useStyles();
  const { sheets } = useWorkbook();
  const { run } = useWork();
  const rights = useRights("customFields");
  const [refused, setRefused] = useState<{ readonly id: string; readonly refusals: readonly Refusal[] } | null>(null);
  if (columns.length === 0 || !rights?.mayCreate || register === "customFields") return null;

  async function keep(column: OwnColumn) {
    setRefused(null);
    const refusals = await run(messages.keeping, (work) => sheets.keep(register, column, work));
    if (!refusals) return;
    if (refusals.length > 0) setRefused({ id: column.id, refusals });
    else desk.note((said) => said.say(messages.kept, { column: column.heading }));
  }

  return (
    <section className={styles.root} aria-labelledby="own-columns">
      <h2 id="own-columns" className={styles.title}>
        {text.say(messages.title)}
      </h2>
      <p className={styles.words}>{text.say(messages.body)}</p>
      <ul className={styles.list}>
        {columns.map((column) => (
          <li key={column.id}>
            <div className={styles.item}>
              {column.heading}
              <Button
                size="small"
                disabledFocusable={desk.busy}
                aria-label={text.say(messages.keepAria, { column: column.heading })}
                onClick={() => void keep(column)}
              >
                {text.say(messages.keep)}
              </Button>
            </div>
            {refused?.id === column.id &&
              refused.refusals.map((refusal, at) => <RefusalNote key={at} refusal={refusal} />)}
          </li>
        ))}
      </ul>
    </section>
  );
}
