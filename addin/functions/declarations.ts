import type { FunctionKey } from "../../schema/functions/asks.ts";
import type { Words } from "../../schema/registers/words.ts";

/** What stands before the name of each function: `=SAIME.KPI(…)`. The same in every language, as formulas travel. */
export const NAMESPACE = "SAIME";

export interface Parameter {
  readonly name: string;
  readonly help: Words;
  /** `any` takes a number too: a date of the sheet arrives as its serial number. */
  readonly type: "string" | "number" | "boolean" | "any";
  readonly optional?: true;
}
export interface FunctionDeclaration {
  /** At most 128 characters: Microsoft 365's manifest takes no more. */
  readonly help: Words;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type: "number" | "any"; readonly spills?: true; readonly words: Words };
  /** A formula that works as it stands in the sample institution. */
  readonly example: string;
}

const KPI: Parameter = {
  name: "code",
  type: "string",
  help: { lv: "Rādītāja kods, piemēram, KPI-0002", en: "Code of the KPI, such as KPI-0002" },
};
const SCOPE: Parameter = {
  name: "scope",
  type: "string",
  optional: true,
  help: {
    lv: "Pakalpojuma, resursa vai procesa kods vai nosaukums; tukšs, ja iestāde kopumā",
    en: "Code or name of a service, resource or process; empty for the institution as a whole",
  },
};
const PERIOD: Parameter = {
  name: "period",
  type: "any",
  optional: true,
  help: {
    lv: "2026-03, 2026-Q1, 2026, 2026-W12 vai diena tajā; tukšs, ja pēdējais noslēgtais periods",
    en: "2026-03, 2026-Q1, 2026, 2026-W12 or a day in it; empty for the last period that has ended",
  },
};
const FIRST_DAY: Parameter = {
  name: "from",
  type: "any",
  help: { lv: "Pirmā diena", en: "First day" },
};
const DAY_AFTER: Parameter = {
  name: "to",
  type: "any",
  help: { lv: "Diena pēc pēdējās", en: "The day after the last one" },
};
const START: Parameter = {
  name: "from",
  type: "any",
  help: { lv: "Datums un laiks, no kura skaita", en: "Date and time to count from" },
};
const CALENDAR: Parameter = {
  name: "calendar",
  type: "string",
  optional: true,
  help: { lv: "Darba laika kods vai nosaukums; tukšs, ja 24×7", en: "Code or name of the calendar; empty for 24×7" },
};

/** The functions as people see them. Excel's metadata, the manifests, the desk and docs/functions.md all come from here. */
export const FUNCTIONS: Readonly<Record<FunctionKey, FunctionDeclaration>> = {
  KPI: {
    help: { lv: "Rādītāja vērtība tvērumam periodā.", en: "A KPI's value for a scope in a period." },
    parameters: [KPI, SCOPE, PERIOD],
    result: { type: "number", words: { lv: "vērtība", en: "the value" } },
    example: '=SAIME.KPI("KPI-0002", "P-0001", "2026-10")',
  },
  TARGET: {
    help: { lv: "Rādītāja mērķis tvērumam periodā.", en: "A KPI's target for a scope in a period." },
    parameters: [KPI, SCOPE, PERIOD],
    result: { type: "number", words: { lv: "mērķis", en: "the target" } },
    example: '=SAIME.TARGET("KPI-0002", "P-0001", "2026-10")',
  },
  AVAILABILITY: {
    help: {
      lv: "Pakalpojuma pieejamība norunātajā laikā, veselos mēnešos.",
      en: "A service's availability in its agreed service time, in whole months.",
    },
    parameters: [
      {
        name: "service",
        type: "string",
        help: { lv: "Pakalpojuma kods vai nosaukums", en: "Code or name of the service" },
      },
      { ...FIRST_DAY, help: { lv: "Mēneša pirmā diena", en: "First day of a month" } },
      {
        ...DAY_AFTER,
        help: {
          lv: "Pirmā diena pēc pēdējā mēneša; nākotnes diena, ja līdz šim brīdim",
          en: "The first day after the last month; a day to come for up to now",
        },
      },
    ],
    result: { type: "number", words: { lv: "procenti", en: "per cent" } },
    example: '=SAIME.AVAILABILITY("P-0001", "2026-10-01", "2026-11-01")',
  },
  RESULTS: {
    help: {
      lv: "Rādītāja rezultāti pa periodiem: rinda katram periodam un tvērumam.",
      en: "A KPI's results by period: a row for each period and scope.",
    },
    parameters: [
      KPI,
      {
        ...SCOPE,
        help: {
          lv: "Tvēruma kods vai nosaukums; tukšs, ja iestāde kopumā; * visiem pakalpojumiem un resursiem",
          en: "Code or name of the scope; empty for the institution as a whole; * for every service and resource",
        },
      },
      {
        ...FIRST_DAY,
        optional: true,
        help: { lv: "Pirmā diena; tukšs, ja gadu atpakaļ", en: "First day; empty for a year back" },
      },
      {
        ...DAY_AFTER,
        optional: true,
        help: {
          lv: "Diena pēc pēdējās; tukšs, ja līdz šodienai",
          en: "The day after the last one; empty for up to today",
        },
      },
      {
        name: "headings",
        type: "boolean",
        optional: true,
        help: { lv: "TRUE, ja pirmajā rindā vajag virsrakstus", en: "TRUE for headings in the first row" },
      },
    ],
    result: {
      type: "any",
      spills: true,
      words: {
        lv: "tabula: periods, kods, nosaukums, vērtība, skaitītājs, saucējs, skaits, mērķis, statuss",
        en: "a table: period, code, name, value, numerator, denominator, count, target, status",
      },
    },
    example: '=SAIME.RESULTS("KPI-0002", "*", "2026-01-01", "2026-11-01", TRUE)',
  },
  WORKTIME: {
    help: {
      lv: "Darba laika minūtes starp diviem brīžiem.",
      en: "Minutes of service time between two moments, by a calendar.",
    },
    parameters: [
      START,
      { name: "to", type: "any", help: { lv: "Datums un laiks, līdz kuram skaita", en: "Date and time to count to" } },
      CALENDAR,
    ],
    result: { type: "number", words: { lv: "minūtes", en: "minutes" } },
    example: '=SAIME.WORKTIME("2026-03-27 16:00", "2026-03-30 10:00")',
  },
  DUE: {
    help: {
      lv: "Brīdis, kad pagājušas tik darba laika minūtes.",
      en: "The moment after so many minutes of service time, by a calendar.",
    },
    parameters: [
      START,
      { name: "minutes", type: "any", help: { lv: "Darba laika minūtes", en: "Minutes of service time" } },
      CALENDAR,
    ],
    result: {
      type: "number",
      words: {
        lv: "datums un laiks (piešķiriet šūnai datuma formātu)",
        en: "date and time (give the cell a date format)",
      },
    },
    example: '=SAIME.DUE("2026-02-06 16:00", 60)',
  },
};
