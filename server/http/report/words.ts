import type { Words } from "../../../schema/registers/words.ts";

/** What the printable report says. */
export const WORDS = {
  title: { lv: "Rādītāju pārskats", en: "KPI report" },
  audience: { lv: "Kam domāts", en: "For" },
  everybody: { lv: "Visiem", en: "Everybody" },
  until: { lv: "Dati līdz", en: "Figures until" },
  made: { lv: "Sagatavots", en: "Made on" },
  print: { lv: "Drukāt: Ctrl+P vai ⌘P.", en: "To print: Ctrl+P or ⌘P." },
  none: { lv: "Šim laikam un auditorijai rādītāju nav.", en: "There are no KPIs for this time and audience." },
  target: { lv: "Mērķis", en: "Target" },
  noTarget: { lv: "Mērķa nav", en: "No target" },
  noData: { lv: "Nav datu", en: "No data" },
  change: { lv: "Pret iepriekšējo", en: "To the one before" },
  period: { lv: "Periods", en: "Period" },
  value: { lv: "Vērtība", en: "Value" },
  status: { lv: "Statuss", en: "Status" },
  numerator: { lv: "Skaitītājs", en: "Numerator" },
  denominator: { lv: "Saucējs", en: "Denominator" },
  trend: {
    lv: "{name} pa periodiem; vērtības ir tabulā zemāk",
    en: "{name} by period; the values are in the table below",
  },
  gone: { lv: "Šī pārskata vairs nav", en: "This report is no longer here" },
  goneLong: {
    lv: "Saite der 5 minūtes. Sagatavojiet pārskatu no jauna Saimes rūtī, lapā “Rādītāji”.",
    en: "The link is good for 5 minutes. Make the report anew in the Saime pane, on the page “KPIs”.",
  },
} as const satisfies Record<string, Words>;
