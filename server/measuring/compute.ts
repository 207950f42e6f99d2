import type { Sql } from "../store/store.ts";
import type { Framed } from "./frame.ts";
import { gatherIncidents, INCIDENT_PARTS } from "./incident-facts.ts";
import { putIncidentParts, putWorkarounds } from "./incident-parts.ts";
import { putOutages } from "./outages.ts";
import { PART_KEYS, type Part } from "./parts.ts";
import { layDue, putRows, ROW_PARTS } from "./row-parts.ts";

/** How a transaction works that computes figures; to be said first. */
export async function prepareToCompute(sql: Sql): Promise<void> {
  // Compiling plans costs more than it saves, for each runs once; sorts and hashes stay in memory. Nobody waits for it.
  await sql.query("set local jit = off; set local work_mem = '256MB'; set local statement_timeout = '30min'");
}

/**
 * Computes figures of a frame and keeps them: of `parts`, all that the frame asks for. What stood there is deleted by
 * the caller beforehand, and the ground is laid (`windows` is what `layGround` gave). To be called in a transaction, for
 * it works in temporary tables.
 */
export async function computeFigures(
  sql: Sql,
  frame: Framed,
  windows: number,
  parts: ReadonlySet<Part> = new Set(PART_KEYS),
): Promise<void> {
  if (INCIDENT_PARTS.some((part) => parts.has(part))) {
    await gatherIncidents(sql, frame, windows);
    await putIncidentParts(sql, frame);
  }
  if (parts.has("WORKAROUNDS")) await putWorkarounds(sql, frame);
  if (parts.has("OUTAGES")) await putOutages(sql, frame, windows);
  if (parts.has("CHANGES")) await layDue(sql, frame);
  for (const part of Object.keys(ROW_PARTS) as (keyof typeof ROW_PARTS)[])
    if (parts.has(part)) await putRows(sql, frame, part, windows);
}
