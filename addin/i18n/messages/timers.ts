import type { Message } from "../message.ts";

/** Timers of agreed levels on the record's page. */
export const timers = {
  title: { lv: "Saskaņotie termiņi", en: "Agreed times" },
  hours: { lv: "{hours} h {minutes} min", en: "{hours} h {minutes} min" },
  minutes: { lv: "{minutes} min", en: "{minutes} min" },
  due: { lv: "Termiņš", en: "Due" },
  noDue: { lv: "nav zināms, kamēr pulkstenis stāv", en: "not known while the clock stands" },
  left: { lv: "Atlicis", en: "Left" },
  over: { lv: "Pārsniegts par", en: "Over by" },
  used: { lv: "Izlietots", en: "Used" },
  usedOf: { lv: "{used} no {target}", en: "{used} of {target}" },
  ended: { lv: "Beidzies", en: "Ended" },
  by: { lv: "Pēc", en: "By" },
  always: { lv: "24×7", en: "24×7" },
  basis: { lv: "{level}, {calendar}", en: "{level}, {calendar}" },
  noLevel: {
    lv: "Nav saskaņota līmeņa ar mērķi šai prioritātei; laiks skaitīts pēc: {calendar}.",
    en: "No agreed level has a target for this priority; time is counted by: {calendar}.",
  },
  why: { lv: "Kāpēc: kas skaitīts un kas ne", en: "Why: what was counted and what not" },
  stretch: { lv: "{from} – {to}", en: "{from} – {to}" },
  counted: { lv: "{why}: {length}", en: "{why}: {length}" },
  sum: { lv: "Kopā skaitīts: {used}; pēc pulksteņa: {clock}", en: "Counted in all: {used}; by the clock: {clock}" },
  all: {
    lv: { zero: "Rādīt visus {count} posmus", one: "Rādīt {count} posmu", other: "Rādīt visus {count} posmus" },
    en: { one: "Show the {count} stretch", other: "Show all {count} stretches" },
  },
  turns: { lv: "Mainījies pa to laiku", en: "Changed meanwhile" },
} as const satisfies Record<string, Message>;
