/** How long things may take before they are ended, in milliseconds. */
export interface Limits {
  /** One statement. */
  readonly statement: number;
  /** An open transaction between two statements. */
  readonly idleInTransaction: number;
  /** Waiting for a free connection. */
  readonly waiting: number;
  /** One migration, and waiting for another server that migrates. */
  readonly migration: number;
}

export const LIMITS: Limits = {
  statement: 60_000,
  idleInTransaction: 30_000,
  waiting: 30_000,
  migration: 600_000,
};
