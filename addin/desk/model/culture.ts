/** How a person's Excel writes numbers and days: what typed text is read as, and how cells are shown. */
export interface Culture {
  readonly name: "en-US" | "lv-LV";
  readonly decimal: string;
  readonly thousands: string;
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly shortTime: string;
  readonly listSeparator: string;
  readonly trueWord: string;
  readonly falseWord: string;
}

const EN: Culture = {
  name: "en-US",
  decimal: ".",
  thousands: ",",
  dateSeparator: "/",
  shortDate: "m/d/yyyy",
  longDate: "dddd, mmmm d, yyyy",
  shortTime: "h:mm AM/PM",
  listSeparator: ",",
  trueWord: "TRUE",
  falseWord: "FALSE",
};
const LV: Culture = {
  name: "lv-LV",
  decimal: ",",
  thousands: "\u00a0",
  dateSeparator: ".",
  shortDate: "dd.mm.yyyy",
  longDate: 'dddd, yyyy. "gada" d. mmmm',
  shortTime: "hh:mm",
  listSeparator: ";",
  trueWord: "PATIESS",
  falseWord: "APLAMS",
};

/** The culture for a language tag; English when it is not Latvian. */
export const cultureOf = (locale: string): Culture => (locale.toLowerCase().startsWith("lv") ? LV : EN);
