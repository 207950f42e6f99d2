import { PORTFOLIO_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** When services are there to be used: the calendars by which service time is counted (domain.md, section 6). */
export const calendars = {
  key: "calendars",
  type: "Calendar",
  label: { lv: "Darba laiki", en: "Service calendars" },
  one: { lv: "Darba laiks", en: "Service calendar" },
  help: {
    lv: "Laiki, kuros pakalpojumi pieejami; stundas katram ir redakcijās, atsevišķas dienas – izņēmumos.",
    en: "Times in which services are available; the hours of each stand in its editions, single days in the exceptions.",
  },
  code: { column: "code", prefix: "CAL", digits: 4 },
  title: "name",
  columns: {
    code: codeColumn("Kalendāra kods", "Calendar code"),
    name: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Nosaukums", en: "Name" },
      help: { lv: "Pēc kā darba laiku pazīst, piemēram, 24×7.", en: "By what the calendar is known, such as 24×7." },
      also: ["Darba laiks", "Kalendārs", "Calendar", "Service calendar", "Service hours"],
      width: 36,
    },
    description: {
      type: "text",
      max: 4_000,
      multiline: true,
      label: { lv: "Apraksts", en: "Description" },
      help: { lv: "Kam šis darba laiks domāts.", en: "What the calendar is for." },
      also: ["Skaidrojums", "Explanation"],
      width: 40,
    },
    workingDays: {
      type: "boolean",
      label: { lv: "Iestādes darba dienas", en: "Institution's working days" },
      help: {
        lv: "Pēc šī darba laika skaita iestādes darba dienas. Ja tāda nav: pirmdiena–piektdiena, svētku dienas un pārceltās dienas pēc likuma.",
        en: "The institution's working days are those of this calendar. Without one: Monday to Friday, with holidays and moved days by law.",
      },
      also: ["Darba dienas", "Working days"],
      width: 14,
    },
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endCalendar", PORTFOLIO_OWNERS),
  guards: [
    {
      rule: "CALENDAR_OF_WORKING_DAYS",
      column: "workingDays",
      broken: ({ state, workingDays }) => state !== "RETIRED" && workingDays === true,
      fact: "WORKING_DAYS_ELSEWHERE",
      message: {
        lv: "Iestādes darba dienas jau nosaka {names}. Vispirms noņemiet atzīmi tur.",
        en: "The institution's working days are set by {names} already. Take the mark off there first.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
