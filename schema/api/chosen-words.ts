import type { Language, Words } from "../registers/words.ts";

/** A text in the language of the request. */
export const chosenWords = (words: Words, context: { readonly language: Language }): string => words[context.language];
