import type { Language } from "../../schema/registers/words.ts";

/**
 * Messages as data: one text a language, or one a plural form (Latvian: zero, one, other; English: one, other).
 * `{name}` is a placeholder. Declared `as const satisfies Record<string, Message>`, so that a missing language, a
 * missing placeholder's value and a superfluous one are compile errors.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
export type Message = Readonly<Record<Language, string | Plural>>;

type TextsOf<T> = T extends string ? T : T[keyof T];
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
/** The placeholders of a message. */
export type NamesOf<M extends Message> = NamesIn<TextsOf<M[Language]>>;
type ValueOf<Name> = Name extends "count" ? number : string | number;
/** The values a message needs; nothing where it has no placeholder. `count` is a number and chooses the plural form. */
export type ValuesOf<M extends Message> = [NamesOf<M>] extends [never]
  ? []
  : [values: Readonly<{ [Name in NamesOf<M>]: ValueOf<Name> }>];

const rules: Record<Language, Intl.PluralRules> = {
  lv: new Intl.PluralRules("lv"),
  en: new Intl.PluralRules("en"),
};

/** Fills in a message: chooses the plural form by `count` and shows numbers as `number` says. */
export function fillIn(
  message: Message,
  language: Language,
  values: Readonly<Record<string, string | number>>,
  number: (value: number) => string,
): string {
  const forms = message[language];
  const count = values["count"];
  const text =
    typeof forms === "string"
      ? forms
      : (forms[rules[language].select(typeof count === "number" ? count : 0)] ?? forms.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : value;
  });
}
