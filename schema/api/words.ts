import { LANGUAGES, type Words } from "../registers/words.ts";
import { builder } from "./builder.ts";

const NAMES = { lv: "Latvian", en: "English" } as const;

export const Language = builder.enumType("Language", {
  description: "The languages every text for people exists in.",
  values: Object.fromEntries(
    LANGUAGES.map((language) => [language, { value: language, description: NAMES[language] }]),
  ) as Record<(typeof LANGUAGES)[number], { value: (typeof LANGUAGES)[number]; description: string }>,
});

export const WordsRef = builder.objectRef<Words>("Words").implement({
  description: "A text in both languages.",
  fields: (t) => ({ lv: t.exposeString("lv"), en: t.exposeString("en") }),
});
