import type { Language } from "../../schema/registers/words.ts";

const LOCALES: Record<Language, string> = { lv: "lv-LV", en: "en-GB" };

/** Instants are shown as Latvia's clocks show them, wherever the computer stands. */
const instant = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Riga",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(moment: Date): Readonly<Record<string, string>> {
  return Object.fromEntries(instant.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** `21.11.2026 09:05` in Europe/Riga of an ISO 8601 instant; the text itself where it is no instant. */
export function showInstant(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const { day, month, year, hour, minute } = partsOf(moment);
  return `${day}.${month}.${year} ${hour}:${minute}`;
}

/** `21.11.2026` of a day written `2026-11-21`; the text itself where it is no day. */
export function showDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : day;
}

const numbers = new Map<Language, Intl.NumberFormat>();

/** `1 234 567,5` in Latvian, `1,234,567.5` in English. */
export function showNumber(value: number, language: Language): string {
  let format = numbers.get(language);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 10 });
    numbers.set(language, format);
  }
  return format.format(value);
}
