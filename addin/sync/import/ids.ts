import { v4, v5 } from "uuid";

/** Under this all ids derived by imports stand. */
const NAMESPACE = "6f1c2b0e-6c0a-4a57-9d5e-3f6d1f3c8a11";

/**
 * The id of a new row, derived from what identifies it in the source: importing the same source again, after a reply
 * was lost, makes the same ids and so cannot double a row. `occurrence` counts equal keys from 0.
 */
export function derivedRowId(institution: string, register: string, key: string, occurrence: number): string {
  return v5(JSON.stringify([institution, register, key, occurrence]), NAMESPACE);
}

export const newBatchId = (): string => v4();
