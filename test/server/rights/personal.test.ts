import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, ListQuery } from "../../../schema/api/context.ts";
import { SaimeError } from "../../../schema/messages/errors.ts";
import type { Store } from "../../../server/store/store.ts";
import { history } from "../../../server/sync/history.ts";
import { findRow, listRows } from "../../../server/sync/list.ts";
import { steps } from "../../../server/sync/steps.ts";
import { undo } from "../../../server/sync/undo.ts";
import { addService, apply, join, picture, SECRETS, send } from "../../support/applications.ts";
import { putRow } from "../../support/put-rows.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, type World } from "../../support/world.ts";

const REGISTER = "applications";
const QUERY: ListQuery = { where: [], orderBy: [], includeRetired: false, limit: 100 };

let store: Store;
let world: World;
let [colleague, otherProvider, applicant]: Actor[] = [];
let [mine, others, applicants]: string[] = [];
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
  colleague = await join(world, "Kārlis Kolēģis");
  otherProvider = await join(world, "Otrs Sniedzējs", ["SERVICE_PROVIDER"]);
  applicant = await join(world, "Zane Lietotāja", ["RECIPIENT"]);
  await addService(world, "Pases");
  mine = await apply(world, { service: "Pases" });
  others = await apply(world);
  applicants = await apply(world, { applicantPerson: "Zane Lietotāja" });
});
afterAll(() => store.close());

const values = Object.values(SECRETS);
/** Whether anything an applicant said of themselves stands in what was told. */
const tells = (told: unknown) => values.some((value) => JSON.stringify(told).includes(value));
const row = (id: string | undefined) => id ?? "";

/** Every way in which a row comes out of the server, for one who may read it. */
async function waysOut(actor: Actor, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await picture(world, actor, REGISTER);
  const listed = await listRows(store, actor, REGISTER, QUERY);
  return {
    pulled: rows.get(id),
    listed: listed.rows.find((one) => one.id === id),
    found: await findRow(store, actor, REGISTER, { id }),
    history: await history(store, actor, REGISTER, id),
  };
}

describe(rule("PERSONAL_DATA_FOR_THOSE_CONCERNED"), () => {
  test("the front office sees those of every application", async () => {
    for (const id of [mine, others]) {
      for (const told of Object.values(await waysOut(world.front, row(id)))) expect(tells(told)).toBe(true);
    }
  });
  test("owner and provider see those of their service's applications, and of no others", async () => {
    for (const actor of [world.owner, world.provider]) {
      for (const told of Object.values(await waysOut(actor, row(mine)))) expect(tells(told)).toBe(true);
      for (const told of Object.values(await waysOut(actor, row(others)))) expect(tells(told)).toBe(false);
    }
  });
  test("nobody else of the institution sees any, portfolio owners and assigned providers of other services among them", async () => {
    for (const actor of [world.portfolio, colleague, otherProvider] as Actor[]) {
      for (const id of [mine, others]) {
        const told = await waysOut(actor, row(id));
        expect(told["found"]).not.toBeNull();
        expect(told["pulled"]).toMatchObject({ title: "Lūdzu atbildēt", applicant: null, contact: null, text: null });
        expect(told["history"]).toHaveLength(1);
        expect(tells(told)).toBe(false);
      }
    }
  });
  test("somebody provider of one service by an assigned role sees those of that service's applications", async () => {
    const { rows } = await picture(world, world.front, "services");
    const [service] = [...rows.values()].filter(({ name }) => name === "Pases");
    const scoped = [{ role: "SERVICE_PROVIDER" as const, scope: String(service?.["id"]) }];
    const actor = { ...(otherProvider as Actor), scoped };
    for (const told of Object.values(await waysOut(actor, row(mine)))) expect(tells(told)).toBe(true);
    for (const told of Object.values(await waysOut(actor, row(others)))) expect(tells(told)).toBe(false);
  });
  test("who may not see them all neither filters nor orders by them", async () => {
    const where = [{ column: "applicant", op: "contains" as const, value: "Zane" }];
    const orderBy = [{ column: "contact", direction: "ASC" as const }];
    for (const actor of [world.portfolio, world.owner, colleague] as Actor[]) {
      for (const query of [
        { ...QUERY, where },
        { ...QUERY, orderBy },
      ]) {
        const asked = listRows(store, actor, REGISTER, query);
        await expect(asked).rejects.toThrow(SaimeError);
        await expect(asked).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
    expect((await listRows(store, world.front, REGISTER, { ...QUERY, where })).total).toBe(3);
  });
});

describe(rule("PERSONAL_DATA_NOT_LOST_UNSEEN"), () => {
  test("an empty cell that hides something erases nothing; anything else is refused, what stands there or not", async () => {
    const id = await apply(world, { service: "Pases" });
    const empty = { applicant: null, contact: null, text: "" };
    const actor = { ...world.owner, personId: (colleague as Actor).personId, roles: ["FRONT_OFFICE"] as const };
    const masked = await send(world, REGISTER, otherProvider as Actor, { row: id, base: 1, cells: empty });
    expect(masked).toMatchObject({ outcome: "UNCHANGED" });
    for (const contact of ["cits@paraugs.lv", SECRETS.contact]) {
      const told = await send(world, REGISTER, otherProvider as Actor, { row: id, base: 1, cells: { contact } });
      expect(told).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "FORBIDDEN", column: "contact" }] });
    }
    const { rows } = await picture(world, actor, REGISTER);
    expect(rows.get(id)).toMatchObject(SECRETS);
  });
  test("answers of a push and of undoing tell nothing that is hidden", async () => {
    const id = await apply(world, { service: "Pases" });
    const [batch, theirs] = [crypto.randomUUID(), "zane.jauna@paraugs.lv"];
    await send(
      world,
      REGISTER,
      world.provider,
      { row: id, base: 1, cells: { contact: theirs, priority: "P2" } },
      batch,
    );
    // The service is somebody else's from now on.
    await addService(world, "Citas");
    await store.query("update service set owner = null, providers = '{}' where name = 'Citas'");
    await send(world, REGISTER, world.front, {
      row: id,
      base: 2,
      cells: { service: "Citas", contact: "vēl@jauns.lv" },
    });
    const late = await send(world, REGISTER, world.provider, {
      ...{ row: id, base: 1 },
      cells: { priority: "P3", contact: "x@y.lv" },
    });
    const conflict = await send(world, REGISTER, world.provider, { row: id, base: 1, cells: { priority: "P3" } });
    const same = await send(world, REGISTER, world.provider, { row: id, base: 1, cells: { priority: "P2" } });
    expect(late.outcome).toBe("REFUSED");
    expect(conflict).toMatchObject({ outcome: "CONFLICT", conflicts: [{ column: "priority" }] });
    expect(same.outcome).toBe("UNCHANGED");
    const undone = await undo(store, world.provider, REGISTER, batch);
    expect(undone.results).toMatchObject([{ outcome: "REFUSED" }]);
    for (const told of [late, conflict, same, undone]) expect(JSON.stringify(told)).not.toMatch(/jauna?[@.]|zane/iu);
  });
});

describe(rule("RECIPIENT_READS_OWN"), () => {
  test("a recipient sees their own application with what they said, and no other in any way", async () => {
    const actor = applicant as Actor;
    for (const told of Object.values(await waysOut(actor, row(applicants)))) expect(tells(told)).toBe(true);
    expect((await picture(world, actor, REGISTER)).rows.size).toBe(1);
    expect((await listRows(store, actor, REGISTER, QUERY)).total).toBe(1);
    for (const id of [row(mine), crypto.randomUUID()]) {
      const told = await waysOut(actor, id);
      expect(told).toEqual({ pulled: undefined, listed: undefined, found: null, history: [] });
      expect(await steps(store, actor, REGISTER, id)).toEqual([]);
    }
  });
  test("to write to another's application is answered as if it were not there", async () => {
    const answers = [];
    for (const id of [row(mine), crypto.randomUUID()]) {
      const told = await send(world, REGISTER, applicant as Actor, { row: id, base: 1, cells: { rating: 1 } });
      answers.push({ ...told, row: "" });
    }
    expect(answers[0]).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "NOT_FOUND" }] });
    expect(answers[0]).toEqual(answers[1]);
  });
  test("an id that another's application bears makes a row of its own", async () => {
    const cells = { title: "Mans", channel: "WEB", applicantPerson: "Zane Lietotāja" };
    const told = await send(world, REGISTER, applicant as Actor, { row: row(others), base: null, cells });
    expect(told.outcome).toBe("APPLIED");
    expect(told.id).not.toBe(others);
  });
  test("registers their own, names nobody else, and learns of no code or record", async () => {
    const actor = applicant as Actor;
    const own = { title: "Mans", channel: "WEB", applicantPerson: "Zane Lietotāja" };
    const result = (cells: Readonly<Record<string, string>>) =>
      send(world, REGISTER, actor, { row: crypto.randomUUID(), base: null, cells: { ...own, ...cells } });
    expect(await result({ service: "Pases", text: "Lūdzu" })).toMatchObject({ outcome: "APPLIED" });
    expect(await result({ applicantPerson: world.front.name })).toMatchObject({ outcome: "REFUSED" });
    const { rows } = await picture(world, world.front, REGISTER);
    for (const code of [String(rows.get(row(mine))?.["code"]), "PIET-2026-99999"]) {
      expect(await result({ code })).toMatchObject({ refusals: [{ code: "FORBIDDEN", column: "code" }] });
    }
    const known = await result({ assignee: world.front.name });
    const unknown = await result({ assignee: "Nav Tāda" });
    expect(known.refusals?.[0]).toMatchObject({ code: "UNKNOWN_REFERENCE", column: "assignee" });
    expect(JSON.stringify(known.refusals).replaceAll(world.front.name, "")).toBe(
      JSON.stringify(unknown.refusals).replaceAll("Nav Tāda", ""),
    );
  });
  test("of the record that their application opened they learn the code, not the title", async () => {
    const incident = await putRow(store, world.front, "incidents", {
      title: "Ielaušanās serverī",
      code: "INC-2026-00007",
    });
    const id = await apply(world, { applicantPerson: "Zane Lietotāja" });
    await store.query("update application set opened = $1 where id = $2", [incident, id]);
    const named = async (actor: Actor) => {
      const listed = await listRows(store, actor, REGISTER, QUERY);
      const found = await findRow(store, actor, REGISTER, { id });
      return [listed.rows.find((one) => one.id === id), found].map((one) => one?.cells["opened"]);
    };
    const opened = { id: incident, code: "INC-2026-00007", name: "INC-2026-00007", register: "incidents" };
    expect(await named(applicant as Actor)).toEqual([opened, opened]);
    const whole = { ...opened, name: "Ielaušanās serverī" };
    expect(await named(world.front)).toEqual([whole, whole]);
  });
  test("what names them no more is gone at the next pull", async () => {
    const actor = await join(world, "Pēc Tam", ["RECIPIENT"]);
    const id = await apply(world, { applicantPerson: "Pēc Tam" });
    const { cursor, rows } = await picture(world, actor, REGISTER);
    expect([...rows.keys()]).toEqual([id]);
    await send(world, REGISTER, world.front, { row: id, base: 1, cells: { applicantPerson: null } });
    expect(await picture(world, actor, REGISTER, cursor)).toMatchObject({ full: true, count: 0 });
  });
  test("of all other registers a recipient sees nothing", async () => {
    for (const register of ["services", "incidents", "people", "measurements"]) {
      await expect(picture(world, applicant as Actor, register)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
