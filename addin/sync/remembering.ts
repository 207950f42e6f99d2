import type { PushAnswer, PushRow } from "../../schema/sync/protocol.ts";
import type { Meta, Refused } from "./base.ts";

/**
 * Refusals are remembered in the base copy's meta line, which is written whole, beside a part in doubt of up to 2 MB;
 * Excel on the web takes no request of more than 5 MB. Bytes on the wire, of all together.
 */
export const REFUSED_BYTES = 700_000;
/** Cells painted at most, from the top: each is remembered by some 60 bytes, and nobody mends more at one go. */
export const PAINTED_CELLS = 5_000;

/**
 * What is remembered of refusals after an answer: those of its rows that fit, and of the others how many they are. A
 * row not remembered is still an unpublished edit of the sheet and is judged again by the next publish.
 */
export function rememberRefusals(
  meta: Meta,
  rows: readonly PushRow[],
  answer: PushAnswer,
): Pick<Meta, "refused" | "unlisted"> {
  const sent = new Map(rows.map((row) => [row.row, row.cells]));
  const refused: Record<string, Refused> = { ...meta.refused };
  for (const { row } of answer.results) delete refused[row];
  let room = REFUSED_BYTES - wireBytes(refused);
  let left = 0;
  for (const { row, outcome, refusals } of answer.results) {
    if (outcome !== "REFUSED" || !refusals?.length) continue;
    const one: Refused = { cells: sent.get(row) ?? {}, refusals };
    const bytes = wireBytes({ [row]: one });
    if (bytes > room) {
      left++;
      continue;
    }
    room -= bytes;
    refused[row] = one;
  }
  // By part, so that an answer taken twice is counted once; a publish or check of its own begins anew.
  const before = meta.unlisted?.batch === answer.batch ? meta.unlisted.parts : {};
  return { refused, unlisted: { batch: answer.batch, parts: { ...before, [answer.part]: left } } };
}

/** How many rows the last publish or check refused beyond those remembered. */
export const countUnlisted = ({ unlisted }: Meta): number =>
  Object.values(unlisted?.parts ?? {}).reduce((sum, count) => sum + count, 0);

const encoder = new TextEncoder();
/** Bytes of a value as JSON text in a cell, itself in a JSON request. */
const wireBytes = (value: unknown): number => encoder.encode(JSON.stringify(JSON.stringify(value))).length;
