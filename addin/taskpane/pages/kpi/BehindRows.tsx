import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useId, useRef } from "react";
import type { KpiResult } from "../../../../schema/measuring/results.ts";
import { kpi as messages } from "../../../i18n/messages/kpi.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { RowLink } from "../../parts/RowLink.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { periodOf } from "./figure.ts";
import { useKpis } from "./KpiContext.tsx";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The records that a figure rests on, each leading to its row in its sheet. */
export function BehindRows({ of }: { readonly of: KpiResult }) {
  const text = useText();
  const styles = useStyles();
  const service = useKpis();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [of]);
  const { data, failure, loading, reload } = useLoaded(
    useCallback((signal: AbortSignal) => service.behind(of, signal), [service, of]),
  );
  return (
    <section className={styles.root} aria-labelledby={title}>
      <h4 id={title} ref={heading} tabIndex={-1} className={styles.title}>
        {text.say(messages.behindOf, { period: periodOf(of.period, text) })}
      </h4>
      {failure && <FailureNote failure={failure} again={reload} />}
      {loading && data === null && <Waiting label={text.say(shell.loading)} />}
      {data?.rows.length === 0 && <p className={styles.quiet}>{text.say(messages.behindNone)}</p>}
      {data && data.rows.length > 0 && (
        <>
          <p className={styles.quiet}>
            {text.say(messages.behindTotal, { count: data.total })}
            {data.rows.length < data.total && ` ${text.say(messages.behindFirst, { shown: data.rows.length })}`}
          </p>
          <ul className={styles.list}>
            {data.rows.map((row) => (
              <li key={`${row.register} ${row.id}`}>
                <RowLink {...row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
