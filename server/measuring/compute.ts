import type { Sql } from "../store/store.ts";
import type { Framed } from "./frame.ts";
import { layGround } from "./ground.ts";
import { gatherIncidents, INCIDENT_PARTS } from "./incident-facts.ts";
import { putIncidentParts, putWorkarounds } from "./incident-parts.ts";
import { putOutages } from "./outages.ts";
import { PART_KEYS, type Part } from "./parts.ts";
import { layDue, putRows, ROW_PARTS } from "./row-parts.ts";

/**
 * Computes figures of a frame and keeps them: of `parts`, all that the frame asks for. What stood there is deleted by
 * the caller beforehand. To be called in a transaction, for it works in temporary tables.
 */
export async function computeFigures(
  sql: Sql,
  frame: Framed,
  parts: ReadonlySet<Part> = new Set(PART_KEYS),
): Promise<void> {
  // Compiling plans costs more than it saves: each runs once.
  await sql.query("set local jit = off");
  await sql.query("set local work_mem = '256MB'");
  const windows = await layGround(sql, frame);
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
