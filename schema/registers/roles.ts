import type { Words } from "./words.ts";

/** Scopes of a role, widest first (domain.md, section 1). */
export const SCOPES = ["STATE", "SECTOR", "MUNICIPALITY", "INSTITUTION", "SERVICE", "RESOURCE", "PROCESS"] as const;
export type Scope = (typeof SCOPES)[number];

/** Roles of domain.md, section 1, with the scope each is held in. */
export const ROLES = {
  STATE_LEAD: {
    scope: "STATE",
    label: { lv: "Pakalpojumu pārvaldības valsts vadošā iestāde", en: "State lead institution" },
  },
  SECTOR_LEAD: { scope: "SECTOR", label: { lv: "Nozares vadošā iestāde", en: "Sector lead institution" } },
  MUNICIPALITY_LEAD: {
    scope: "MUNICIPALITY",
    label: { lv: "Pašvaldības vadošā iestāde", en: "Municipality lead institution" },
  },
  SERVICE_PORTFOLIO_OWNER: {
    scope: "INSTITUTION",
    label: { lv: "Iestādes pakalpojumu kopuma saimnieks", en: "Service portfolio owner" },
  },
  SERVICE_OWNER: { scope: "SERVICE", label: { lv: "Pakalpojuma saimnieks", en: "Service owner" } },
  SERVICE_PROVIDER: { scope: "SERVICE", label: { lv: "Pakalpojuma sniedzējs", en: "Service provider" } },
  FRONT_OFFICE: { scope: "INSTITUTION", label: { lv: "Klientu apkalpotājs", en: "Front office" } },
  RESOURCE_PORTFOLIO_OWNER: {
    scope: "INSTITUTION",
    label: { lv: "Iestādes resursu kopuma saimnieks", en: "Resource portfolio owner" },
  },
  RESOURCE_OWNER: { scope: "RESOURCE", label: { lv: "Resursa saimnieks", en: "Resource owner" } },
  RESOURCE_USER: { scope: "RESOURCE", label: { lv: "Resursa lietotājs", en: "Resource user" } },
  RECIPIENT: { scope: "SERVICE", label: { lv: "Pakalpojuma saņēmējs", en: "Service recipient" } },
  PROCESS_MANAGER: { scope: "PROCESS", label: { lv: "Procesa vadītājs", en: "Process manager" } },
} as const satisfies Record<string, { scope: Scope; label: Words }>;

export type Role = keyof typeof ROLES;

/** Who a right is given to: a role, everyone of the institution, or a monitoring system by its token. */
export type Who = Role | "STAFF" | "MONITORING";

/** Who may do something, as people read it. */
export function whoLabel(who: Who): Words {
  return who === "STAFF" || who === "MONITORING" ? OTHERS[who] : ROLES[who].label;
}

const OTHERS = {
  STAFF: { lv: "ikviens iestādes darbinieks", en: "everyone of the institution" },
  MONITORING: { lv: "uzraudzības sistēma", en: "a monitoring system" },
} as const satisfies Record<Exclude<Who, Role>, Words>;
