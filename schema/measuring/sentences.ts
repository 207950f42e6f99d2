import type { Words } from "../registers/words.ts";
import { countEn, duringLv, eachEn, eachLv, lastLv, ofLv } from "./counted.ts";
import { amount } from "./numbers.ts";
import type { Movement, PeriodKind } from "./results.ts";
import { dayWords, whenOf } from "./when.ts";
import type { Limits, PointSignal } from "./xmr.ts";

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const joined = (sentences: readonly Words[]): Words => ({
  lv: sentences.map(({ lv }) => capital(lv)).join(" "),
  en: sentences.map(({ en }) => capital(en)).join(" "),
});

/** A signal as a clause: “8 months in a row below the mean”. `froms` are the first days of the series' periods. */
export function signalWords({ kind, side, at }: PointSignal, period: PeriodKind, froms: readonly string[]): Words {
  const above = side === "ABOVE";
  const count = at.length;
  if (kind === "RUN")
    return {
      lv: `${duringLv(count, period)} pēc kārtas ${above ? "virs" : "zem"} vidējā`,
      en: `${countEn(count, period)} in a row ${above ? "above" : "below"} the mean`,
    };
  if (kind === "OUTSIDE") {
    const when = whenOf(period, froms[at[0] ?? 0] ?? "");
    return {
      lv: `${when.lv} ${above ? "virs augšējās" : "zem apakšējās"} robežas`,
      en: `${above ? "above the upper" : "below the lower"} limit ${when.en}`,
    };
  }
  const of = (at.at(-1) ?? 0) - (at[0] ?? 0) + 1;
  const among = Math.max(of, 4);
  return {
    lv: `${count} no ${ofLv(among, period)} tuvāk ${above ? "augšējai" : "apakšējai"} robežai nekā vidējam`,
    en: `${count} of ${countEn(among, period)} nearer the ${above ? "upper" : "lower"} limit than the mean`,
  };
}

export interface Told {
  readonly period: PeriodKind;
  readonly unit: string;
  /** How many periods were looked at, and how many of them have data. */
  readonly looked: number;
  readonly points: number;
  readonly limits: Limits | null;
  readonly signals: readonly Words[];
  readonly slope: number | null;
  readonly forecast: Movement["forecast"];
}

/** A series in a sentence or two: how it swings, where it goes, what is to be expected at the target's last day. */
export function movementWords({ period, unit, looked, points, limits, signals, slope, forecast }: Told): Words {
  const said: Words[] = [];
  if (points === 0) return { lv: "Datu vēl nav.", en: "There are no data yet." };
  if (limits === null)
    said.push({
      lv: `par maz datu, lai spriestu par svārstībām: vajag vismaz 6 periodus, ir ${points}.`,
      en: `too few data to judge the variation: at least 6 periods are needed, there ${points === 1 ? "is" : "are"} ${points}.`,
    });
  else {
    const mean = amount(limits.mean, unit);
    const about = {
      lv: `${lastLv(looked, period)} vidēji ${mean.lv}`,
      en: `mean of the last ${countEn(looked, period)} ${mean.en}`,
    };
    said.push(
      signals.length === 0
        ? { lv: `${about.lv}, svārstības ir ierastas.`, en: `${about.en}, varying as usual.` }
        : {
            lv: `${about.lv}; ${signals.map(({ lv }) => lv).join("; ")}.`,
            en: `${about.en}; ${signals.map(({ en }) => en).join("; ")}.`,
          },
    );
    if (limits.provisional)
      said.push({ lv: "robežas ir pagaidu, jo datu vēl maz.", en: "the limits are provisional, for data are few." });
  }
  if (slope !== null) said.push(slopeWords(slope, period, unit));
  if (forecast) said.push(forecastWords(forecast, unit));
  return joined(said);
}

function slopeWords(slope: number, period: PeriodKind, unit: string): Words {
  if (slope === 0) return { lv: "vērtība nemainās.", en: "the value does not change." };
  const by = amount(Math.abs(slope), unit);
  return {
    lv: `vērtība ${slope > 0 ? "aug" : "krītas"} par ${by.lv} ${eachLv(period)}.`,
    en: `the value ${slope > 0 ? "rises" : "falls"} by ${by.en} a ${eachEn(period)}.`,
  };
}

function forecastWords({ day, value, meets }: NonNullable<Movement["forecast"]>, unit: string): Words {
  const [when, expected] = [dayWords(day), amount(value, unit)];
  const end =
    meets === null
      ? { lv: "", en: "" }
      : meets
        ? { lv: ", un mērķis būs sasniegts", en: ", and the target is met" }
        : { lv: ", un mērķis nebūs sasniegts", en: ", and the target is not met" };
  return {
    lv: `ja tā turpināsies, ${when.lv} būs ${expected.lv}${end.lv}.`,
    en: `if it goes on like this, it is ${expected.en} ${when.en}${end.en}.`,
  };
}
