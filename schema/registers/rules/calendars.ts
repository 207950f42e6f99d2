import type { Rule } from "./rule.ts";

/** Rules of service calendars (domain.md, sections 1 and 6). */
export const CALENDAR_RULES = {
  CALENDARS_BY_PORTFOLIO: {
    from: "domain.md 1",
    says: {
      lv: "Darba laikus nosaka kopuma saimnieki.",
      en: "Service calendars are set by portfolio owners.",
    },
  },
  CALENDAR_HOURS_READABLE: {
    from: "domain.md 6",
    says: {
      lv: "Stundas ir laiki vienas dienas robežās, kas nepārklājas.",
      en: "Hours are windows within one day that do not overlap.",
    },
  },
  CALENDAR_ZONE_KNOWN: {
    from: "domain.md 6",
    says: {
      lv: "Darba laiks ir zināmas laika joslas laiks.",
      en: "A calendar's hours are civil time of a known time zone.",
    },
  },
  CALENDAR_EDITIONS_APART: {
    from: "domain.md 6",
    says: {
      lv: "Viena darba laika redakcijas nepārklājas.",
      en: "Editions of one calendar do not overlap.",
    },
  },
  CALENDAR_DAY_ONCE: {
    from: "domain.md 6",
    says: {
      lv: "Darba laikam vienai dienai ir viens izņēmums.",
      en: "A calendar has one exception a day.",
    },
  },
  CALENDAR_OF_WORKING_DAYS: {
    from: "domain.md 4",
    says: {
      lv: "Iestādes darba dienas nosaka viens darba laiks.",
      en: "One calendar sets the institution's working days.",
    },
  },
} as const satisfies Record<string, Rule>;
