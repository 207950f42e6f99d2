import type { Column, Guard } from "./register.ts";

/** Periods are half open: the last day named is the first that does not belong (domain.md, section 6). */

const EARLIEST = "1900-01-01";

/** The columns of a period that a figure is about. */
export const periodColumns = {
  periodFrom: {
    type: "date",
    notBefore: EARLIEST,
    required: true,
    label: { lv: "Periods no", en: "Period from" },
    help: { lv: "Perioda pirmā diena.", en: "The first day of the period." },
    also: ["Perioda sākums", "No", "Period start", "From"],
    width: 13,
  },
  periodTo: {
    type: "date",
    notBefore: EARLIEST,
    required: true,
    label: { lv: "Periods līdz (neieskaitot)", en: "Period to (not included)" },
    help: {
      lv: "Pirmā diena pēc perioda: 2026. gada janvārim 01.02.2026.",
      en: "The first day after the period: 01.02.2026 for January 2026.",
    },
    also: ["Periods līdz", "Perioda beigas", "Period to", "Period end"],
    width: 15,
  },
} as const satisfies Record<string, Column>;

export const PERIOD_ORDER = {
  rule: "PERIOD_ORDER",
  column: "periodTo",
  broken: ({ periodFrom, periodTo }) =>
    typeof periodFrom === "string" && typeof periodTo === "string" && periodTo <= periodFrom,
  message: {
    lv: "Periods beidzas, pirms tas sācies. Kolonnā “Periods līdz” ierakstiet pirmo dienu pēc perioda.",
    en: "The period ends before it has begun. In “Period to” write the first day after the period.",
  },
} as const satisfies Guard;

/** From when to when something holds; one that never came into force has both days the same. */
export const validColumns = {
  validFrom: {
    type: "date",
    notBefore: EARLIEST,
    label: { lv: "Spēkā no", en: "Valid from" },
    help: { lv: "Pirmā diena, kurā tas ir spēkā.", en: "The first day on which it holds." },
    also: ["No", "Sākuma datums", "From", "Start date"],
    width: 13,
  },
  validTo: {
    type: "date",
    notBefore: EARLIEST,
    label: { lv: "Spēkā līdz (neieskaitot)", en: "Valid to (not included)" },
    help: {
      lv: "Pirmā diena, kurā tas vairs nav spēkā; tukšs, ja bez termiņa.",
      en: "The first day on which it no longer holds; empty when without an end.",
    },
    also: ["Spēkā līdz", "Līdz", "Beigu datums", "Valid to", "Valid until", "To", "End date"],
    width: 15,
  },
} as const satisfies Record<string, Column>;

export const VALIDITY_ORDER = {
  rule: "VALIDITY_ORDER",
  column: "validTo",
  broken: ({ validFrom, validTo }) =>
    typeof validFrom === "string" && typeof validTo === "string" && validTo < validFrom,
  message: {
    lv: "“Spēkā līdz” ir pirms “Spēkā no”. Labojiet vienu no abiem datumiem.",
    en: "“Valid to” is before “Valid from”. Correct one of the two dates.",
  },
} as const satisfies Guard;
