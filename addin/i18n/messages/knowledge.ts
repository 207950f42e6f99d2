import type { Message } from "../message.ts";

/** The page of knowledge, and what is suggested while a record is written. */
export const knowledge = {
  title: { lv: "Zināšanas", en: "Knowledge" },
  look: { lv: "Ko meklējat?", en: "What are you looking for?" },
  level: { lv: "Atbalsta līmenis", en: "Support level" },
  anyLevel: { lv: "Visi līmeņi", en: "All levels" },
  found: {
    lv: { zero: "Atrasti {count} raksti", one: "Atrasts {count} raksts", other: "Atrasti {count} raksti" },
    en: { one: "{count} article found", other: "{count} articles found" },
  },
  latest: { lv: "Jaunākie raksti", en: "Latest articles" },
  noneTitle: { lv: "Nekas nav atrasts", en: "Nothing was found" },
  none: { lv: "Mēģiniet ar citiem vai mazāk vārdiem.", en: "Try other words, or fewer." },
  emptyTitle: { lv: "Vēl nav zināšanu", en: "No knowledge yet" },
  empty: {
    lv: "Šeit būs raksti, ko iestāde publicējusi. Rakstiet tos zināšanu reģistra lapā.",
    en: "Articles that the institution has published will be here. Write them in the sheet of knowledge.",
  },
  outdated: { lv: "Novecojis", en: "Outdated" },
  outdatedSince: { lv: "Pārskatīšanas termiņš bija {date}.", en: "Its review was due on {date}." },
  symptom: { lv: "Simptoms", en: "Symptom" },
  cause: { lv: "Cēlonis", en: "Cause" },
  solution: { lv: "Risinājums", en: "Solution" },
  audience: { lv: "Kam paredzēts", en: "Audience" },
  inSheet: { lv: "Lapā:", en: "In the sheet:" },
  suggestions: { lv: "Kas var palīdzēt", en: "What may help" },
  articles: { lv: "Zināšanu raksti", en: "Knowledge" },
  knownErrors: { lv: "Zināmas kļūdas", en: "Known errors" },
  closedIncidents: { lv: "Līdzīgi slēgti incidenti", en: "Similar closed incidents" },
  playbook: { lv: "Darba plūsma: {category}", en: "Playbook: {category}" },
  remedy: { lv: "Kas toreiz palīdzēja", en: "What helped then" },
  nothingSimilar: {
    lv: "Nekas līdzīgs vēl nav zināms. Jo sīkāk aprakstīsit, jo vairāk atradīs.",
    en: "Nothing alike is known yet. The more you describe, the more will be found.",
  },
} as const satisfies Record<string, Message>;
