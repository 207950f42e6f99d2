/** The two languages every heading, label and message exists in. */
export const LANGUAGES = ["lv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages. */
export interface Words {
  readonly lv: string;
  readonly en: string;
}
