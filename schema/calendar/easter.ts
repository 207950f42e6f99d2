/** Easter Sunday of a year by the Gregorian reckoning, `YYYY-MM-DD` (the anonymous algorithm, as in Meeus). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century + 8) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - moonShift + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${month}-${String((sum % 31) + 1).padStart(2, "0")}`;
}
