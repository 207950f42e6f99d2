import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { BookSearchRegular } from "@fluentui/react-icons/svg/book-search";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useCallback, useState } from "react";
import { SUPPORT_LEVELS } from "../../../../schema/registers/support-options.ts";
import { knowledge as messages } from "../../../i18n/messages/knowledge.ts";
import { shell } from "../../../i18n/messages/shell.ts";
import { useText } from "../../app/TextContext.tsx";
import { useLoaded } from "../../data/useLoaded.ts";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { FailureNote } from "../../parts/FailureNote.tsx";
import { Section } from "../../parts/Section.tsx";
import { ArticleItem } from "../../parts/suggestions/ArticleItem.tsx";
import { Waiting } from "../../parts/Waiting.tsx";
import { useKnowledge } from "./KnowledgeContext.tsx";
import { useSettled } from "./useSettled.ts";

const QUIET = 300;
const LONGEST = 200;
const ANY = "";

const useStyles = makeStyles({
  ask: { display: "grid", gap: tokens.spacingVerticalS },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, minWidth: 0 },
});

/** Published knowledge that the person may read: searched as they type, by support level, opened on the spot. */
export default function KnowledgePage() {
  const text = useText();
  const styles = useStyles();
  const service = useKnowledge();
  const [typed, setTyped] = useState("");
  const [level, setLevel] = useState(ANY);
  const asked = useSettled(typed.trim(), QUIET);
  const { data, failure, loading, reload } = useLoaded(
    useCallback(
      (signal: AbortSignal) => service.search(asked, level === ANY ? null : level, signal),
      [service, asked, level],
    ),
  );
  const plain = asked === "" && level === ANY;
  return (
    <Section title={text.say(messages.title)}>
      <div role="search" className={styles.ask}>
        <Field label={text.say(messages.look)}>
          <Input
            type="search"
            value={typed}
            maxLength={LONGEST}
            contentBefore={<SearchRegular />}
            onChange={(_event, { value }) => setTyped(value)}
          />
        </Field>
        <Field label={text.say(messages.level)}>
          <Select value={level} onChange={(_event, { value }) => setLevel(value)}>
            <option value={ANY}>{text.say(messages.anyLevel)}</option>
            {Object.entries(SUPPORT_LEVELS).map(([key, { label }]) => (
              <option key={key} value={key}>
                {text.words(label)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {failure && <FailureNote failure={failure} again={reload} />}
      {data === null && loading && <Waiting label={text.say(shell.loading)} />}
      <p className={styles.count} role="status">
        {data && data.length > 0 && text.say(plain ? messages.latest : messages.found, { count: data.length })}
      </p>
      {data?.length === 0 && (
        <EmptyState icon={<BookSearchRegular />} title={text.say(plain ? messages.emptyTitle : messages.noneTitle)}>
          {text.say(plain ? messages.empty : messages.none)}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className={styles.list} aria-label={text.say(messages.articles)}>
          {data.map((article) => (
            <ArticleItem key={article.id} article={article} />
          ))}
        </ul>
      )}
    </Section>
  );
}
