import type { Words } from "../registers/words.ts";

interface AudienceOf {
  readonly label: Words;
  /** How its words begin, in both languages: the register keeps audiences as free text. */
  readonly stems: readonly string[];
  /** 1: value, target and status. 2: how it moves too. 3: limits, signals and parts as well. */
  readonly depth: 1 | 2 | 3;
}

/** For whom KPIs are read, and how deep (domain.md, section 6). */
export const AUDIENCES = {
  MANAGEMENT: {
    label: { lv: "Vadībai", en: "Management" },
    stems: ["vadīb", "vadīt", "manage", "lead"],
    depth: 2,
  },
  TECHNICAL: {
    label: { lv: "Tehniskajai komandai", en: "Technical team" },
    stems: ["tehnisk", "technic", "komand", "team"],
    depth: 3,
  },
  RECIPIENTS: {
    label: { lv: "Saņēmējiem", en: "Recipients" },
    stems: ["saņēmēj", "klient", "recipient", "client", "public", "sabiedr"],
    depth: 1,
  },
} as const satisfies Record<string, AudienceOf>;
export type Audience = keyof typeof AUDIENCES;

export const depthOf = (audience: Audience | null): 1 | 2 | 3 => (audience === null ? 3 : AUDIENCES[audience].depth);

/** Whether a KPI with this audience is for somebody; everything is for everybody. */
export function isFor(written: string, audience: Audience | null): boolean {
  if (audience === null) return true;
  const text = written.toLocaleLowerCase("lv");
  return AUDIENCES[audience].stems.some((stem) => text.includes(stem));
}
