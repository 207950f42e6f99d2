import type { Words } from "../registers/words.ts";

/** How a spreadsheet shows a problem: no such value yet (#N/A), or an argument to correct (#VALUE!). */
export type ShownAs = "#N/A" | "#VALUE!";

interface ProblemKind extends Words {
  readonly shownAs: ShownAs;
}

/** What may stand in the way of a function's answer. Placeholders are filled by `fill` of {@link FunctionProblem}. */
export const PROBLEMS = {
  UNKNOWN_KPI: {
    shownAs: "#VALUE!",
    lv: "Rādītāja “{name}” nav.{near} Ierakstiet rādītāja kodu no reģistra “Rādītāji”.",
    en: "There is no KPI “{name}”.{near} Write the code of a KPI from the register of KPIs.",
  },
  UNKNOWN_SCOPE: {
    shownAs: "#VALUE!",
    lv: "Pakalpojuma, resursa vai procesa “{name}” nav.{near} Ierakstiet tā kodu vai nosaukumu.",
    en: "There is no service, resource or process “{name}”.{near} Write its code or name.",
  },
  UNKNOWN_SERVICE: {
    shownAs: "#VALUE!",
    lv: "Pakalpojuma “{name}” nav.{near} Ierakstiet tā kodu vai nosaukumu.",
    en: "There is no service “{name}”.{near} Write its code or name.",
  },
  UNKNOWN_CALENDAR: {
    shownAs: "#VALUE!",
    lv: "Darba laika “{name}” nav.{near} Ierakstiet tā kodu vai nosaukumu, vai atstājiet tukšu, ja skaita 24×7.",
    en: "There is no calendar “{name}”.{near} Write its code or name, or leave it empty for 24×7.",
  },
  OTHER_SCOPE: {
    shownAs: "#VALUE!",
    lv: "Šis rādītājs nav noteikts tam: “{name}”. Izvēlieties tvērumu, kuram to mēra.",
    en: "This KPI is not defined for “{name}”. Choose a scope for which it is measured.",
  },
  AMBIGUOUS: {
    shownAs: "#VALUE!",
    lv: "Ar nosaukumu “{name}” ir vairāki: {near}. Ierakstiet kodu.",
    en: "Several are named “{name}”: {near}. Write the code.",
  },
  OTHER_PERIOD: {
    shownAs: "#VALUE!",
    lv: "Rādītāju “{name}” tik garam periodam nerēķina. Tā periods: {near}.",
    en: "“{name}” is not worked out for periods of that length. Its period: {near}.",
  },
  NO_RESULT: {
    shownAs: "#N/A",
    lv: "Rādītājam “{name}” šajā periodā nav vērtības. Nav datu nav nulle.",
    en: "“{name}” has no value in this period. No data is not zero.",
  },
  NO_TARGET: {
    shownAs: "#N/A",
    lv: "Rādītājam “{name}” šajā periodā nav mērķa.",
    en: "“{name}” has no target in this period.",
  },
  WHOLE_MONTHS: {
    shownAs: "#VALUE!",
    lv: "Pieejamību skaita pa veseliem mēnešiem. Ierakstiet mēneša pirmo dienu un nākamā mēneša pirmo dienu.",
    en: "Availability is counted in whole months. Write the first day of a month, and the first day of the month after.",
  },
  NO_SERVICE_TIME: {
    shownAs: "#N/A",
    lv: "Pakalpojumam “{name}” šajā laikā nav pieejamības: nav norunāta laika vai tas vēl nav sācies.",
    en: "“{name}” has no availability in this time: there is no agreed time in it, or it has not begun.",
  },
  ENDS_BEFORE: {
    shownAs: "#VALUE!",
    lv: "Beigas ir pirms sākuma. Samainiet vietām.",
    en: "The end is before the start. Swap them.",
  },
  OUT_OF_CALENDAR: {
    shownAs: "#VALUE!",
    lv: "Tik tālu darba laiks nesniedzas. Izvēlieties laiku starp 2000. gadu un diviem gadiem uz priekšu.",
    en: "The calendar does not reach that far. Choose a time between the year 2000 and two years from now.",
  },
  TOO_MANY_ROWS: {
    shownAs: "#VALUE!",
    lv: "Iznāktu vairāk par {name} rindām. Izvēlieties īsāku laiku vai vienu pakalpojumu.",
    en: "That would be more than {name} rows. Choose a shorter time or one service.",
  },
  NOT_NEGATIVE: {
    shownAs: "#VALUE!",
    lv: "Minūtes ir skaitlis no 0.",
    en: "Minutes are a number from 0.",
  },
  MISSING: {
    shownAs: "#VALUE!",
    lv: "Trūkst: {near}.",
    en: "Missing: {near}.",
  },
  UNREADABLE_PERIOD: {
    shownAs: "#VALUE!",
    lv: "“{name}” nav periods. Rakstiet, piemēram, 2026-03, 2026-Q1, 2026, 2026-W12, vai dienu.",
    en: "“{name}” is no period. Write for example 2026-03, 2026-Q1, 2026, 2026-W12, or a day.",
  },
  UNREADABLE_DAY: {
    shownAs: "#VALUE!",
    lv: "“{name}” nav diena. Rakstiet datumu, piemēram, 2026-03-01.",
    en: "“{name}” is no day. Write a date, for example 2026-03-01.",
  },
  UNREADABLE_TIME: {
    shownAs: "#VALUE!",
    lv: "“{name}” nav datums un laiks. Rakstiet, piemēram, 2026-03-01 08:30.",
    en: "“{name}” is no date and time. Write for example 2026-03-01 08:30.",
  },
  UNREADABLE_MINUTES: {
    shownAs: "#VALUE!",
    lv: "“{name}” nav minūšu skaits.",
    en: "“{name}” is no number of minutes.",
  },
  SIGNED_OUT: {
    shownAs: "#N/A",
    lv: "Atveriet Saimi un pierakstieties; vērtība tad parādīsies.",
    en: "Open Saime and sign in; the value then appears.",
  },
  OFFLINE: {
    shownAs: "#N/A",
    lv: "Saimes serveris nav sasniedzams. Pārbaudiet savienojumu un atsvaidziniet.",
    en: "Saime's server cannot be reached. Check the connection and refresh.",
  },
  FORBIDDEN: {
    shownAs: "#N/A",
    lv: "Jums nav tiesību redzēt šos rezultātus.",
    en: "You have no right to see these results.",
  },
  /** Told in words of its own. */
  REFUSED: { shownAs: "#N/A", lv: "", en: "" },
  FAILED: {
    shownAs: "#N/A",
    lv: "Saime nevarēja atbildēt. Atsvaidziniet; ja atkārtojas, ziņojiet sistēmas uzturētājam.",
    en: "Saime could not answer. Refresh; if it happens again, tell whoever runs the system.",
  },
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof PROBLEMS;

/** A problem with what fills its sentence: `name` is what was written, `near` what may have been meant. */
export interface FunctionProblem {
  readonly code: ProblemCode;
  readonly name?: string;
  /** Codes and names, or words of the language. */
  readonly near?: readonly (string | Words)[];
  /** Of REFUSED: the whole sentence. */
  readonly words?: Words;
}

const MEANT: Words = { lv: " Vai domājāt: {near}?", en: " Did you mean: {near}?" };

/** The problem in a sentence that says what is wrong and what to do. */
export function sayProblem({ code, name = "", near = [], words }: FunctionProblem, language: keyof Words): string {
  if (words) return words[language];
  const listed = near.map((one) => (typeof one === "string" ? one : one[language])).join(", ");
  const template = PROBLEMS[code][language];
  // At the end of a sentence of its own what is near is a question; inside one it is a list.
  const asks = template.includes(".{near}");
  const shown = listed === "" ? "" : asks ? MEANT[language].replace("{near}", () => listed) : listed;
  return template.replace(/\{(name|near)\}/g, (_, what) => (what === "name" ? name : shown));
}
