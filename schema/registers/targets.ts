/** Registers that one reference column may name together. A name that two of them bear is told apart by code. */
export const TARGET_GROUPS = {
  /** What is delivered or used: what incidents, service levels, dependencies and plans are about. */
  subjects: ["services", "resources"],
  /** What a role or a KPI may be held for besides the whole institution. */
  scopes: ["services", "resources", "processes"],
  /** Records that knowledge, improvements and evidence may rest on. */
  records: ["applications", "incidents", "problems", "changes", "improvements"],
  /** Records that an application opens and follows. */
  opened: ["incidents", "problems", "changes"],
} as const satisfies Record<string, readonly string[]>;

/** The registers that a reference column's `to` stands for. */
export function targetsOf(to: string): readonly string[] {
  return Object.hasOwn(TARGET_GROUPS, to) ? TARGET_GROUPS[to as keyof typeof TARGET_GROUPS] : [to];
}
