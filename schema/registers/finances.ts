import { SERVICE_OWNERS } from "./owners.ts";
import { PERIOD_ORDER, periodColumns } from "./periods.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** Costs and income of services, budgeted and actual (domain.md, section 2). */
export const finances = {
  key: "finances",
  type: "FinanceLine",
  label: { lv: "Finanses", en: "Finances" },
  one: { lv: "Finanšu rinda", en: "Finance line" },
  help: {
    lv: "Pakalpojumu izmaksas un ieņēmumi pa periodiem: budžets, izpilde un sniegto vienību skaits.",
    en: "Costs and income of services by period: budget, actual amount and units delivered.",
  },
  code: { column: "code", prefix: "FIN", digits: 4 },
  title: "line",
  namedBy: "code",
  matchBy: ["service", "periodFrom", "kind", "line"],
  columns: {
    code: codeColumn("Rindas kods", "Line code"),
    service: {
      type: "reference",
      to: "services",
      required: true,
      label: { lv: "Pakalpojums", en: "Service" },
      help: { lv: "Kura pakalpojuma izmaksas vai ieņēmumi tie ir.", en: "Whose costs or income they are." },
      also: ["Pakalpojuma nosaukums", "Service name"],
      width: 36,
    },
    ...periodColumns,
    kind: {
      type: "choice",
      options: {
        COST: { label: { lv: "Izmaksas", en: "Cost" }, also: ["izdevumi", "costs", "expense", "expenses"] },
        INCOME: { label: { lv: "Ieņēmumi", en: "Income" }, also: ["ieņēmums", "revenue"] },
      },
      required: true,
      label: { lv: "Veids", en: "Kind" },
      help: { lv: "Izmaksas vai ieņēmumi.", en: "Cost or income." },
      also: ["Rindas veids", "Type"],
      width: 12,
    },
    line: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Postenis", en: "Line" },
      help: { lv: "Par ko maksā vai saņem.", en: "What is paid or received for." },
      also: ["Pozīcija", "Nosaukums", "Item", "Cost line"],
      width: 32,
    },
    budget: {
      type: "number",
      decimals: 2,
      label: { lv: "Budžets, EUR", en: "Budget, EUR" },
      help: { lv: "Periodam plānotā summa, eiro.", en: "The amount planned for the period, in euro." },
      also: ["Budžets", "Plāns", "Budget", "Planned"],
      width: 14,
    },
    actual: {
      type: "number",
      decimals: 2,
      label: { lv: "Izpilde, EUR", en: "Actual, EUR" },
      help: { lv: "Perioda faktiskā summa, eiro.", en: "The actual amount of the period, in euro." },
      also: ["Izpilde", "Faktiski", "Actual"],
      width: 14,
    },
    units: {
      type: "number",
      min: 0,
      decimals: 3,
      label: { lv: "Sniegtās vienības", en: "Units delivered" },
      help: {
        lv: "Cik pakalpojuma vienību periodā sniegts; no tā rēķina vienības izmaksas.",
        en: "How many units of the service were delivered in the period; the cost of a unit is worked out from it.",
      },
      also: ["Vienības", "Skaits", "Units", "Quantity"],
      width: 14,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireFinanceLine", SERVICE_OWNERS),
  guards: [PERIOD_ORDER],
  rights: {
    create: SERVICE_OWNERS,
    edit: SERVICE_OWNERS,
    retire: SERVICE_OWNERS,
  },
  rowRoles: { SERVICE_OWNER: [{ column: "owner", via: "service", of: "services" }] },
} as const satisfies Register;
