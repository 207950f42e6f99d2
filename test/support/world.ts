import type { Actor } from "../../schema/api/context.ts";
import type { Cell } from "../../schema/registers/register.ts";
import type { Role } from "../../schema/registers/roles.ts";
import type { PullPage, PushAnswer, PushRow, RowResult } from "../../schema/sync/protocol.ts";
import { pull } from "../../server/sync/pull.ts";
import { push } from "../../server/sync/push.ts";
import { addPeople, addRoles } from "../../server/store/newcomers.ts";
import type { Store } from "../../server/store/store.ts";

const id = () => crypto.randomUUID();

/** Two institutions with people, made for one test file. */
export interface World {
  readonly store: Store;
  /** Portfolio owner, service owner, provider, front office of the first institution; portfolio owner of the second. */
  readonly portfolio: Actor;
  readonly owner: Actor;
  readonly provider: Actor;
  readonly front: Actor;
  readonly stranger: Actor;
}

const PEOPLE = [
  ["portfolio", "Ilze Kalniņa", "SERVICE_PORTFOLIO_OWNER"],
  ["owner", "Jānis Bērziņš", "SERVICE_OWNER"],
  ["provider", "Anna Ozola", "SERVICE_PROVIDER"],
  ["front", "Dace Liepa", "FRONT_OFFICE"],
  ["twin1", "Pēteris Krūmiņš", "SERVICE_PROVIDER"],
  ["twin2", "Pēteris Krūmiņš", "SERVICE_PROVIDER"],
] as const satisfies readonly (readonly [string, string, Role])[];

export async function makeWorld(store: Store): Promise<World> {
  const actors: Record<string, Actor> = {};
  for (const [place, people] of [
    ["here", PEOPLE],
    ["there", [["stranger", "Māra Egle", "SERVICE_PORTFOLIO_OWNER"]] as const],
  ] as const) {
    const institutionId = id();
    await store.query("insert into institution (id, code, name) values ($1, $2, $3)", [
      institutionId,
      id(),
      `Iestāde ${place}`,
    ]);
    for (const [index, [key, name, role]] of people.entries()) {
      const personId = id();
      await addPeople(store, [{ id: personId, institution_id: institutionId, code: `PER-${index + 1}`, name }]);
      await addRoles(store, [
        {
          id: id(),
          institution_id: institutionId,
          code: `RA-${index + 1}`,
          person: personId,
          role,
          valid_from: "2020-01-01",
        },
      ]);
      actors[key] = { personId, institutionId, name, roles: [role] };
    }
  }
  return { store, ...actors } as unknown as World;
}

export const newRow = (cells: Readonly<Record<string, Cell>>): PushRow => ({ row: id(), base: null, cells });

export function pushAs(
  world: World,
  actor: Actor,
  rows: readonly PushRow[],
  more: { batch?: string; part?: number; dryRun?: boolean } = {},
): Promise<PushAnswer> {
  return push(world.store, actor, {
    register: "services",
    batch: more.batch ?? id(),
    part: more.part ?? 0,
    rows,
    dryRun: more.dryRun ?? false,
  });
}

/** Pushes one row and gives its result. */
export async function pushOne(world: World, actor: Actor, row: PushRow): Promise<RowResult> {
  const { results } = await pushAs(world, actor, [row]);
  const [result] = results;
  if (!result) throw new Error("no result");
  return result;
}

/** A row created by the portfolio owner. */
export async function created(
  world: World,
  cells: Readonly<Record<string, Cell>> = {},
): Promise<{ readonly id: string; readonly version: number }> {
  const result = await pushOne(world, world.portfolio, newRow({ name: "Pakalpojums", ...cells }));
  if (result.outcome !== "APPLIED" || result.id === undefined || result.version === undefined)
    throw new Error(JSON.stringify(result));
  return { id: result.id, version: result.version };
}

export async function pullPage(
  world: World,
  actor: Actor,
  since: string | null,
  bytes: number | null = null,
): Promise<PullPage> {
  return JSON.parse(Buffer.from(await pull(world.store, actor, "services", since, bytes)).toString()) as PullPage;
}

/** All pages of a pull as records by id. */
export async function pullAll(world: World, actor: Actor, since: string | null = null, bytes: number | null = null) {
  const rows = new Map<string, Record<string, unknown>>();
  let page: PullPage;
  let cursor = since;
  let pages = 0;
  do {
    page = await pullPage(world, actor, cursor, bytes);
    cursor = page.cursor;
    pages++;
    for (let index = 0; index < page.count; index++) {
      const row = Object.fromEntries(page.columns.map((column, at) => [column, page.values[at]?.[index]]));
      rows.set(String(row["id"]), row);
    }
  } while (page.more);
  return { rows, cursor, pages, full: page.full };
}
