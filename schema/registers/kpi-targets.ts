import { SCOPE_OWNERS } from "./kpi-lifecycle.ts";
import { ownersVia } from "./owners.ts";
import { VALIDITY_ORDER, validColumns } from "./periods.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** What a KPI is to reach, for whom and when (domain.md, sections 2 and 6). */
export const kpiTargets = {
  key: "kpiTargets",
  type: "KpiTarget",
  label: { lv: "Mērķi", en: "KPI targets" },
  one: { lv: "Mērķis", en: "KPI target" },
  help: {
    lv: "Rādītāju plānotās vērtības: kam, kurā laikā, ar kādu slieksni un no kāda sākuma.",
    en: "Planned values of KPIs: for whom, for which time, with which threshold and from which baseline.",
  },
  code: { column: "code", prefix: "KT", digits: 5 },
  title: "code",
  namedBy: "code",
  matchBy: ["kpi", "scope", "validFrom"],
  columns: {
    code: codeColumn("Mērķa kods", "Target code"),
    kpi: {
      type: "reference",
      to: "kpis",
      required: true,
      label: { lv: "Rādītājs", en: "KPI" },
      help: { lv: "Kura rādītāja mērķis tas ir.", en: "The KPI whose target it is." },
      also: ["Rādītāja nosaukums", "Indicator"],
      width: 36,
    },
    scope: {
      type: "reference",
      to: "scopes",
      label: { lv: "Kam", en: "For" },
      help: {
        lv: "Pakalpojums, resurss vai process; tukšs, ja mērķis ir katram tādam iestādē vai iestādei kopumā.",
        en: "A service, resource or process; empty where the target is for every one of the institution, or for all of it.",
      },
      also: ["Pakalpojums", "Resurss", "Tvērums", "Scope", "Service", "Resource"],
      width: 28,
    },
    validFrom: { ...validColumns.validFrom, required: true },
    validTo: validColumns.validTo,
    planned: {
      type: "number",
      required: true,
      label: { lv: "Plānots", en: "Planned" },
      help: { lv: "Sasniedzamā vērtība rādītāja mērvienībā.", en: "The value to reach, in the KPI's unit." },
      also: ["Plānotā vērtība", "Mērķa vērtība", "Target", "Target value"],
      width: 12,
    },
    critical: {
      type: "number",
      label: { lv: "Kritiskais slieksnis", en: "Critical threshold" },
      help: { lv: "Vērtība, no kuras mērķis nav sasniegts.", en: "The value from which the target is missed." },
      also: ["Kritiskā vērtība", "Slieksnis", "Threshold", "Red line"],
      width: 14,
    },
    baseline: {
      type: "number",
      label: { lv: "Bāzes vērtība", en: "Baseline" },
      help: { lv: "Vērtība, no kuras sāka.", en: "The value from which one began." },
      also: ["Sākuma vērtība", "Starting value"],
      width: 12,
    },
    tolerance: {
      type: "number",
      min: 0,
      label: { lv: "Pielaide", en: "Tolerance" },
      help: {
        lv: "Cik tālu no plānotā vērtība vēl tikai apdraud mērķi.",
        en: "How far from the planned value the target is at risk only.",
      },
      also: ["Pieļaujamā novirze", "Allowed deviation"],
      width: 11,
    },
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endKpiTarget", SCOPE_OWNERS),
  guards: [
    VALIDITY_ORDER,
    {
      rule: "TARGET_OVERLAP",
      column: "validFrom",
      broken: ({ state }) => state !== "RETIRED",
      fact: "TARGET_OVERLAP",
      message: {
        lv: "Tam pašam rādītājam un tvērumam šajā laikā jau ir mērķis: {names}. Saīsiniet vienu vai izbeidziet to.",
        en: "The same KPI and scope already have a target for this time: {names}. Shorten or end one of them.",
      },
    },
    {
      rule: "TARGET_SCOPE_FITS",
      column: "scope",
      broken: ({ state, scope }) => state !== "RETIRED" && (scope ?? null) !== null,
      fact: "SCOPE_OF_ANOTHER_KIND",
      message: {
        lv: "Šis rādītājs noteikts mērogā “{kind}”. Izvēlieties tādu tvērumu vai atstājiet tukšu.",
        en: "This KPI is defined for “{kind}”. Choose such a scope or leave it empty.",
      },
    },
  ],
  rights: { create: SCOPE_OWNERS, edit: SCOPE_OWNERS, retire: SCOPE_OWNERS },
  rowRoles: ownersVia("scope"),
} as const satisfies Register;
