import { isEmpty } from "./lifecycle.ts";
import { ownersVia } from "./owners.ts";
import { PERIOD_ORDER, periodColumns } from "./periods.ts";
import type { Register } from "./register.ts";
import type { Who } from "./roles.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** Who enters a measurement (domain.md, section 1): owner, provider; measuring systems by API token. */
const MEASURERS = [
  "SERVICE_OWNER",
  "SERVICE_PROVIDER",
  "RESOURCE_OWNER",
  "SERVICE_PORTFOLIO_OWNER",
  "RESOURCE_PORTFOLIO_OWNER",
  "MONITORING",
] as const satisfies readonly Who[];

/** Measured values of KPIs (domain.md, sections 2 and 6). */
export const measurements = {
  key: "measurements",
  type: "Measurement",
  label: { lv: "Mērījumi", en: "Measurements" },
  one: { lv: "Mērījums", en: "Measurement" },
  help: {
    lv: "Rādītāju faktiskās vērtības pa periodiem; vislabāk kā skaitītājs un saucējs, jo tos var summēt.",
    en: "Actual values of KPIs by period; best as numerator and denominator, for those can be summed.",
  },
  code: { column: "code", prefix: "ME", digits: 6 },
  title: "code",
  namedBy: "code",
  matchBy: ["kpi", "scope", "periodFrom"],
  columns: {
    code: codeColumn("Mērījuma kods", "Measurement code"),
    kpi: {
      type: "reference",
      to: "kpis",
      required: true,
      label: { lv: "Rādītājs", en: "KPI" },
      help: { lv: "Kuru rādītāju mērīja.", en: "The KPI that was measured." },
      also: ["Rādītāja nosaukums", "Indicator"],
      width: 36,
    },
    scope: {
      type: "reference",
      to: "scopes",
      label: { lv: "Kam", en: "For" },
      help: {
        lv: "Pakalpojums, resurss vai process, kuru mērīja; tukšs, ja iestādi kopumā.",
        en: "The service, resource or process that was measured; empty where it was the institution as a whole.",
      },
      also: ["Pakalpojums", "Resurss", "Tvērums", "Scope", "Service", "Resource"],
      width: 28,
    },
    periodFrom: { ...periodColumns.periodFrom, notAfter: "today" },
    periodTo: periodColumns.periodTo,
    value: {
      type: "number",
      label: { lv: "Vērtība", en: "Value" },
      help: {
        lv: "Faktiskā vērtība rādītāja mērvienībā, ja nav skaitītāja un saucēja.",
        en: "The actual value in the KPI's unit, where there are no numerator and denominator.",
      },
      also: ["Faktiskā vērtība", "Rezultāts", "Actual", "Result"],
      width: 12,
    },
    numerator: {
      type: "number",
      label: { lv: "Skaitītājs", en: "Numerator" },
      help: { lv: "Piemēram, cik izpildīts laikā.", en: "Such as how many were done in time." },
      also: ["Dalāmais", "Part"],
      width: 12,
    },
    denominator: {
      type: "number",
      label: { lv: "Saucējs", en: "Denominator" },
      help: { lv: "Piemēram, cik pavisam izpildīts; nav nulle.", en: "Such as how many were done in all; not zero." },
      also: ["Dalītājs", "Out of"],
      width: 12,
    },
    source: {
      type: "choice",
      options: {
        MANUAL: { label: { lv: "Ievadīts ar roku", en: "Entered by hand" }, also: ["manuāli", "ar roku", "manual"] },
        FEED: {
          label: { lv: "No mērīšanas sistēmas", en: "From a measuring system" },
          also: ["plūsma", "API", "feed"],
        },
      },
      required: true,
      lockedFrom: "CURRENT",
      label: { lv: "Avots", en: "Source" },
      help: { lv: "Kā mērījums nonāca reģistrā.", en: "How the measurement came in." },
      also: ["Datu avots", "Data source"],
      width: 20,
    },
    note: {
      type: "text",
      max: 2_000,
      multiline: true,
      label: { lv: "Piezīme", en: "Note" },
      help: {
        lv: "Apstākļi, kas jāzina, vērtību lasot.",
        en: "Circumstances to know when reading the value.",
      },
      also: ["Komentārs", "Comment", "Remark"],
      width: 34,
    },
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endMeasurement", MEASURERS),
  guards: [
    PERIOD_ORDER,
    {
      rule: "MEASUREMENT_HAS_VALUE",
      column: "value",
      broken: ({ value, numerator, denominator }) => isEmpty(value) && isEmpty(numerator) && isEmpty(denominator),
      message: {
        lv: "Ierakstiet vērtību vai skaitītāju un saucēju.",
        en: "Write the value, or the numerator and denominator.",
      },
    },
    {
      rule: "MEASUREMENT_PARTS_TOGETHER",
      column: "denominator",
      broken: ({ numerator, denominator }) =>
        isEmpty(numerator) !== isEmpty(denominator) || (!isEmpty(denominator) && Number(denominator) === 0),
      message: {
        lv: "Skaitītāju un saucēju raksta abus, un saucējs nav nulle. Ja nekā nebija, mērījumu nevajag.",
        en: "Numerator and denominator go together, and the denominator is not zero. Where there was nothing, no measurement is needed.",
      },
    },
    {
      rule: "MEASURED_TWICE",
      column: "periodFrom",
      broken: ({ state }) => state !== "RETIRED",
      fact: "MEASURED_TWICE",
      message: {
        lv: "Šis rādītājs tam pašam tvērumam šajā periodā jau ir mērīts: {names}. Labojiet to vai izbeidziet.",
        en: "This KPI has been measured for the same scope and period: {names}. Correct that one or end it.",
      },
    },
    {
      rule: "MEASUREMENT_SCOPE_FITS",
      column: "scope",
      broken: ({ state, scope }) => state !== "RETIRED" && !isEmpty(scope),
      fact: "SCOPE_OF_ANOTHER_KIND",
      message: {
        lv: "Šis rādītājs noteikts mērogā “{kind}”. Izvēlieties tādu tvērumu vai atstājiet tukšu.",
        en: "This KPI is defined for “{kind}”. Choose such a scope or leave it empty.",
      },
    },
    {
      rule: "MEASUREMENT_NOT_OF_COMPUTED",
      column: "kpi",
      broken: ({ state }) => state !== "RETIRED",
      fact: "KPI_IS_COMPUTED",
      message: {
        lv: "Rādītāju “{kpi}” aprēķina sistēma; to neievada. Izvēlieties citu rādītāju.",
        en: "The system computes “{kpi}”; it is not entered. Choose another KPI.",
      },
    },
    {
      rule: "MEASUREMENT_SOURCE_TOLD",
      column: "source",
      broken: ({ source }, before, person) => before === null && (source === "FEED") !== (person === null),
      message: {
        lv: "Ko ievada cilvēks, ir “Ievadīts ar roku”; ko sūta sistēma ar savu pilnvaru, ir “No mērīšanas sistēmas”. Labojiet avotu.",
        en: "What a person enters is “Entered by hand”; what a system sends by its token is “From a measuring system”. Correct the source.",
      },
    },
  ],
  rights: { create: MEASURERS, edit: MEASURERS, retire: MEASURERS },
  rowRoles: {
    ...ownersVia("scope"),
    SERVICE_PROVIDER: [{ column: "providers", via: "scope", of: "services" }],
  },
} as const satisfies Register;
