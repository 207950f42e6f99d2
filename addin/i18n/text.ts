import type { Language, Words } from "../../schema/registers/words.ts";
import { showDay, showInstant, showNumber } from "./format.ts";
import { fillIn, type Message, type ValuesOf } from "./message.ts";

/** Everything that turns data into what a person reads, in one language. */
export interface Text {
  readonly language: Language;
  /** A message with its values filled in. */
  say<const M extends Message>(message: M, ...values: ValuesOf<M>): string;
  words(words: Words): string;
  number(value: number): string;
  /** `dd.mm.yyyy hh:mm` in Europe/Riga. */
  instant(iso: string): string;
  /** `dd.mm.yyyy`. */
  day(day: string): string;
}

export function textIn(language: Language): Text {
  const number = (value: number) => showNumber(value, language);
  return {
    language,
    say: (message, ...values) => fillIn(message, language, values[0] ?? {}, number),
    words: (words) => words[language],
    number,
    instant: showInstant,
    day: showDay,
  };
}
