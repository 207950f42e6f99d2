import { describe, expect, it, test } from "vitest";
import { latvianHolidays } from "./latvian-holidays.ts";

/** Written from almanacs, apart from the code: Easter Sunday, the second Sunday of May. */
const ALMANAC: readonly (readonly [year: number, easter: string, mothers: string])[] = [
  [2015, "04-05", "05-10"],
  [2016, "03-27", "05-08"],
  [2017, "04-16", "05-14"],
  [2018, "04-01", "05-13"],
  [2019, "04-21", "05-12"],
  [2020, "04-12", "05-10"],
  [2021, "04-04", "05-09"],
  [2022, "04-17", "05-08"],
  [2023, "04-09", "05-14"],
  [2024, "03-31", "05-12"],
  [2025, "04-20", "05-11"],
  [2026, "04-05", "05-10"],
  [2027, "03-28", "05-09"],
  [2028, "04-16", "05-14"],
  [2029, "04-01", "05-13"],
  [2030, "04-21", "05-12"],
  [2031, "04-13", "05-11"],
  [2032, "03-28", "05-09"],
  [2033, "04-17", "05-08"],
  [2034, "04-09", "05-14"],
  [2035, "03-25", "05-13"],
];
/** Days off that are no holidays, 2015–2035: in lieu, and one-off. */
const DAYS_OFF = [
  ...["2017-11-20", "2018-07-09", "2018-09-24", "2018-11-19", "2019-05-06", "2023-05-29", "2023-07-10", "2023-11-20"],
  ...["2024-05-06", "2025-05-05", "2028-11-20", "2029-11-19", "2030-05-06", "2031-05-05", "2034-11-20", "2035-11-19"],
];
const FIXED = ["01-01", "05-01", "05-04", "06-23", "06-24", "11-18", "12-24", "12-25", "12-26", "12-31"];
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe("public holidays by law", () => {
  test.each(ALMANAC)("%i", (year, easter, mothers) => {
    const sunday = `${year}-${easter}`;
    const all = [
      ...FIXED.map((day) => `${year}-${day}`),
      ...[later(sunday, -2), sunday, later(sunday, 1), later(sunday, 49), `${year}-${mothers}`],
      ...["2018-07-08", "2023-07-09"].filter((day) => day.startsWith(String(year))),
    ];
    expect([...latvianHolidays(year).holidays.keys()].sort()).toEqual([...new Set(all)].sort());
  });

  it("a holiday of the state at the weekend gives the next working day, and laws gave two days of their own", () => {
    const found = ALMANAC.flatMap(([year]) => [...latvianHolidays(year).daysOff.keys()].sort());
    expect(found).toEqual(DAYS_OFF);
  });

  it("Pentecost and Mother's Day on one day are told together", () => {
    expect(latvianHolidays(2035).holidays.get("2035-05-13")).toEqual({
      lv: "Vasarsvētki, Mātes diena",
      en: "Pentecost, Mother's Day",
    });
  });

  it("every name is told in both languages", () => {
    for (const [year] of ALMANAC)
      for (const { lv, en } of [...latvianHolidays(year).holidays.values(), ...latvianHolidays(year).daysOff.values()])
        expect(lv && en && lv !== en).toBe(true);
  });
});
