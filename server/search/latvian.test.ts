import { expect, test } from "vitest";
import { latvianStems } from "./latvian.ts";

const meet = (one: string, other: string): boolean =>
  latvianStems(one).some((stem) => latvianStems(other).includes(stem));

test.each([
  // Palatalised.
  ["lācis", "lāča"],
  ["brālis", "brāļiem"],
  ["skapis", "skapja"],
  ["nakts", "nakšu"],
  ["briedis", "brieža"],
  ["tīmeklis", "tīmekļa"],
  ["durvis", "durvju"],
  ["karte", "karšu"],
  ["mēnesis", "mēneša"],
  ["pieslēgties", "pieslēdzas"],
  // Cases and numbers of what incidents are about.
  ["serveris", "serveros"],
  ["printeris", "printera"],
  ["tīkls", "tīklā"],
  ["parole", "parolēm"],
  ["sistēma", "sistēmai"],
  ["pārtraukums", "pārtraukumu"],
  ["statuss", "statusa"],
  ["vīruss", "vīrusu"],
  ["būvatļauja", "būvatļaujas"],
  ["lietotājs", "lietotājiem"],
  ["pārdevējs", "pārdevēja"],
  ["internets", "internetā"],
  ["izziņa", "izziņu"],
  // Adjectives.
  ["lēns", "lēnāks"],
  ["jaunais", "jaunajā"],
  // Verbs, and what is named after their deeds.
  ["nedarbojas", "nedarboties"],
  ["strādā", "strādāja"],
  ["drukāt", "drukāšanas"],
  ["pieslēgšanās", "pieslēgties"],
  ["bloķēts", "bloķēt"],
  ["atvērt", "atveras"],
  ["nedrukā", "drukāt"],
  // Typed without diacritics.
  ["saglabat", "saglabāt"],
  ["lietotaja", "lietotājs"],
  ["pieslegsana", "pieslēgšanu"],
])("%s and %s are forms of one word", (one, other) => {
  expect(meet(one, other)).toBe(true);
  expect(meet(other, one)).toBe(true);
});

test.each([
  ["parole", "paraugs"],
  ["dators", "datums"],
  ["serveris", "serviss"],
  ["konts", "kontrole"],
  ["lietotājs", "lieta"],
  ["printeris", "princis"],
  ["nakts", "naksnīgs"],
  ["reģistrs", "režģis"],
  ["pase", "pasts"],
  ["drošība", "drukāt"],
  ["rēķins", "reklāma"],
  ["izziņa", "izmaiņa"],
  ["pakalpojums", "pakāpe"],
  ["skaneris", "skaņa"],
  ["elektrība", "elektronisks"],
  ["kļūda", "klusums"],
  ["sistēma", "sistemātika"],
  ["atļauja", "atslēga"],
  ["monitors", "motors"],
  ["dzēst", "dzert"],
  ["tests", "teksts"],
  ["licence", "licejs"],
  ["fails", "faktors"],
  ["profils", "projekts"],
  ["nedēļa", "dēlis"],
])("%s and %s are different words", (one, other) => {
  expect(meet(one, other)).toBe(false);
});

test("numbers, codes and abbreviations stay as they are", () => {
  for (const word of ["0x80070005", "kn0001", "dns", "vpn", "it", "2025"]) expect(latvianStems(word)).toEqual([word]);
});
