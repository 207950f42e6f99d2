import { LANGUAGES, type Language } from "../../schema/registers/words.ts";

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

/** The person's choice, else the language Office is shown in (`lv-LV`, `en-US`, …), else Latvian. */
export function startingLanguage(choice: string | null, display: string | undefined): Language {
  if (isLanguage(choice)) return choice;
  const shown = display?.split("-")[0]?.toLowerCase();
  return isLanguage(shown) ? shown : "lv";
}

/** Each language by its own name, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { lv: "Latviešu", en: "English" };
