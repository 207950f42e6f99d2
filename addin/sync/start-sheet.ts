import { type RegisterKey } from "../../schema/registers/catalogue.ts";
import type { Language, Words } from "../../schema/registers/words.ts";
import { tableName } from "../workbook/names.ts";
import type { StartSheet } from "../workbook/port.ts";
import { declaration } from "./context.ts";
import type { Maker } from "./maker.ts";

const SAYS = {
  sheet: { lv: "Sākums", en: "Start" },
  title: { lv: "Saime: pakalpojumu un resursu reģistri", en: "Saime: registers of services and resources" },
  institution: { lv: "Iestāde", en: "Institution" },
  made: { lv: "Izveidoja", en: "Made by" },
  at: { lv: "Izveidots", en: "Made on" },
  sheets: { lv: "Lapas", en: "Sheets" },
  what: { lv: "Kas tur ir", en: "What is there" },
  how: {
    lv: "Rakstiet lapās kā parasti. Izmaiņas publicējiet Saimes rūtī; citu publicēto saņemat, lapu atsvaidzinot.",
    en: "Write in the sheets as ever. Publish the changes in the Saime pane; what others published comes with a refresh.",
  },
} as const satisfies Record<string, Words>;

/** What the start sheet says, in one language: who made the workbook and when, its sheets in order and what each is for. */
export function startSheet(
  registers: readonly RegisterKey[],
  language: Language,
  maker: Maker,
  /** `dd.mm.yyyy`. */
  day: string,
): StartSheet {
  const say = (words: Words) => words[language];
  return {
    name: say(SAYS.sheet),
    title: say(SAYS.title),
    facts: [
      [say(SAYS.institution), maker.institution],
      [say(SAYS.made), maker.person],
      [say(SAYS.at), day],
    ],
    note: say(SAYS.how),
    heads: [say(SAYS.sheets), say(SAYS.what)],
    sheets: registers.map((key) => {
      const { label, help } = declaration(key);
      return { table: tableName(key), label: say(label), help: say(help) };
    }),
  };
}
