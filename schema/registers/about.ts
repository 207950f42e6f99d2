/**
 * Which columns of a record name the services and resources that it is about, and that go down with it: what its
 * impact is worked out from (domain.md, section 3).
 */
export const ABOUT = {
  services: "id",
  resources: "id",
  dependencies: "to",
  serviceLevels: "subject",
  applications: "service",
  incidents: "subject",
  problems: "subject",
  changes: "subjects",
  freezeWindows: "subjects",
  capacity: "resource",
  continuity: "subject",
} as const satisfies Readonly<Record<string, string>>;

/** The column of a register that tells what its rows are about (`id`: the row itself); null where they are about none. */
export function aboutOf(register: string): string | null {
  return Object.hasOwn(ABOUT, register) ? ABOUT[register as keyof typeof ABOUT] : null;
}
