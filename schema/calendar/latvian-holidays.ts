import type { Words } from "../registers/words.ts";
import { addDays, dayNumber, weekday } from "./civil-day.ts";
import { easterSunday } from "./easter.ts";

/**
 * Public holidays by the Law on Public Holidays, Remembrance Days and Days to be Celebrated, section 1, as it stands;
 * held for 2015–2035. Days of earlier years follow the same rules.
 */

const FIXED: Readonly<Record<string, Words>> = {
  "01-01": { lv: "Jaungada diena", en: "New Year's Day" },
  "05-01": { lv: "Darba svētki, Satversmes sapulces sasaukšanas diena", en: "Labour Day" },
  "05-04": { lv: "Neatkarības atjaunošanas diena", en: "Restoration of Independence Day" },
  "06-23": { lv: "Līgo diena", en: "Midsummer Eve" },
  "06-24": { lv: "Jāņu diena", en: "Midsummer Day" },
  "11-18": { lv: "Latvijas Republikas proklamēšanas diena", en: "Proclamation Day" },
  "12-24": { lv: "Ziemassvētku vakars", en: "Christmas Eve" },
  "12-25": { lv: "Pirmie Ziemassvētki", en: "Christmas Day" },
  "12-26": { lv: "Otrie Ziemassvētki", en: "Second Day of Christmas" },
  "12-31": { lv: "Vecgada diena", en: "New Year's Eve" },
};

/** Days counted from Easter Sunday. */
const FROM_EASTER: readonly (readonly [number, Words])[] = [
  [-2, { lv: "Lielā piektdiena", en: "Good Friday" }],
  [0, { lv: "Pirmās Lieldienas", en: "Easter Sunday" }],
  [1, { lv: "Otrās Lieldienas", en: "Easter Monday" }],
  [49, { lv: "Vasarsvētki", en: "Pentecost" }],
];

const MOTHERS_DAY: Words = { lv: "Mātes diena", en: "Mother's Day" };
const FESTIVAL: Words = {
  lv: "Dziesmu un deju svētku noslēguma diena",
  en: "Closing day of the Song and Dance Festival",
};

/** Closing days of the General Latvian Song and Dance Festival, about every fifth year, a holiday since 2014. */
const FESTIVALS: readonly string[] = ["2018-07-08", "2023-07-09"];

/** Days that a law of their own made free, once. */
const ONE_OFF: Readonly<Record<string, Words>> = {
  "2018-09-24": { lv: "Pāvesta Franciska vizīte", en: "Visit of Pope Francis" },
  "2023-05-29": { lv: "Hokeja izlases panākumu svinības", en: "Celebration of the ice hockey team's success" },
};

/** A day off for one that fell on a weekend. */
const inLieu = ({ lv, en }: Words): Words => ({ lv: `Brīvdiena par: ${lv}`, en: `Day off for: ${en}` });

/** Saturday or Sunday. */
const atWeekend = (day: string): boolean => weekday(dayNumber(day)) > 4;

function secondSundayOfMay(year: number): string {
  const first = dayNumber(`${String(year).padStart(4, "0")}-05-01`);
  return addDays(`${String(year).padStart(4, "0")}-05-01`, 6 - weekday(first) + 7);
}

export interface Holidays {
  /** Public holidays by day: the day before them may be an hour shorter. */
  readonly holidays: ReadonlyMap<string, Words>;
  /** Days off that are no holidays: in lieu of a holiday at the weekend, and one-off days. */
  readonly daysOff: ReadonlyMap<string, Words>;
}

function holidaysOf(year: number): Holidays {
  const of = (monthDay: string) => `${String(year).padStart(4, "0")}-${monthDay}`;
  const holidays = new Map<string, Words>(Object.entries(FIXED).map(([monthDay, name]) => [of(monthDay), name]));
  const easter = easterSunday(year);
  for (const [days, name] of FROM_EASTER) holidays.set(addDays(easter, days), name);
  // Pentecost may be the second Sunday of May too: both names are told.
  const mothersDay = secondSundayOfMay(year);
  const same = holidays.get(mothersDay);
  holidays.set(
    mothersDay,
    same ? { lv: `${same.lv}, ${MOTHERS_DAY.lv}`, en: `${same.en}, ${MOTHERS_DAY.en}` } : MOTHERS_DAY,
  );
  const festivals = FESTIVALS.filter((day) => day.startsWith(of("")));
  for (const day of festivals) holidays.set(day, FESTIVAL);

  const daysOff = new Map(Object.entries(ONE_OFF).filter(([day]) => day.startsWith(of(""))));
  for (const day of [of("05-04"), of("11-18"), ...festivals].filter(atWeekend)) {
    let next = addDays(day, 1);
    while (atWeekend(next) || holidays.has(next)) next = addDays(next, 1);
    daysOff.set(next, inLieu(holidays.get(day) ?? FESTIVAL));
  }
  return { holidays, daysOff };
}

const known = new Map<number, Holidays>();

/** Public holidays and days off of a year. */
export function latvianHolidays(year: number): Holidays {
  const found = known.get(year) ?? holidaysOf(year);
  known.set(year, found);
  return found;
}
