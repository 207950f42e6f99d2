import type { Actor } from "../../schema/api/context.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { PullPage, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import { addPeople, addRoles } from "../../server/store/newcomers.ts";
import { pull } from "../../server/sync/pull.ts";
import { push } from "../../server/sync/push.ts";
import { newRow, pushOne, type World } from "./world.ts";

/** What an applicant tells of themselves; nobody but those named in domain.md, section 1, may meet any of it. */
export const SECRETS = {
  applicant: "Zane Slepenā",
  contact: "zane@paraugs.lv",
  text: "Mana māja ir Ozolu ielā 7",
} as const;

/** A person of the first institution, with roles held in all of it. */
export async function join(world: World, name: string, roles: Actor["roles"] = []): Promise<Actor> {
  const personId = crypto.randomUUID();
  const { institutionId } = world.front;
  const person = { id: personId, institution_id: institutionId, code: `P-${personId.slice(0, 8)}`, name };
  await addPeople(world.store, [person]);
  for (const role of roles) {
    const code = `R-${crypto.randomUUID().slice(0, 8)}`;
    const assigned = { id: crypto.randomUUID(), institution_id: institutionId, code, person: personId, role };
    await addRoles(world.store, [{ ...assigned, valid_from: "2020-01-01" }]);
  }
  return { personId, institutionId, name, roles };
}

/** A service that the world's owner and provider answer for, by its name. */
export async function addService(world: World, name: string): Promise<string> {
  const { owner, provider, portfolio } = world;
  const row = newRow({ name, owner: owner.name, providers: [provider.name] });
  const { outcome, refusals } = await pushOne(world, portfolio, row);
  if (outcome !== "APPLIED") throw new Error(JSON.stringify(refusals));
  return row.row;
}

/** Pushes one row of any register and gives its result. */
export async function send(
  world: World,
  register: string,
  actor: Actor,
  row: PushRow,
  batch?: string,
): Promise<RowResult> {
  const { results } = await push(world.store, actor, {
    ...{ register, batch: batch ?? crypto.randomUUID(), part: 0, dryRun: false },
    rows: [row],
  });
  return results[0] as RowResult;
}

/** An application that the front office registered, in the register by now. */
export async function apply(world: World, cells: Readonly<Record<string, Cell>> = {}, batch?: string): Promise<string> {
  const row = newRow({ title: "Lūdzu atbildēt", channel: "PHONE", ...SECRETS, ...cells });
  const { outcome, refusals } = await send(world, "applications", world.front, row, batch);
  if (outcome !== "APPLIED") throw new Error(JSON.stringify(refusals));
  return row.row;
}

/** The whole picture of a register as somebody pulls it, by id. */
export async function picture(world: World, actor: Actor, register: string, since: string | null = null) {
  const rows = new Map<string, Record<string, unknown>>();
  const page = JSON.parse(Buffer.from(await pull(world.store, actor, register, since, null)).toString()) as PullPage;
  for (let at = 0; at < page.count; at++) {
    const row = Object.fromEntries(page.columns.map((column, index) => [column, page.values[index]?.[at]]));
    rows.set(String(row["id"]), row);
  }
  return { rows, ...page };
}
