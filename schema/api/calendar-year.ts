import type { YearDay } from "../calendar/year.ts";
import { SaimeError } from "../messages/errors.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { WordsRef } from "./words.ts";

const CalendarDayKind = builder.enumType("CalendarDayKind", {
  description: "What makes a day of a calendar what it is.",
  values: {
    OPEN: { description: "Open by the weekly hours." },
    CLOSED: { description: "Closed by the weekly hours." },
    HOLIDAY: { description: "A public holiday." },
    DAY_OFF: { description: "A day off for a holiday at the weekend, or by a law of its own." },
    MOVED_OFF: { description: "A working day that was moved to another day." },
    MOVED_ON: { description: "A day that is worked for one moved." },
    SHORT: { description: "An hour shorter, before a public holiday." },
    EXCEPTION_OPEN: { description: "An exception with hours of its own." },
    EXCEPTION_CLOSED: { description: "An exception, closed." },
    OUTSIDE: { description: "No edition of the calendar holds." },
  } as const,
});

const CalendarYearDayRef = builder.objectRef<YearDay>("CalendarYearDay").implement({
  description: "A day of a calendar, with everything that bears on it taken into account.",
  fields: (t) => ({
    day: t.expose("day", { type: "Date" }),
    kind: t.expose("kind", { type: CalendarDayKind }),
    hours: t.exposeString("hours", { description: "`08:30–12:00, 12:30–17:00`; empty when closed." }),
    name: t.expose("name", {
      type: WordsRef,
      nullable: true,
      description: "A holiday's name, an exception's reason, the holiday that follows a shortened day.",
    }),
    other: t.expose("other", {
      type: "Date",
      nullable: true,
      description: "Of a moved day: where it was moved to, or which day it stands for.",
    }),
  }),
});

builder.queryField("calendarYear", (t) =>
  t.field({
    type: [CalendarYearDayRef],
    nullable: true,
    description: "Every day of a year of a service calendar, in order; null when there is no such calendar.",
    args: { calendar: t.arg.id({ required: true }), year: t.arg.int({ required: true }) },
    resolve: (_root, { calendar, year }, context) => {
      if (year < 1900 || year > 2100) throw new SaimeError("BAD_REQUEST", "year: 1900 … 2100");
      return context.use.calendarYear(signedIn(context), uuid(calendar, "calendar"), year);
    },
  }),
);
