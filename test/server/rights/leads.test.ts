import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../schema/api/context.ts";
import { registers } from "../../../schema/registers/catalogue.ts";
import type { Register } from "../../../schema/registers/register.ts";
import type { Role } from "../../../schema/registers/roles.ts";
import { institutionsOf } from "../../../server/access/institutions.ts";
import type { Store } from "../../../server/store/store.ts";
import { history } from "../../../server/sync/history.ts";
import { findRow, listRows } from "../../../server/sync/list.ts";
import { addService, apply, picture, send } from "../../support/applications.ts";
import { putRow } from "../../support/put-rows.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

/** Sector and municipality of each institution; the lead's own is the first. */
const PLACES = {
  ministry: ["health", "Rīga"],
  hospital: ["health", "Rīga"],
  clinic: ["health", "Cēsis"],
  school: ["education", "Rīga"],
  library: [null, null],
} as const;
type Place = keyof typeof PLACES;

let store: Store;
const ids = {} as Record<Place, string>;
beforeAll(async () => {
  store = await openTestStore();
  for (const [place, [sector, municipality]] of Object.entries(PLACES)) {
    const id = crypto.randomUUID();
    ids[place as Place] = id;
    const values = [id, id, place, sector, municipality];
    const columns = "id, code, name, sector, municipality";
    await store.query(`insert into institution (${columns}) values ($1, $2, $3, $4, $5)`, values);
  }
});
afterAll(() => store.close());

const at = (place: Place, roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: crypto.randomUUID(), institutionId: ids[place], name: "Vadītāja", roles },
  ...more,
});
async function reached(actor: Actor): Promise<readonly string[]> {
  const found = await institutionsOf(store, actor);
  return Object.entries(ids).flatMap(([place, id]) => (found.includes(id) ? [place] : []));
}

describe(rule("LEADS_READ_RESULTS_ONLY"), () => {
  test("staff reach their own institution, leads those of their sector, their municipality or the state", async () => {
    expect(await reached(at("ministry", []))).toEqual(["ministry"]);
    expect(await reached(at("ministry", ["SERVICE_PORTFOLIO_OWNER"]))).toEqual(["ministry"]);
    expect(await reached(at("ministry", ["SECTOR_LEAD"]))).toEqual(["ministry", "hospital", "clinic"]);
    expect(await reached(at("ministry", ["MUNICIPALITY_LEAD"]))).toEqual(["ministry", "hospital", "school"]);
    const both = at("ministry", ["SECTOR_LEAD", "MUNICIPALITY_LEAD"]);
    expect(await reached(both)).toEqual(["ministry", "hospital", "clinic", "school"]);
    expect(await reached(at("ministry", ["STATE_LEAD"]))).toEqual(Object.keys(PLACES));
  });
  test("who belongs to no sector leads none; recipients and machines reach nothing", async () => {
    expect(await reached(at("library", ["SECTOR_LEAD", "MUNICIPALITY_LEAD"]))).toEqual(["library"]);
    expect(await reached(at("ministry", ["RECIPIENT"]))).toEqual([]);
    expect(await reached(at("ministry", [], { monitoring: true }))).toEqual([]);
  });

  test.each(["STATE_LEAD", "SECTOR_LEAD", "MUNICIPALITY_LEAD"] as const)(
    "%s sees no row of any register of another institution and changes none",
    async (role) => {
      const world: World = await makeWorld(store);
      await addService(world, "Pases");
      const own = { sector: "health", municipality: "Rīga" };
      await store.query("update institution set sector = $2, municipality = $3 where id = $1", [
        ...[world.front.institutionId, own.sector, own.municipality],
      ]);
      const lead = at("ministry", [role]);
      const application = await apply(world, { service: "Pases" });
      expect(await institutionsOf(store, lead)).toContain(world.front.institutionId);
      const query = { where: [], orderBy: [], includeRetired: true, limit: 10 };
      for (const register of Object.values<Register>(registers)) {
        const { key } = register;
        const row = key === "applications" ? application : await putRow(store, world.portfolio, key, {});
        expect([key, (await picture(world, lead, key)).rows.has(row)]).toEqual([key, false]);
        expect((await listRows(store, lead, key, query)).rows.map(({ id }) => id)).not.toContain(row);
        expect(await findRow(store, lead, key, { id: row })).toBeNull();
        expect(await history(store, lead, key, row)).toEqual([]);
        const told = await send(world, key, lead, { row, base: 1, cells: { [register.title]: null } });
        expect(told).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "NOT_FOUND" }] });
      }
    },
  );
});
