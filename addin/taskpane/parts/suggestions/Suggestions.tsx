import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useId, type ReactNode } from "react";
import { knowledge as messages } from "../../../i18n/messages/knowledge.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { useKnowledge } from "../../pages/knowledge/KnowledgeContext.tsx";
import type { Written } from "../../pages/knowledge/port.ts";
import { useSettled } from "../../pages/knowledge/useSettled.ts";
import { FailureNote } from "../FailureNote.tsx";
import { Waiting } from "../Waiting.tsx";
import { ArticleItem } from "./ArticleItem.tsx";
import { Passage } from "./Passage.tsx";
import { SimilarItem } from "./SimilarItem.tsx";

/** Cells change one by one while a record is written. */
const QUIET = 500;

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  kind: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, minWidth: 0 },
});

/** What may help with a record while it is written: its playbook, knowledge, known errors, similar closed incidents. */
export function Suggestions({ register, title, description, subject, category }: Written) {
  const text = useText();
  const styles = useStyles();
  const heading = useId();
  const service = useKnowledge();
  // As one text, so that the same cells told again are no change.
  const written = useSettled(JSON.stringify({ register, title, description, subject, category }), QUIET);
  const { data, failure, loading, reload } = useLoaded(
    useCallback((signal: AbortSignal) => service.suggest(JSON.parse(written) as Written, signal), [service, written]),
  );
  const none =
    data &&
    data.playbook === null &&
    data.articles.length + data.knownErrors.length + data.closedIncidents.length === 0;
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {text.say(messages.suggestions)}
      </h3>
      {failure && <FailureNote failure={failure} again={reload} />}
      {data === null && loading && <Waiting label={text.say(shell.loading)} />}
      {none && <p className={styles.none}>{text.say(messages.nothingSimilar)}</p>}
      {data?.playbook && (
        <Passage
          heading={text.say(messages.playbook, { category: data.playbook.category })}
          text={data.playbook.text}
        />
      )}
      {data && (
        <>
          <Kind name={text.say(messages.articles)}>
            {data.articles.map((article) => (
              <ArticleItem key={article.id} article={article} />
            ))}
          </Kind>
          <Kind name={text.say(messages.knownErrors)}>
            {data.knownErrors.map((record) => (
              <SimilarItem key={record.id} register="problems" record={record} />
            ))}
          </Kind>
          <Kind name={text.say(messages.closedIncidents)}>
            {data.closedIncidents.map((record) => (
              <SimilarItem key={record.id} register="incidents" record={record} />
            ))}
          </Kind>
        </>
      )}
    </section>
  );
}

function Kind({ name, children }: { readonly name: string; readonly children: readonly ReactNode[] }) {
  const styles = useStyles();
  const id = useId();
  if (children.length === 0) return null;
  return (
    <div>
      <h4 id={id} className={styles.kind}>
        {name}
      </h4>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  );
}
