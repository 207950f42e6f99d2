import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import { findRegister } from "../../../../schema/registers/catalogue.ts";
import { record as messages } from "../../../i18n/messages/record.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { RowLink } from "../../parts/RowLink.tsx";
import type { Linked } from "../../records/port.ts";
import { useRecords } from "../../records/RecordsContext.tsx";
import { Part } from "./Part.tsx";

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  groups: { margin: 0, display: "grid", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  items: { margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  item: { overflowWrap: "anywhere", minWidth: 0 },
});

interface Props {
  readonly register: string;
  readonly row: string;
}

/** Records that this one names and that name it, by the column that links them. */
export function LinksPart({ register, row }: Props) {
  const text = useText();
  const styles = useStyles();
  const records = useRecords();
  // Headings come in the pane's language.
  const links = useLoaded(
    useCallback((signal: AbortSignal) => records.links(register, row, signal), [records, register, row]),
    text.language,
  );
  if (links.failure) return <FailureNote failure={links.failure} again={links.reload} />;
  if (!links.data) return null;
  const groups = groupsOf(links.data);
  return (
    <Part title={text.say(messages.links)}>
      {groups.length === 0 && <p className={styles.quiet}>{text.say(messages.noLinks)}</p>}
      <dl className={styles.groups}>
        {groups.map(([key, items]) => {
          const [first] = items;
          if (!first) return null;
          const label = findRegister(first.register)?.label;
          const more = first.total - items.length;
          return (
            <div key={key}>
              <dt className={styles.heading}>
                {text.say(messages.linkedFrom, {
                  register: label ? text.words(label) : first.register,
                  column: first.columnLabel,
                })}
              </dt>
              <dd className={styles.items}>
                <ul className={styles.items}>
                  {items.map((item) => (
                    <li key={item.id} className={styles.item}>
                      <RowLink {...item} />
                      {item.retired && ` (${text.say(messages.ended)})`}
                    </li>
                  ))}
                  {more > 0 && <li className={styles.quiet}>{text.say(messages.moreLinks, { count: more })}</li>}
                </ul>
              </dd>
            </div>
          );
        })}
      </dl>
    </Part>
  );
}

function groupsOf(links: readonly Linked[]): readonly (readonly [string, readonly Linked[]])[] {
  const groups = new Map<string, Linked[]>();
  for (const link of links) {
    const key = `${link.direction} ${link.register} ${link.column}`;
    const same = groups.get(key);
    if (same) same.push(link);
    else groups.set(key, [link]);
  }
  return [...groups];
}
