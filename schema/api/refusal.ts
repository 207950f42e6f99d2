import type { Language as LanguageKey } from "../registers/words.ts";
import { REFUSAL_CODES, type Refusal } from "../sync/protocol.ts";
import { builder } from "./builder.ts";
import { Language, WordsRef } from "./words.ts";

const RefusalCodeRef = builder.enumType("RefusalCode", {
  description: "Why a row was refused.",
  values: REFUSAL_CODES,
});

const chosen = (asked: LanguageKey | null | undefined, request: LanguageKey): LanguageKey => asked ?? request;

export const RefusalRef = builder.objectRef<Refusal>("Refusal").implement({
  description: "Why a row was refused, on which column, and what may be written instead.",
  fields: (t) => ({
    code: t.expose("code", { type: RefusalCodeRef }),
    column: t.exposeString("column", {
      nullable: true,
      description: "The column at fault; null when it is the row as a whole.",
    }),
    message: t.string({
      description: "The sentence for people, in the language of the request unless another is asked for.",
      args: { language: t.arg({ type: Language }) },
      resolve: ({ message }, { language }, context) => message[chosen(language, context.language)],
    }),
    rule: t.exposeString("rule", {
      nullable: true,
      description: "The rule that would be broken, where the code is RULE.",
    }),
    words: t.expose("message", { type: WordsRef, description: "The sentence in both languages." }),
    allowed: t.stringList({
      description: "What may be written instead: options, states or candidates.",
      args: { language: t.arg({ type: Language }) },
      resolve: ({ allowed }, { language }, context) =>
        (allowed ?? []).map((words) => words[chosen(language, context.language)]),
    }),
  }),
});
