import type { Actor } from "../../schema/api/context.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { push } from "../../server/sync/push.ts";
import type { World } from "../support/world.ts";

type Cells = Readonly<Record<string, Cell>>;

/** Publishes one row of any register and gives its id and version; refused, it throws with what was said. */
export async function put(
  world: World,
  actor: Actor,
  register: string,
  cells: Cells,
  at: { readonly id: string; readonly version: number } | null = null,
): Promise<{ readonly id: string; readonly version: number }> {
  const row = { row: at?.id ?? crypto.randomUUID(), base: at?.version ?? null, cells };
  const { results } = await push(world.store, actor, {
    register,
    batch: crypto.randomUUID(),
    part: 0,
    rows: [row],
    dryRun: false,
  });
  const [result] = results;
  if (!result || !["APPLIED", "MERGED"].includes(result.outcome))
    throw new Error(JSON.stringify(result?.refusals ?? result));
  return { id: result.id ?? row.row, version: result.version ?? 1 };
}

/** An incident that was resolved and closed a while ago. */
export const closedIncident = (cells: Cells): Cells => ({
  subject: "Pases izsniegšana",
  category: "Datori",
  state: "CLOSED",
  source: "PERSON",
  detectedAt: "2026-01-05T08:00:00Z",
  registeredAt: "2026-01-05T08:05:00Z",
  reactedAt: "2026-01-05T08:10:00Z",
  impact: "I3",
  urgency: "U3",
  major: false,
  outage: "NONE",
  assignee: "Anna Ozola",
  restoredAt: "2026-01-05T09:00:00Z",
  resolvedAt: "2026-01-05T09:05:00Z",
  resolution: "FIX",
  resolvedLevel: "L1",
  workDone: "Pārstartēts.",
  confirmed: true,
  closedAt: "2026-01-05T10:00:00Z",
  ...cells,
});

/** An article written by one and published by another. */
export const publishedArticle = (world: World, cells: Cells): Cells => ({
  subjects: ["Pases izsniegšana"],
  authors: [world.owner.name],
  state: "PUBLISHED",
  level: "L1",
  reviewDue: "2099-01-01",
  solution: "Skatīt aprakstu.",
  ...cells,
});
