import { Badge } from "@fluentui/react-components";
import { SUPPORT_LEVELS } from "../../../../schema/registers/support-options.ts";
import { knowledge as messages } from "../../../i18n/messages/knowledge.ts";
import { useText } from "../../app/TextContext.tsx";
import type { Article } from "../../pages/knowledge/port.ts";
import { RowLink } from "../RowLink.tsx";
import { Foldable } from "./Foldable.tsx";
import { Marked } from "./Marked.tsx";
import { Passage } from "./Passage.tsx";

/** An article: title, level, whether it is outdated; opened, its whole text and the way to its row. */
export function ArticleItem({ article }: { readonly article: Article }) {
  const text = useText();
  const { id, code, title, snippet, outdated, reviewDue } = article;
  const level = Object.entries(SUPPORT_LEVELS).find(([key]) => key === article.level)?.[1].label[text.language];
  const facts = (
    <>
      <span>{code}</span>
      <Badge appearance="tint">{level ?? article.level}</Badge>
      {outdated && (
        <Badge appearance="outline" color="danger">
          {text.say(messages.outdated)}
        </Badge>
      )}
    </>
  );
  return (
    <Foldable title={<Marked pieces={title} />} facts={facts} snippet={<Marked pieces={snippet} />}>
      {outdated && reviewDue && <p>{text.say(messages.outdatedSince, { date: text.day(reviewDue) })}</p>}
      <Passage heading={text.say(messages.symptom)} text={article.symptom} />
      <Passage heading={text.say(messages.cause)} text={article.cause} />
      <Passage heading={text.say(messages.solution)} text={article.solution} />
      <Passage heading={text.say(messages.audience)} text={article.audience} />
      <span>
        {text.say(messages.inSheet)} <RowLink register="knowledge" id={id} code={code} title="" />
      </span>
    </Foldable>
  );
}
