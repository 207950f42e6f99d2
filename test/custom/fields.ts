import type { Actor } from "../../schema/api/context.ts";
import { customKey } from "../../schema/registers/custom.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { PushAnswer, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import { push } from "../../server/sync/push.ts";
import { newRow, type World } from "../support/world.ts";

/** Publishes rows of any register. */
export const pushTo = (
  world: World,
  actor: Actor,
  register: string,
  rows: readonly PushRow[],
  batch: string = crypto.randomUUID(),
): Promise<PushAnswer> => push(world.store, actor, { register, batch, part: 0, rows, dryRun: false });

export async function pushOneTo(world: World, actor: Actor, register: string, row: PushRow): Promise<RowResult> {
  const [result] = (await pushTo(world, actor, register, [row])).results;
  if (!result) throw new Error("no result");
  return result;
}

/** A custom field as a portfolio owner adds it. */
export interface Added {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  /** Of its column. */
  readonly key: string;
}

/** Adds a custom field, of services and for text unless told otherwise. */
export async function addField(
  world: World,
  headingLv: string,
  cells: Readonly<Record<string, Cell>> = {},
): Promise<Added> {
  const row = newRow({ register: "SERVICES", type: "TEXT", headingLv, ...cells });
  const result = await pushOneTo(world, world.portfolio, "customFields", row);
  if (result.outcome !== "APPLIED" || result.id === undefined) throw new Error(JSON.stringify(result));
  const code = String(cells["code"] ?? result.cells?.["code"]);
  return { id: result.id, version: result.version ?? 1, code, key: customKey(code) };
}

/** Changes or ends a field; gives what became of it. */
export const changeField = (world: World, field: Added, cells: Readonly<Record<string, Cell>>, retire?: true) =>
  pushOneTo(world, world.portfolio, "customFields", {
    row: field.id,
    base: field.version,
    cells: retire ? { endReason: "Nevajag.", ...cells } : cells,
    ...(retire && { retire }),
  });
