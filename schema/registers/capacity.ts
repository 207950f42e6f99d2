import { RESOURCE_OWNERS } from "./owners.ts";
import { PERIOD_ORDER, periodColumns } from "./periods.ts";
import type { Column, Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";
import type { Words } from "./words.ts";

/** An amount in the row's own unit. */
const amount = (label: Words, help: Words, also: readonly string[]) =>
  ({ type: "number", min: 0, decimals: 3, label, help, also, width: 13 }) as const satisfies Column;

/** Capacity of resources: what was planned, what there was, what was used and what will be needed (domain.md, section 2). */
export const capacity = {
  key: "capacity",
  type: "CapacityPlan",
  label: { lv: "Ietilpība", en: "Capacity" },
  one: { lv: "Ietilpības ieraksts", en: "Capacity record" },
  help: {
    lv: "Resursu ietilpība pa periodiem: plānotais, pieejamais, izmantotais un prognoze.",
    en: "Capacity of resources by period: planned, available, used and forecast.",
  },
  code: { column: "code", prefix: "CAP", digits: 4 },
  title: "resource",
  namedBy: "code",
  matchBy: ["resource", "unit", "periodFrom"],
  columns: {
    code: codeColumn("Ietilpības kods", "Capacity code"),
    resource: {
      type: "reference",
      to: "resources",
      required: true,
      label: { lv: "Resurss", en: "Resource" },
      help: { lv: "Resurss, kura ietilpību uzskaita.", en: "The resource whose capacity is kept." },
      also: ["Resursa nosaukums", "Resource name"],
      width: 36,
    },
    unit: {
      type: "text",
      max: 60,
      required: true,
      label: { lv: "Mērvienība", en: "Unit" },
      help: {
        lv: "Kurā mēra, piemēram, GB vai darba stundas.",
        en: "In what it is measured, such as GB or hours of work.",
      },
      also: ["Vienība", "Unit of measure"],
      width: 14,
    },
    ...periodColumns,
    planned: amount(
      { lv: "Plānots", en: "Planned" },
      { lv: "Cik periodam plānots.", en: "How much was planned for the period." },
      ["Plāns", "Plan"],
    ),
    available: amount(
      { lv: "Pieejams", en: "Available" },
      { lv: "Cik periodā bija pieejams.", en: "How much was available in the period." },
      ["Pieejamais apjoms", "Capacity"],
    ),
    used: amount(
      { lv: "Izmantots", en: "Used" },
      { lv: "Cik periodā izmantots.", en: "How much was used in the period." },
      ["Noslodze", "Usage", "Load"],
    ),
    forecast: amount(
      { lv: "Prognoze", en: "Forecast" },
      {
        lv: "Cik būs vajadzīgs nākamajā tikpat garā periodā.",
        en: "How much the next period of the same length will need.",
      },
      ["Prognozētais apjoms", "Expected"],
    ),
    note: {
      type: "text",
      max: 2_000,
      multiline: true,
      label: { lv: "Piezīme", en: "Note" },
      help: { lv: "Ko ņemt vērā, plānojot.", en: "What to bear in mind when planning." },
      also: ["Piezīmes", "Komentārs", "Notes", "Comment"],
      width: 36,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireCapacity", RESOURCE_OWNERS),
  guards: [PERIOD_ORDER],
  rights: {
    create: RESOURCE_OWNERS,
    edit: RESOURCE_OWNERS,
    retire: RESOURCE_OWNERS,
  },
  rowRoles: { RESOURCE_OWNER: [{ column: "owner", via: "resource", of: "resources" }] },
} as const satisfies Register;
