import type { Message } from "../message.ts";

export const overview = {
  title: { lv: "Pārskats", en: "Overview" },
  nothingTitle: { lv: "Nekas negaida", en: "Nothing is waiting" },
  nothing: {
    lv: "Pašlaik nav ieraksta, kas gaidītu jūsu darbu vai lēmumu.",
    en: "At the moment no record waits for your work or decision.",
  },
  total: {
    lv: { zero: "{count} ierakstu", one: "{count} ieraksts", other: "{count} ieraksti" },
    en: { one: "{count} record", other: "{count} records" },
  },
  since: { lv: "Kopš {when}", en: "Since {when}" },
  due: { lv: "Diena: {when}", en: "Day: {when}" },
  goTo: { lv: "Doties uz rindu: {title}", en: "Go to the row: {title}" },
  opening: { lv: "Atver reģistra lapu", en: "Opening the register's sheet" },
  showAll: { lv: "Rādīt vēl {count}", en: "Show {count} more" },
  again: { lv: "Atjaunot pārskatu", en: "Refresh the overview" },
} as const satisfies Record<string, Message>;
