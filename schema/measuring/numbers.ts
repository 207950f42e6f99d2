import type { Language, Words } from "../registers/words.ts";

const FORMATS: Record<Language, Intl.NumberFormat> = {
  lv: new Intl.NumberFormat("lv-LV", { maximumSignificantDigits: 4, useGrouping: "min2" }),
  en: new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4, useGrouping: "min2" }),
};
const WHOLE: Record<Language, Intl.NumberFormat> = {
  lv: new Intl.NumberFormat("lv-LV", { maximumFractionDigits: 0, useGrouping: "min2" }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0, useGrouping: "min2" }),
};

/** A value with its unit as sentences write it, to four digits that matter: “99,52 %”, “99.52%”. */
export function amount(value: number, unit: string): Words {
  const formats = Math.abs(value) >= 1000 ? WHOLE : FORMATS;
  const shown = unit.trim();
  return {
    lv: `${formats.lv.format(value)}${shown === "" ? "" : `\u00a0${shown}`}`,
    en: `${formats.en.format(value)}${shown === "" ? "" : shown.startsWith("%") ? shown : `\u00a0${shown}`}`,
  };
}
