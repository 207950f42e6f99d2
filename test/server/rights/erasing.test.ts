import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../../server/store/store.ts";
import { eraseEverywhere, erasePersonalData } from "../../../server/sync/erase-personal.ts";
import { history } from "../../../server/sync/history.ts";
import { undo } from "../../../server/sync/undo.ts";
import { addService, apply, join, picture, SECRETS, send } from "../../support/applications.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

const REGISTER = "applications";
const NOTE = "Zanei viss patika";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  await addService(world, "Pases");
});
afterAll(() => store.close());

const monthsAgo = (months: number): string => {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() - months);
  return `${day.toISOString().slice(0, 19)}Z`;
};

/** An application that was closed that many months ago, with what each of its publishes was answered still remembered. */
async function closed(months: number) {
  const [at, batch, later] = [monthsAgo(months), crypto.randomUUID(), crypto.randomUUID()];
  const times = { receivedAt: at, registeredAt: at, fulfilledAt: at, closedAt: at };
  const work = { state: "CLOSED", kind: "SERVICE_REQUEST", priority: "P3", level: "L1", service: "Pases", rating: 5 };
  const row = await apply(world, { ...times, ...work, ratingNote: NOTE }, batch);
  const contact = "zane.slepena@paraugs.lv";
  const second = await send(world, REGISTER, world.front, { row, base: 1, cells: { contact, rating: 4 } }, later);
  expect(second.outcome).toBe("APPLIED");
  return { row, batch, later };
}
const now = async (id: string) => (await picture(world, world.front, REGISTER)).rows.get(id);
/** Where in the database anything of what the applicant told still stands. */
async function standsIn(id: string): Promise<readonly string[]> {
  const places = {
    application: "select to_json(t)::text as text from application t where id = $1",
    event: "select changes::text as text from event where row_id = $1",
    personal_change: "select changes::text as text from personal_change where row_id = $1",
    batch: "select answer as text from batch where answer like '%' || $1::text || '%'",
  };
  const found: string[] = [];
  for (const [place, select] of Object.entries(places)) {
    const texts = await store.query<{ text: string }>(select, [id]);
    if (texts.some(({ text }) => [...Object.values(SECRETS), NOTE, "slepena"].some((one) => text.includes(one))))
      found.push(place);
  }
  return found;
}

describe(rule("PERSONAL_DATA_ERASED"), () => {
  test("the log itself never holds them: they stand apart of it", async () => {
    const { row } = await closed(1);
    expect(await standsIn(row)).not.toContain("event");
    expect(await standsIn(row)).toContain("personal_change");
    expect(JSON.stringify(await history(store, world.front, REGISTER, row))).toContain(SECRETS.applicant);
  });

  test("after the period nothing of them is left anywhere, and what is counted and measured stays", async () => {
    const { row } = await closed(25);
    const before = await now(row);
    const total = (await picture(world, world.front, REGISTER)).count;
    // A conflict is told what stands there; it is remembered too.
    await send(world, REGISTER, world.front, { row, base: 1, cells: { contact: "x@y.lv" } });
    expect(await standsIn(row)).toEqual(["application", "personal_change", "batch"]);
    expect(await erasePersonalData(store, world.portfolio)).toBe(1);
    expect(await standsIn(row)).toEqual([]);
    const after = await now(row);
    expect(after).toEqual({
      ...before,
      ...{ applicant: `Pieteikuma iesniedzējs ${String(before?.["code"])}`, version: 3 },
      ...{ contact: null, text: null, applicantPerson: null, ratingNote: null },
    });
    expect((await picture(world, world.front, REGISTER)).count).toBe(total);
    expect(await erasePersonalData(store, world.portfolio)).toBe(0);
  });

  test("others learn of it as of any change: the feed, a conflict with what a sheet still holds, the history", async () => {
    const { row } = await closed(30);
    const { cursor } = await picture(world, world.front, REGISTER);
    await erasePersonalData(store, world.portfolio);
    expect((await picture(world, world.front, REGISTER, cursor)).rows.get(row)).toMatchObject({ contact: null });
    const told = await send(world, REGISTER, world.front, { row, base: 2, cells: { contact: "jauns@paraugs.lv" } });
    expect(told).toMatchObject({ outcome: "CONFLICT", conflicts: [{ column: "contact", base: null, theirs: null }] });
    const [last, ...earlier] = await history(store, world.front, REGISTER, row);
    expect(last).toMatchObject({ version: 3, by: world.portfolio.name });
    expect(earlier.flatMap(({ changes }) => changes).map(({ column }) => column)).not.toContain("contact");
  });

  test("undoing what came before brings nothing of them back", async () => {
    const { row, later } = await closed(26);
    await erasePersonalData(store, world.portfolio);
    await undo(store, world.front, REGISTER, later);
    expect(await standsIn(row)).toEqual([]);
    expect(await now(row)).toMatchObject({ contact: null, rating: 5 });
  });

  test("a publish sent again whose answer is forgotten does nothing twice", async () => {
    const { row, batch } = await closed(27);
    const total = (await picture(world, world.front, REGISTER)).count;
    await erasePersonalData(store, world.portfolio);
    const cells = { title: "Lūdzu atbildēt", channel: "PHONE" };
    const again = await send(world, REGISTER, world.front, { row, base: null, cells }, batch);
    expect(again.outcome).toBe("UNCHANGED");
    expect((await picture(world, world.front, REGISTER)).count).toBe(total);
  });

  test("before the period nothing is erased, nor of what is not closed, nor where the institution keeps them", async () => {
    const { row } = await closed(23);
    const open = await apply(world, { receivedAt: monthsAgo(40), registeredAt: monthsAgo(40) });
    expect(await erasePersonalData(store, world.portfolio)).toBe(0);
    for (const id of [row, open]) expect(await now(id)).toMatchObject({ applicant: SECRETS.applicant });
    const set = (personalMonths: number | null) =>
      store.query("update institution set settings = $2::jsonb where id = $1", [
        world.front.institutionId,
        JSON.stringify({ personalMonths }),
      ]);
    await set(null);
    const { row: old } = await closed(60);
    expect(await erasePersonalData(store, world.portfolio)).toBe(0);
    await set(12);
    expect(await eraseEverywhere(store)).toBe(2);
    for (const id of [row, old]) expect(await standsIn(id)).toEqual([]);
    const [last] = await history(store, world.front, REGISTER, old);
    expect(last).toMatchObject({ by: "—" });
  });

  test("only portfolio owners ask for it, for their own institution", async () => {
    await closed(50);
    const recipient = await join(world, "Saņēmējs", ["RECIPIENT"]);
    for (const actor of [world.front, world.owner, world.provider, recipient]) {
      await expect(erasePersonalData(store, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await erasePersonalData(store, world.stranger)).toBe(0);
    expect(await erasePersonalData(store, world.portfolio)).toBe(1);
  });
});
