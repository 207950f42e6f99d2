import type { Message } from "../message.ts";

/** The page of a service calendar's year. */
export const calendar = {
  title: { lv: "Darba laiks", en: "Service time" },
  choose: { lv: "Kalendārs", en: "Calendar" },
  year: { lv: "{year}. gads", en: "Year {year}" },
  before: { lv: "Iepriekšējais gads", en: "Previous year" },
  after: { lv: "Nākamais gads", en: "Next year" },
  none: { lv: "Kalendāru vēl nav", en: "There are no calendars yet" },
  noneBody: {
    lv: "Pakalpojumi bez kalendāra skaitās pieejami 24×7. Darba laikus ieraksta lapās, stundas – redakcijās.",
    en: "Services without a calendar count as available 24×7. Calendars are entered in the sheets, hours in their editions.",
  },
  outsideAll: {
    lv: "Šajā gadā kalendāram nav redakcijas: viss gads skaitās slēgts.",
    en: "The calendar has no edition in this year: the whole year counts as closed.",
  },
  total: {
    lv: {
      zero: "Atvērts {count} dienu, kopā {hours}.",
      one: "Atvērts {count} dienu, kopā {hours}.",
      other: "Atvērts {count} dienas, kopā {hours}.",
    },
    en: { one: "Open on {count} day, {hours} in all.", other: "Open on {count} days, {hours} in all." },
  },
  legend: { lv: "Apzīmējumi", en: "Legend" },
  edit: { lv: "Labot lapās", en: "Edit in the sheets" },
  OPEN: { lv: "Atvērts", en: "Open" },
  CLOSED: { lv: "Slēgts", en: "Closed" },
  HOLIDAY: { lv: "Svētku diena", en: "Public holiday" },
  DAY_OFF: { lv: "Brīvdiena pēc likuma", en: "Day off by law" },
  MOVED_OFF: { lv: "Pārcelta darba diena", en: "Working day moved away" },
  MOVED_ON: { lv: "Strādā pārceltās vietā", en: "Worked for a moved day" },
  SHORT: { lv: "Stundu īsāka", en: "An hour shorter" },
  EXCEPTION_OPEN: { lv: "Izņēmums, atvērts", en: "Exception, open" },
  EXCEPTION_CLOSED: { lv: "Izņēmums, slēgts", en: "Exception, closed" },
  OUTSIDE: { lv: "Nav redakcijas", en: "No edition" },
  movedTo: { lv: "{kind} uz {day}", en: "{kind}: to {day}" },
  movedFrom: { lv: "{kind}: {day}", en: "{kind}: {day}" },
  beforeHoliday: { lv: "{kind} pirms svētkiem ({name})", en: "{kind} before {name}" },
  /** Monday to Sunday, as short as people write them. */
  weekdays: { lv: "P O T C Pk S Sv", en: "Mo Tu We Th Fr Sa Su" },
} as const satisfies Record<string, Message>;
