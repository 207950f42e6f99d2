import type { Steps } from "../port.ts";
import { CHUNK_BYTES, isTooLarge } from "./run.ts";

/** What rows of values take on the wire, roughly: texts may hold letters of two bytes, and each cell its marks. */
export function sizeOf(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of rows) {
    for (const cell of row) bytes += typeof cell === "string" ? cell.length * 1.2 + 3 : 8;
  }
  return bytes;
}

/**
 * Reads or writes `total` rows in chunks of about 2 MB: the first is small, the next follow what it took, and a chunk
 * that Excel finds too large is halved. `transfer` does one chunk in one round trip and ends with its bytes.
 */
export async function inChunks(
  total: number,
  columns: number,
  transfer: (start: number, count: number) => Promise<number>,
  steps?: Steps,
): Promise<void> {
  let rows = Math.max(1, Math.floor(40_000 / Math.max(columns, 1)));
  for (let start = 0; start < total;) {
    steps?.signal?.throwIfAborted();
    const count = Math.min(rows, total - start);
    try {
      const bytes = await transfer(start, count);
      start += count;
      steps?.onStep?.(start, total);
      const fitting = Math.floor((count * CHUNK_BYTES) / Math.max(bytes, 1));
      rows = Math.max(1, Math.min(fitting, 20_000, rows * 8));
    } catch (error) {
      if (!isTooLarge(error) || count === 1) throw error;
      rows = Math.max(1, count >> 1);
    }
  }
}
