import type { Words } from "../../../schema/registers/words.ts";

/** What the public pages of knowledge say. */
export const WORDS = {
  title: { lv: "Zināšanas", en: "Knowledge" },
  lead: {
    lv: "Atbildes un risinājumi, ko iestādes publicējušas visiem.",
    en: "Answers and remedies that institutions have published for everybody.",
  },
  label: { lv: "Ko meklējat?", en: "What are you looking for?" },
  search: { lv: "Meklēt", en: "Search" },
  latest: { lv: "Jaunākie raksti", en: "Latest articles" },
  found: { lv: "Atrastie raksti", en: "Articles found" },
  nothing: {
    lv: "Nekas nav atrasts. Mēģiniet ar citiem vai mazāk vārdiem.",
    en: "Nothing was found. Try other words, or fewer.",
  },
  empty: { lv: "Vēl nekas nav publicēts.", en: "Nothing is published yet." },
  outdated: { lv: "Novecojis", en: "Outdated" },
  outdatedLong: {
    lv: "Šo rakstu bija paredzēts pārskatīt līdz {date}. Tas var vairs neatbilst patiesībai.",
    en: "This article was due for review by {date}. It may no longer be right.",
  },
  symptom: { lv: "Kā tas izpaužas", en: "How it shows" },
  cause: { lv: "Kāpēc tas notiek", en: "Why it happens" },
  solution: { lv: "Ko darīt", en: "What to do" },
  audience: { lv: "Kam paredzēts", en: "For whom" },
  published: { lv: "Publicēts {date}", en: "Published {date}" },
  edition: { lv: "{number}. redakcija", en: "Edition {number}" },
  back: { lv: "Visi raksti", en: "All articles" },
  several: {
    lv: "Raksts ar šādu numuru ir vairākām iestādēm.",
    en: "Several institutions have an article of this number.",
  },
  missing: { lv: "Šāda raksta nav", en: "There is no such article" },
  missingLong: {
    lv: "Varbūt tas ir izņemts vai nav paredzēts visiem. Pameklējiet pēc vārdiem.",
    en: "It may have been withdrawn, or is not for everybody. Try searching by words.",
  },
  other: { lv: "English", en: "Latviešu" },
} as const satisfies Record<string, Words>;
