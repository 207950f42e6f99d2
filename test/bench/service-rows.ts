import { services } from "../../schema/registers/services.ts";
import type { Cell } from "../../schema/registers/register.ts";

/** Small seeded generator (mulberry32): the same rows in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  "dzīvesvietas deklarēšana būvniecības ieceres saskaņošana atļauja izziņa reģistra pabalsts piešķiršana sociālā aprūpe transporta licence tulkošana pārbaude vides uzraudzība".split(
    " ",
  );

/** Services with all twenty columns filled in, as a large institution would have them. `people` are names to refer to. */
export function serviceCells(
  count: number,
  people: readonly string[],
  seed = 20261121,
): Readonly<Record<string, Cell>>[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = (n: number) => Array.from({ length: n }, () => pick(WORDS)).join(" ");
  const some = (options: object) => Object.keys(options).filter(() => random() < 0.5);
  const day = (year: number) =>
    `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  return Array.from({ length: count }, (_, index) => ({
    code: `B-${String(index + 1).padStart(6, "0")}`,
    name: `${words(4)} ${index}`,
    description: words(14),
    kind: pick(Object.keys(services.columns.kind.options)),
    recipientGroups: ["CITIZEN", ...some({ BUSINESS: 1, OFFICIAL: 1 })],
    lifeSituation: words(2),
    channels: ["WEB", ...some({ MACHINE: 1 })],
    legalBasis: `MK noteikumi Nr. ${Math.floor(random() * 900)}`,
    owner: pick(people),
    providers: [pick(people)],
    holder: words(3),
    stage: "INTRODUCING",
    criticality: pick(Object.keys(services.columns.criticality.options)),
    costCentre: String(Math.floor(random() * 10_000)).padStart(4, "0"),
    link: `https://www.piemers.lv/pakalpojumi/${index}`,
    deliveredSince: day(2015),
    reviewDue: day(2027),
    yearlyVolume: Math.floor(random() * 100_000),
    retireReason: "nav",
  }));
}
