/** What is known of one small landscape, as plain records. Instants are epoch seconds, days `YYYY-MM-DD`. */

export interface Calendar {
  readonly id: string;
  /** Oldest first; `week` from Monday, each day's windows as [from, to] in `HH:MM`. */
  readonly editions: readonly {
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly week: readonly (readonly (readonly [string, string])[])[];
  }[];
  readonly days: readonly { readonly day: string; readonly windows: readonly (readonly [string, string])[] }[];
}

export interface Subject {
  readonly id: string;
  readonly kind: "SERVICE" | "RESOURCE";
  readonly stage: string;
  readonly calendar: string | null;
  readonly deliveredSince: string | null;
  readonly delivering: number | null;
  readonly retiredAt: number | null;
  readonly verifiedOn: string | null;
}
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly critical: boolean;
  readonly group: string | null;
  readonly retiredAt: number | null;
}
export interface Level {
  readonly subject: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: string;
  readonly calendar: string | null;
  /** Minutes by priority, P1 first. */
  readonly restore: readonly (number | null)[];
  readonly react: readonly (number | null)[];
  readonly fulfil: number | null;
  readonly stops: readonly string[];
}
export interface Wait {
  readonly from: number;
  readonly to: number | null;
  readonly for: string;
}
export interface Incident {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly occurredAt: number | null;
  readonly detectedAt: number;
  readonly registeredAt: number | null;
  readonly reactedAt: number | null;
  readonly restoredAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly priority: string | null;
  readonly outage: "FULL" | "PARTIAL" | "NONE" | null;
  readonly share: number | null;
  readonly major: boolean | null;
  readonly reopened: number | null;
  readonly resolvedLevel: string | null;
  readonly knowledge: readonly string[];
  readonly resolution: string | null;
  readonly problem: string | null;
  readonly causedBy: string | null;
  readonly waits: readonly Wait[];
}
export interface Problem {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly registeredAt: number | null;
  readonly knownErrorAt: number | null;
  readonly resolvedAt: number | null;
}
export interface Assessment {
  readonly expert: string;
  readonly state: string;
  readonly givenAt: number | null;
}
export interface Change {
  readonly id: string;
  readonly subjects: readonly string[];
  readonly kind: string;
  readonly state: string;
  readonly template: string | null;
  readonly registeredAt: number | null;
  readonly authorisedAt: number | null;
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly outageStart: number | null;
  readonly outageEnd: number | null;
  readonly startedAt: number | null;
  readonly implementedAt: number | null;
  readonly outcome: string | null;
  readonly experts: readonly string[];
  readonly assessments: readonly Assessment[];
}
export interface Application {
  readonly id: string;
  readonly service: string | null;
  readonly kind: string;
  readonly state: string;
  readonly receivedAt: number | null;
  readonly registeredAt: number | null;
  readonly fulfilledAt: number | null;
  readonly closedAt: number | null;
  readonly due: number | null;
  readonly rating: number | null;
  readonly waits: readonly Wait[];
}
export interface Article {
  readonly subjects: readonly string[];
  readonly publishedAt: number | null;
  readonly reviewDue: string | null;
  readonly retiredAt: number | null;
}
/** A line of a register that tells of a period: capacity of a resource, money of a service. */
export interface Line {
  readonly about: string;
  readonly state: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly kind: "CAPACITY" | "COST" | "INCOME";
  readonly used: number | null;
  readonly available: number | null;
  readonly budget: number | null;
  readonly actual: number | null;
  readonly units: number | null;
}

/** One case: subjects that depend on none outside it. */
export interface Facts {
  readonly subjects: readonly Subject[];
  readonly dependencies: readonly Dependency[];
  readonly levels: readonly Level[];
  readonly incidents: readonly Incident[];
  readonly problems: readonly Problem[];
  readonly changes: readonly Change[];
  readonly applications: readonly Application[];
  readonly articles: readonly Article[];
  readonly lines: readonly Line[];
}

/** Where and when figures are computed. */
export interface Setting {
  readonly zone: string;
  readonly asOf: number;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Months, `[from, to)` as days. */
  readonly months: readonly (readonly [string, string])[];
}
