/**
 * What a step does to other records, in the same write and on behalf of whoever takes it; the server carries it out
 * (server/effects). What is written keeps every rule of its own register and stands in the log.
 */
export const EFFECTS = {
  OPEN_RECORD:
    "An application of kind incident, problem or change that names no record opens one of its kind, unless it is over by the same write.",
  END_APPLICATIONS:
    "Applications that opened the record and are being worked on end with it: fulfilled and closed, or rejected and closed where the record was given up or failed.",
  COUNT_KNOWLEDGE: "The articles that the incident names as having helped are counted as used.",
} as const satisfies Record<string, string>;
export type EffectName = keyof typeof EFFECTS;
