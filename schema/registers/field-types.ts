import { fold } from "./text.ts";
import type { Column, Option, Options } from "./register.ts";

/** Column types that make sense for a column of an institution's own; each says how it becomes a column. */
export type FieldType = "TEXT" | "LONG_TEXT" | "NUMBER" | "INTEGER" | "DATE" | "DATE_TIME" | "YES_NO" | "CHOICE";

/** What of a column its type decides. */
type Typed = Column extends infer One ? (One extends Column ? Omit<One, "label" | "help"> : never) : never;
interface OfType extends Option {
  readonly column: (options: readonly string[]) => Typed;
}

export const FIELD_TYPES = {
  TEXT: {
    label: { lv: "Teksts", en: "Text" },
    also: ["Īss teksts", "Short text", "String"],
    column: () => ({ type: "text", max: 1_000, width: 20 }),
  },
  LONG_TEXT: {
    label: { lv: "Garš teksts", en: "Long text" },
    also: ["Apraksts", "Vairākas rindas", "Multiline", "Paragraph"],
    column: () => ({ type: "text", max: 10_000, multiline: true, width: 40 }),
  },
  NUMBER: {
    label: { lv: "Skaitlis", en: "Number" },
    also: ["Decimālskaitlis", "Decimal"],
    column: () => ({ type: "number", width: 14 }),
  },
  INTEGER: {
    label: { lv: "Vesels skaitlis", en: "Whole number" },
    also: ["Integer", "Skaits", "Count"],
    column: () => ({ type: "integer", width: 12 }),
  },
  DATE: {
    label: { lv: "Datums", en: "Date" },
    also: ["Diena", "Day"],
    column: () => ({ type: "date", width: 12 }),
  },
  DATE_TIME: {
    label: { lv: "Datums un laiks", en: "Date and time" },
    also: ["Laiks", "Timestamp", "Time"],
    column: () => ({ type: "datetime", width: 17 }),
  },
  YES_NO: {
    label: { lv: "Jā vai nē", en: "Yes or no" },
    also: ["Jā/nē", "Yes/no", "Boolean"],
    column: () => ({ type: "boolean", width: 10 }),
  },
  CHOICE: {
    label: { lv: "Izvēle no saraksta", en: "One of a list" },
    also: ["Izvēle", "Saraksts", "Choice", "List"],
    column: (options) => ({ type: "choice", options: asOptions(options), width: 18 }),
  },
} as const satisfies Record<FieldType, OfType>;

export const isFieldType = (text: string): text is FieldType => Object.hasOwn(FIELD_TYPES, text);

/** An institution's options are one text in both languages, and are kept as that text. */
const asOptions = (options: readonly string[]): Options =>
  Object.fromEntries(options.map((text) => [text, { label: { lv: text, en: text } }]));

/** The options as they are written down: one a line, or parted by `;`. The same one twice, as people read it, is one. */
export function optionsIn(text: string | null): readonly string[] {
  const options = new Map<string, string>();
  for (const part of (text ?? "").split(/[;\n]/)) {
    const option = part.replace(/\s+/g, " ").trim();
    if (option !== "" && !options.has(fold(option))) options.set(fold(option), option);
  }
  return [...options.values()];
}
