/** What an institution sets for itself; everything has a value from the start. */
export interface Settings {
  /** Civil time of the institution (IANA name). */
  readonly timeZone: string;
  /** Priority by impact (rows 1–4) and urgency (columns 1–4) (domain.md, section 3). */
  readonly priorities: readonly (readonly Priority[])[];
  /** Closed incidents of one service and category, within `days`, that are offered as a new problem (domain.md, section 5). */
  readonly recurring: { readonly incidents: number; readonly days: number };
  /** Months after which personal data of applicants of closed applications are erased; null keeps them. */
  readonly personalMonths: number | null;
  /** Working days within which an emergency change's paperwork must follow (domain.md, section 4). */
  readonly emergencyDays: number;
}

export const PRIORITIES = ["P1", "P2", "P3", "P4"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Sum of impact and urgency 2–3: P1, 4: P2, 5–6: P3, 7–8: P4 (domain.md, section 3). */
const bySum = (impact: number, urgency: number): Priority => {
  const sum = impact + urgency;
  return sum <= 3 ? "P1" : sum === 4 ? "P2" : sum <= 6 ? "P3" : "P4";
};

export const USUAL_SETTINGS: Settings = {
  timeZone: "Europe/Riga",
  priorities: [1, 2, 3, 4].map((impact) => [1, 2, 3, 4].map((urgency) => bySum(impact, urgency))),
  recurring: { incidents: 3, days: 90 },
  personalMonths: 24,
  emergencyDays: 5,
};
