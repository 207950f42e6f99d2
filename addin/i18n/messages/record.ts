import type { Message } from "../message.ts";

export const record = {
  title: { lv: "Ieraksts", en: "Record" },
  noneTitle: { lv: "Nav izvēlēta rinda", en: "No row selected" },
  none: {
    lv: "Reģistra lapā noklikšķiniet uz jebkuras rindas šūnas. Šeit parādīsies, kas ar to noticis.",
    en: "Click a cell of any row in a register's sheet. What happened to it will show here.",
  },
  newTitle: { lv: "Vēl nav publicēts", en: "Not published yet" },
  new: {
    lv: "Šī rinda ir tikai jūsu lapā. Pēc publicēšanas šeit būs tās vēsture.",
    en: "This row is only in your sheet. After you publish, its history will be here.",
  },
  untitled: { lv: "(bez nosaukuma)", en: "(no name)" },
  history: { lv: "Vēsture", en: "History" },
  version: { lv: "{version}. versija", en: "Version {version}" },
  CREATE: { lv: "Izveidots", en: "Created" },
  CHANGE: { lv: "Mainīts", en: "Changed" },
  RETIRE: { lv: "Likvidēts", en: "Retired" },
  RESTORE: { lv: "Atjaunots", en: "Restored" },
  UNDO: { lv: "Atsaukts", en: "Undone" },
  showAll: { lv: "Rādīt visus laukus", en: "Show all fields" },
  showMore: { lv: "Rādīt vairāk", en: "Show more" },
  showFewer: { lv: "Rādīt mazāk", en: "Show fewer" },
  noHistory: { lv: "Par šo ierakstu vēl nekas nav reģistrēts.", en: "Nothing is recorded about this record yet." },
  failedTitle: { lv: "Vēsturi neizdevās saņemt", en: "The history could not be had" },
  older: { lv: "Rādīt vecākus", en: "Show older" },
} as const satisfies Record<string, Message>;
