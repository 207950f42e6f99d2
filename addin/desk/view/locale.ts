import { type ILanguagePack, mergeLocales } from "@univerjs/core";
import core from "@univerjs/preset-sheets-core/locales/en-US";
import validation from "@univerjs/preset-sheets-data-validation/locales/en-US";
import note from "@univerjs/preset-sheets-note/locales/en-US";
import sort from "@univerjs/preset-sheets-sort/locales/en-US";
import table from "@univerjs/preset-sheets-table/locales/en-US";
import { LATVIAN } from "./locale-lv.ts";

export type Language = "lv" | "en";

/** Univer speaks no Latvian: its English with everything a person usually meets put into Latvian. */
export function words(language: Language): ILanguagePack {
  const english = mergeLocales(core, validation, note, sort, table);
  return language === "en" ? english : (overlay(english, LATVIAN) as ILanguagePack);
}

interface Tree {
  readonly [key: string]: string | Tree;
}

function overlay(base: unknown, over: Tree): unknown {
  if (typeof base !== "object" || base === null) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over))
    merged[key] = typeof value === "string" ? value : overlay(merged[key] ?? {}, value);
  return merged;
}
