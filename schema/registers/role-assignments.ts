import { PORTFOLIO_OWNERS } from "./owners.ts";
import { VALIDITY_ORDER, validColumns } from "./periods.ts";
import type { Options, Register, Row } from "./register.ts";
import { ROLES, type Role } from "./roles.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

const options: Options = Object.fromEntries(Object.entries(ROLES).map(([role, { label }]) => [role, { label }]));

/** Roles that are held for one service, resource or process when the row names it. */
const NARROW: readonly string[] = ["SERVICE", "RESOURCE", "PROCESS"];

/** Roles above the institution: whoever gave them to himself would read the results of others. */
const LEADS: readonly string[] = ["STATE_LEAD", "SECTOR_LEAD", "MUNICIPALITY_LEAD"];

const widerThanItsScope = ({ role, scope }: Row): boolean =>
  typeof role === "string" &&
  Object.hasOwn(ROLES, role) &&
  !NARROW.includes(ROLES[role as Role].scope) &&
  (scope ?? null) !== null;

/** Who holds which role, where and for how long (domain.md, section 1). */
export const roles = {
  key: "roles",
  type: "RoleAssignment",
  label: { lv: "Lomas", en: "Roles" },
  one: { lv: "Lomas piešķīrums", en: "Role assignment" },
  help: {
    lv: "Kurai personai kāda loma ir, kur un no kura līdz kuram laikam. Lomas piešķir kopuma saimnieki.",
    en: "Which person holds which role, where and from when to when. Portfolio owners assign roles.",
  },
  code: { column: "code", prefix: "RA", digits: 4 },
  title: "person",
  namedBy: "code",
  matchBy: ["person", "role", "scope", "validFrom"],
  columns: {
    code: codeColumn("Piešķīruma kods", "Assignment code"),
    person: {
      type: "reference",
      to: "people",
      required: true,
      label: { lv: "Persona", en: "Person" },
      help: { lv: "Kam loma piešķirta.", en: "To whom the role is assigned." },
      also: ["Vārds, uzvārds", "Darbinieks", "Name", "Employee"],
      width: 28,
    },
    role: {
      type: "choice",
      options,
      required: true,
      label: { lv: "Loma", en: "Role" },
      help: { lv: "Pakalpojumu pārvaldības loma.", en: "The role in managing services." },
      also: ["Lomas nosaukums", "Role name"],
      width: 36,
    },
    scope: {
      type: "reference",
      to: "scopes",
      label: { lv: "Kur", en: "Scope" },
      help: {
        lv: "Pakalpojums, resurss vai process, kuram loma piešķirta; tukšs – visa iestāde.",
        en: "The service, resource or process for which the role is held; empty means the whole institution.",
      },
      also: ["Mērogs", "Darbības joma", "Pakalpojums", "Resurss", "Process"],
      width: 36,
    },
    validFrom: { ...validColumns.validFrom, required: true },
    validTo: validColumns.validTo,
    state: currentState,
    endReason,
  },
  lifecycle: currentThenEnded("retireRoleAssignment", PORTFOLIO_OWNERS),
  guards: [
    VALIDITY_ORDER,
    {
      rule: "ROLE_SCOPE",
      column: "scope",
      broken: widerThanItsScope,
      message: {
        lv: "Šī loma nav viena pakalpojuma, resursa vai procesa loma. Atstājiet “Kur” tukšu.",
        en: "This role is not held for one service, resource or process. Leave “Scope” empty.",
      },
    },
    {
      rule: "ROLE_SCOPE",
      column: "scope",
      broken: (row) => (row["scope"] ?? null) !== null && !widerThanItsScope(row),
      fact: "SCOPE_NOT_OF_ROLE",
      message: {
        lv: "“{scope}” neatbilst lomai. Norādiet to, kam šo lomu piešķir: pakalpojumu, resursu vai procesu.",
        en: "“{scope}” does not suit the role. Name what this role is held for: a service, a resource or a process.",
      },
    },
    {
      rule: "ROLE_LEAD_BY_LEAD",
      column: "role",
      broken: ({ role, state }) => state !== "RETIRED" && typeof role === "string" && LEADS.includes(role),
      fact: "LEAD_ROLE_BY_OTHERS",
      message: {
        lv: "Vadošās iestādes lomu piešķir tikai tas, kam tā ir. Izvēlieties citu lomu vai lūdziet vadošajai iestādei.",
        en: "A lead institution's role is assigned only by who holds it. Choose another role or ask the lead institution.",
      },
    },
  ],
  rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
} as const satisfies Register;
