import type { PushRow } from "../../../schema/sync/protocol.ts";

export const PART_ROWS = 1_000;
export const PART_BYTES = 2_000_000;

const encoder = new TextEncoder();

/** Splits rows into parts of at most `rows` rows and `bytes` bytes of JSON; a row larger than that travels alone. */
export function partsOf(
  pushed: readonly PushRow[],
  rows: number = PART_ROWS,
  bytes: number = PART_BYTES,
): readonly (readonly PushRow[])[] {
  const parts: PushRow[][] = [];
  let part: PushRow[] = [];
  let size = 0;
  for (const row of pushed) {
    const own = encoder.encode(JSON.stringify(row)).length + 1;
    if (part.length > 0 && (part.length >= rows || size + own > bytes)) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(row);
    size += own;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
