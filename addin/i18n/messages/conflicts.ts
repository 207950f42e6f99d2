import type { Message } from "../message.ts";

export const conflicts = {
  title: { lv: "Konflikts", en: "Conflict" },
  explain: {
    lv: "Šo šūnu mainījāt gan jūs, gan kāds cits. Izvēlieties, kura vērtība paliek lapā.",
    en: "Both you and someone else changed this cell. Choose which value stays in the sheet.",
  },
  base: { lv: "Bija", en: "Was" },
  mine: { lv: "Mana", en: "Mine" },
  theirs: { lv: "Viņu", en: "Theirs" },
  by: { lv: "{name}, {at}", en: "{name}, {at}" },
  keepMine: { lv: "Paturēt manu", en: "Keep mine" },
  takeTheirs: { lv: "Ņemt viņu", en: "Take theirs" },
  keepMineAria: { lv: "Paturēt manu: {column}, {title}", en: "Keep mine: {column}, {title}" },
  takeTheirsAria: { lv: "Ņemt viņu: {column}, {title}", en: "Take theirs: {column}, {title}" },
  allTitle: {
    lv: {
      zero: "{count} konfliktu rindu",
      one: "{count} rinda ar konfliktu",
      other: "{count} rindas ar konfliktiem",
    },
    en: { one: "{count} row in conflict", other: "{count} rows in conflict" },
  },
  allBody: {
    lv: "Publicēt varēs, kad katrai konflikta šūnai būs izvēlēta vērtība.",
    en: "You can publish them once a value is chosen for every cell in conflict.",
  },
  allMine: { lv: "Visas manas", en: "All mine" },
  allTheirs: { lv: "Visas viņu", en: "All theirs" },
  allMineTitle: { lv: "Paturēt visas manas vērtības?", en: "Keep all my values?" },
  allMineBody: {
    lv: {
      zero: "{count} konflikta šūnās paliks jūsu vērtība. Publicējot tā aizstās citu ierakstīto.",
      one: "{count} konflikta šūnā paliks jūsu vērtība. Publicējot tā aizstās citu ierakstīto.",
      other: "{count} konflikta šūnās paliks jūsu vērtība. Publicējot tā aizstās citu ierakstīto.",
    },
    en: {
      one: "Your value stays in {count} cell in conflict. On publishing it replaces what others wrote.",
      other: "Your value stays in {count} cells in conflict. On publishing it replaces what others wrote.",
    },
  },
  allTheirsTitle: { lv: "Ņemt visas viņu vērtības?", en: "Take all their values?" },
  allTheirsBody: {
    lv: {
      zero: "{count} konflikta šūnās jūsu labojumi pazudīs un lapā būs servera vērtība.",
      one: "{count} konflikta šūnā jūsu labojums pazudīs un lapā būs servera vērtība.",
      other: "{count} konflikta šūnās jūsu labojumi pazudīs un lapā būs servera vērtība.",
    },
    en: {
      one: "Your edit in {count} cell is lost and the sheet takes the server's value.",
      other: "Your edits in {count} cells are lost and the sheet takes the server's values.",
    },
  },
  resolved: {
    lv: { zero: "Izšķirtas {count} šūnas.", one: "Izšķirta {count} šūna.", other: "Izšķirtas {count} šūnas." },
    en: { one: "{count} cell resolved.", other: "{count} cells resolved." },
  },
} as const satisfies Record<string, Message>;
