import { PORTFOLIO_OWNERS } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** People of the institution: those whom rows name as owners, providers, assignees (domain.md, section 2). */
export const people = {
  key: "people",
  type: "Person",
  label: { lv: "Personas", en: "People" },
  one: { lv: "Persona", en: "Person" },
  help: {
    lv: "Iestādes cilvēki, kurus var norādīt citos reģistros un kuriem piešķir lomas.",
    en: "People of the institution, who can be named in other registers and given roles.",
  },
  code: { column: "code", prefix: "D", digits: 4 },
  title: "name",
  matchBy: ["email", "name"],
  columns: {
    code: codeColumn("Darbinieka numurs", "Personas kods iestādē", "Employee number", "Person code"),
    name: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Vārds, uzvārds", en: "Name" },
      help: { lv: "Vārds un uzvārds.", en: "Given name and family name." },
      also: ["Vārds", "Vārds uzvārds", "Persona", "Darbinieks", "Full name", "Person", "Employee"],
      width: 28,
    },
    email: {
      type: "text",
      max: 254,
      label: { lv: "E-pasts", en: "E-mail" },
      help: { lv: "Darba e-pasta adrese.", en: "The e-mail address at work." },
      also: ["E-pasta adrese", "Email", "E-mail address"],
      width: 32,
    },
    unit: {
      type: "text",
      max: 300,
      label: { lv: "Struktūrvienība", en: "Unit" },
      help: { lv: "Iestādes daļa, kurā persona strādā.", en: "The part of the institution in which the person works." },
      also: ["Nodaļa", "Departaments", "Department", "Division"],
      width: 28,
    },
    phone: {
      type: "text",
      max: 60,
      label: { lv: "Tālrunis", en: "Phone" },
      help: { lv: "Darba tālrunis.", en: "The phone at work." },
      also: ["Tālruņa numurs", "Telefons", "Phone number", "Telephone"],
      width: 16,
    },
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retirePerson", PORTFOLIO_OWNERS),
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
