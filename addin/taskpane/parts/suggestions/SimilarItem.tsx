import { knowledge as messages } from "../../../i18n/messages/knowledge.ts";
import { useText } from "../../app/TextContext.tsx";
import type { Similar } from "../../pages/knowledge/port.ts";
import { RowLink } from "../RowLink.tsx";
import { Foldable } from "./Foldable.tsx";
import { Marked } from "./Marked.tsx";
import { Passage } from "./Passage.tsx";

/** A record of before: opened, what helped then and the way to its row. */
export function SimilarItem({ register, record }: { readonly register: string; readonly record: Similar }) {
  const text = useText();
  const { id, code, title, snippet, remedy } = record;
  return (
    <Foldable title={<Marked pieces={title} />} facts={<span>{code}</span>} snippet={<Marked pieces={snippet} />}>
      <p>
        <Marked pieces={snippet} />
      </p>
      <Passage heading={text.say(messages.remedy)} text={remedy} />
      <span>
        {text.say(messages.inSheet)} <RowLink register={register} id={id} code={code} title="" />
      </span>
    </Foldable>
  );
}
