import { sameCell } from "./cells.ts";
import { isEmpty } from "./lifecycle.ts";
import type { Guard, Lifecycle, Row } from "./register.ts";
import type { Who } from "./roles.ts";

/** Who defines a KPI is the owner of its scope (domain.md, section 1): what it is defined for decides who takes its steps. */
export const KPI_OWNERS = {
  SERVICE: ["SERVICE_OWNER", "SERVICE_PORTFOLIO_OWNER"],
  RESOURCE: ["RESOURCE_OWNER", "RESOURCE_PORTFOLIO_OWNER"],
  PROCESS: ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"],
  INSTITUTION: ["SERVICE_PORTFOLIO_OWNER", "RESOURCE_PORTFOLIO_OWNER"],
  SECTOR: ["SECTOR_LEAD"],
  MUNICIPALITY: ["MUNICIPALITY_LEAD"],
  STATE: ["STATE_LEAD"],
} as const satisfies Record<string, readonly Who[]>;
type Level = keyof typeof KPI_OWNERS;
const LEVELS = Object.keys(KPI_OWNERS) as Level[];

/** Everyone who may own a scope. */
export const SCOPE_OWNERS = [
  "SERVICE_OWNER",
  "RESOURCE_OWNER",
  "SERVICE_PORTFOLIO_OWNER",
  "RESOURCE_PORTFOLIO_OWNER",
  "SECTOR_LEAD",
  "MUNICIPALITY_LEAD",
  "STATE_LEAD",
] as const satisfies readonly Who[];

const STATE_WIDE_SATISFACTION = {
  rule: "KPI_SATISFACTION_MANDATORY",
  column: "state",
  broken: ({ formula, state }: Row, before: Row | null) =>
    formula === "SATISFACTION" && state === "RETIRED" && before?.["state"] === "ACTIVE",
  fact: "LAST_SATISFACTION_KPI",
  message: {
    lv: "Saņēmēju apmierinātību valstī mēra obligāti. Vispirms apstipriniet tās rādītāja jauno redakciju, tad izbeidziet šo.",
    en: "Measuring the satisfaction of recipients is mandatory state-wide. Put the new edition into use first, then retire this one.",
  },
} as const;

export const kpiLifecycle = {
  column: "state",
  initial: "DRAFT",
  retired: "RETIRED",
  model: ({ definedFor }) => LEVELS.find((level) => level === definedFor) ?? null,
  transitions: LEVELS.flatMap((level) => [
    {
      from: "DRAFT",
      to: "ACTIVE",
      models: [level],
      who: KPI_OWNERS[level],
      intent: "activateKpi",
      label: { lv: "Sākt lietot", en: "Put into use" },
    },
    ...["DRAFT", "ACTIVE"].map((from) => ({
      from,
      to: "RETIRED",
      models: [level],
      who: KPI_OWNERS[level],
      needs: ["retireReason"],
      guards: level === "STATE" ? [STATE_WIDE_SATISFACTION] : [],
      intent: "retireKpi",
      label: { lv: "Izbeigt", en: "Retire" },
    })),
  ]),
} as const satisfies Lifecycle;

const MEASURED = ["formula", "unit", "direction"] as const;
const differs = (key: string, row: Row, before: Row | null) =>
  before !== null && !sameCell(row[key] ?? null, before[key] ?? null);

export const kpiGuards = [
  ...MEASURED.map((column) => ({
    rule: "KPI_MEASURED_STAYS",
    column,
    broken: (row: Row, before: Row | null) => differs(column, row, before),
    fact: "MEASURED_ALREADY" as const,
    message: {
      lv: "Rādītājs jau ir mērīts; formula, mērvienība un virziens vairs nemainās. Veidojiet rādītāja jaunu redakciju jaunā rindā.",
      en: "The KPI has been measured; its formula, unit and direction stay. Begin a new edition in a new row.",
    },
  })),
  {
    rule: "KPI_NEW_EDITION_NAMES_FORMER",
    column: "replaces",
    broken: ({ edition, replaces }) => typeof edition === "number" && edition > 1 && isEmpty(replaces),
    message: {
      lv: "Otrajai un katrai nākamajai redakcijai norāda iepriekšējo. Aizpildiet “Iepriekšējā redakcija”.",
      en: "The second and every further edition names the former one. Fill in “Former edition”.",
    },
  },
  {
    rule: "KPI_COMPUTED_HAS_FORMULA",
    column: "formula",
    broken: ({ source, formula }) => !isEmpty(source) && (source === "COMPUTED") === isEmpty(formula),
    message: {
      lv: "Aprēķināmam rādītājam ir formula, citiem tās nav. Aizpildiet vai iztukšojiet “Formula” vai mainiet avotu.",
      en: "A computed KPI has a formula, others have none. Fill in or empty “Formula”, or change the source.",
    },
  },
  {
    rule: "KPI_RANGE_HAS_BOUNDS",
    column: "low",
    broken: ({ direction, low, high }) =>
      direction === "RANGE"
        ? isEmpty(low) || isEmpty(high) || Number(low) >= Number(high)
        : !isEmpty(direction) && !(isEmpty(low) && isEmpty(high)),
    message: {
      lv: "Ja vērtībai jābūt robežās, norāda zemāko un augstāko, zemākā ir mazāka; citādi robežu nav.",
      en: "A value within a range has a lower and a greater upper bound; otherwise there are no bounds.",
    },
  },
  {
    rule: "KPI_SCOPE_FITS",
    column: "scope",
    broken: ({ definedFor, scope }) =>
      !isEmpty(scope) && definedFor !== "SERVICE" && definedFor !== "RESOURCE" && definedFor !== "PROCESS",
    message: {
      lv: "Tikai pakalpojuma, resursa vai procesa rādītāju var noteikt vienam no tiem. Iztukšojiet “Tikai šim”.",
      en: "Only a KPI of a service, resource or process can be defined for one of them. Empty “Only for”.",
    },
  },
] as const satisfies readonly Guard[];
