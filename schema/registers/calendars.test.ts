import { describe, expect, it } from "vitest";
import { locked } from "../../test/support/locked.ts";
import { rule } from "../../test/support/rule.ts";
import { write, type Writer } from "../../test/support/write-row.ts";
import { calendarDays } from "./calendar-days.ts";
import { calendarEditions, WEEKDAY_COLUMNS } from "./calendar-editions.ts";
import { calendars } from "./calendars.ts";
import type { Row } from "./register.ts";

const OWNER: Writer = { held: ["SERVICE_PORTFOLIO_OWNER", "STAFF"] };
const edition: Row = { calendar: "c1", validFrom: "2026-01-01", holidays: "LV" };
const day: Row = { calendar: "c1", day: "2026-12-23", why: "Inventarizācija" };

describe("calendars", () => {
  it(rule("CALENDARS_BY_PORTFOLIO"), () => {
    for (const { rights } of [calendars, calendarEditions, calendarDays])
      for (const who of [rights.create, rights.edit, rights.retire])
        expect([...who]).toEqual(["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"]);
  });

  it(rule("CALENDAR_HOURS_READABLE"), () => {
    for (const column of WEEKDAY_COLUMNS) {
      expect(write(calendarEditions, null, { ...edition, [column]: "8.30-12, 12:30 – 17:00" }, OWNER).wrong).toEqual(
        [],
      );
      for (const hours of ["no rīta", "22:00–06:00", "08:00–12:00, 11:00–13:00", "08:00–25:00"])
        expect(write(calendarEditions, null, { ...edition, [column]: hours }, OWNER).wrong).toEqual([
          `CALENDAR_HOURS_READABLE ${column}`,
        ]);
    }
    expect(write(calendarDays, null, { ...day, hours: "9" }, OWNER).wrong).toEqual(["CALENDAR_HOURS_READABLE hours"]);
    expect(write(calendarDays, null, day, OWNER).wrong).toEqual([]);
  });

  it(rule("CALENDAR_ZONE_KNOWN"), () => {
    expect(write(calendarEditions, null, { ...edition, timeZone: "Europe/Rīga" }, OWNER).wrong).toEqual([
      "CALENDAR_ZONE_KNOWN timeZone",
    ]);
    expect(write(calendarEditions, null, { ...edition, timeZone: "+02:00" }, OWNER).wrong).toHaveLength(1);
    for (const timeZone of [null, "Europe/Riga", "UTC"])
      expect(write(calendarEditions, null, { ...edition, timeZone }, OWNER).wrong).toEqual([]);
  });

  it(rule("CALENDAR_EDITIONS_APART"), () => {
    const facts = { CALENDAR_EDITION_OVERLAP: { names: "CE-0002" } };
    expect(write(calendarEditions, null, edition, { ...OWNER, facts }).wrong).toEqual([
      "CALENDAR_EDITIONS_APART validFrom",
    ]);
    const ended = { ...edition, state: "RETIRED", endReason: "Kļūda" };
    expect(write(calendarEditions, null, ended, { ...OWNER, facts }).wrong).toEqual([]);
  });

  it("an edition and an exception stay those of their calendar", () => {
    for (const register of [calendarEditions, calendarDays]) expect(locked(register, "CURRENT")).toEqual(["calendar"]);
  });

  it(rule("CALENDAR_DAY_ONCE"), () => {
    const facts = { CALENDAR_DAY_TWICE: { names: "CD-0001" } };
    expect(write(calendarDays, null, day, { ...OWNER, facts }).wrong).toEqual(["CALENDAR_DAY_ONCE day"]);
    const ended = { ...day, state: "RETIRED", endReason: "Kļūda" };
    expect(write(calendarDays, null, ended, { ...OWNER, facts }).wrong).toEqual([]);
  });

  it(rule("CALENDAR_OF_WORKING_DAYS"), () => {
    const facts = { WORKING_DAYS_ELSEWHERE: { names: "CAL-0001" } };
    const own = { name: "Iestādes darba laiks", workingDays: true };
    expect(write(calendars, null, own, { ...OWNER, facts }).wrong).toEqual(["CALENDAR_OF_WORKING_DAYS workingDays"]);
    expect(write(calendars, null, { ...own, workingDays: false }, { ...OWNER, facts }).wrong).toEqual([]);
  });
});
