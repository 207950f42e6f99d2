import type { Formula } from "./formula.ts";

/** Measures of how things stand at the end of a period, or at the moment of computing while it runs. */

const AT_END = {
  lv: "Stāvoklis perioda beigās; sāktā periodā – aprēķina brīdī.",
  en: "How it stands at the end of the period; in one that has begun, at the moment of computing.",
};
const stock = { edition: 1, overTime: "LAST", period: AT_END } as const;

export const STOCK_FORMULAS = {
  WORKAROUND_OPEN: {
    ...stock,
    appliesTo: ["SERVICE", "RESOURCE", "INSTITUTION"],
    overScopes: "ALL",
    counts: {
      lv: "Cik pagaidu risinājumu ir vecāki par 30 dienām, bet to problēma vēl nav atrisināta.",
      en: "How many workarounds are older than 30 days while their problem is not resolved yet.",
    },
    numerator: { lv: "vecākie par 30 dienām bez novēršanas", en: "older than 30 days without a permanent fix" },
    denominator: { lv: "visi līdz tam lietotie pagaidu risinājumi", en: "all workarounds applied until then" },
    unit: "PERCENT",
    direction: "LOWER",
  },
  BACKLOG_AGE: {
    ...stock,
    appliesTo: ["SERVICE", "RESOURCE", "INSTITUTION"],
    overScopes: "ALL",
    counts: {
      lv: "Cik stundu pēc kalendāra vidēji pagājušas, kopš konstatēti vēl neatrisinātie incidenti.",
      en: "How many hours by the clock have passed since the incidents not yet resolved were detected, on average.",
    },
    numerator: { lv: "vecumu summa, h", en: "sum of ages, h" },
    denominator: { lv: "neatrisinātie incidenti", en: "incidents open" },
    unit: "HOURS",
    direction: "LOWER",
    scale: { numerator: 1 / 3_600 },
  },
  KNOWLEDGE_FRESH: {
    ...stock,
    appliesTo: ["SERVICE", "RESOURCE", "INSTITUTION"],
    overScopes: "ROWS",
    counts: {
      lv: "Cik publicēto zināšanu rakstu vēl nav sasnieguši pārskatīšanas dienu.",
      en: "How many published articles have not come to their review date.",
    },
    numerator: { lv: "pirms pārskatīšanas dienas vai bez tās", en: "before their review date, or without one" },
    denominator: { lv: "publicētie raksti", en: "articles published" },
    unit: "PERCENT",
    direction: "HIGHER",
  },
  CI_VERIFIED: {
    ...stock,
    appliesTo: ["RESOURCE", "INSTITUTION"],
    overScopes: "ROWS",
    counts: {
      lv: "Cik lietošanā esošo resursu pēdējo reizi pārbaudīti ne senāk kā gadu pirms perioda beigām.",
      en: "How many resources in use were last verified no longer than a year before the end of the period.",
    },
    numerator: { lv: "pēdējā gadā pārbaudītie", en: "verified in the last year" },
    denominator: { lv: "lietošanā esošie resursi", en: "resources in use" },
    unit: "PERCENT",
    direction: "HIGHER",
  },
} as const satisfies Record<string, Formula>;
