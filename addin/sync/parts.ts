import type { PushRow } from "../../schema/sync/protocol.ts";

export const PART_ROWS = 2_000;
export const PART_BYTES = 2_000_000;

/** Splits rows into parts of at most 2,000 rows and 2 MB of JSON text in UTF-8; a row never spans parts. */
export function splitIntoParts(rows: readonly PushRow[], maxRows = PART_ROWS, maxBytes = PART_BYTES): PushRow[][] {
  const parts: PushRow[][] = [];
  const encoder = new TextEncoder();
  let part: PushRow[] = [];
  let bytes = 2;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    if (part.length > 0 && (part.length >= maxRows || bytes + size > maxBytes)) {
      parts.push(part);
      part = [];
      bytes = 2;
    }
    part.push(row);
    bytes += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
