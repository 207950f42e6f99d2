import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, newRow, pullAll, pushAs, pushOne, type World } from "../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

const edit = (
  row: { id: string; version: number },
  cells: Record<string, string | number | null | readonly string[]>,
) => ({ row: row.id, base: row.version, cells });
const rowOf = async (id: string) => (await pullAll(world, world.front)).rows.get(id);

describe("new rows", () => {
  it("a row without a code gets the next of the pattern; one with a code keeps it; numbers are never given twice", async () => {
    const first = await pushOne(world, world.portfolio, newRow({ name: "Pirmais" }));
    const second = await pushOne(world, world.portfolio, newRow({ name: "Otrais" }));
    const code = (result: typeof first) => String(result.cells?.["code"]);
    expect(code(first)).toMatch(/^P-\d{4}$/);
    expect(Number(code(second).slice(2))).toBe(Number(code(first).slice(2)) + 1);
    const typed = `P-${String(Number(code(second).slice(2)) + 1).padStart(4, "0")}`;
    const own = await pushOne(world, world.portfolio, newRow({ name: "Savs", code: typed }));
    expect(own).toMatchObject({ outcome: "APPLIED", version: 1 });
    const after = await pushOne(world, world.portfolio, newRow({ name: "Pēc tā" }));
    expect(code(after)).not.toBe(typed);
  });
  it("a code that is taken is refused, also twice in one push, and nothing else with it", async () => {
    await created(world, { code: "K-1" });
    const { results } = await pushAs(world, world.portfolio, [
      newRow({ name: "a", code: "K-1" }),
      newRow({ name: "b", code: "K-2" }),
      newRow({ name: "c", code: "K-2" }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["REFUSED", "APPLIED", "REFUSED"]);
    expect(results[0]?.refusals?.[0]).toMatchObject({ code: "DUPLICATE_CODE", column: "code" });
  });
  it("a code is judged as it is kept: one that only looks new is refused, and no row is refused with it", async () => {
    await created(world, { code: "K\nA" });
    const { results } = await pushAs(world, world.portfolio, [
      newRow({ name: "a", code: "K\rA" }),
      newRow({ name: "b", code: "K\u0000B" }),
      newRow({ name: "half \ud83d" }),
    ]);
    expect(results.map(({ outcome, refusals }) => refusals?.[0]?.code ?? outcome)).toEqual([
      "DUPLICATE_CODE",
      "APPLIED",
      "APPLIED",
    ]);
  });
  it("a code does not change once given, and an emptied one is put back", async () => {
    const row = await created(world, { code: "K-fixed" });
    expect((await pushOne(world, world.portfolio, edit(row, { code: "K-other" }))).refusals?.[0]).toMatchObject({
      code: "CODE_IS_FIXED",
    });
    expect(await pushOne(world, world.portfolio, edit(row, { code: null }))).toMatchObject({
      outcome: "UNCHANGED",
      cells: { code: "K-fixed" },
    });
  });
  it("starts in the first state, and the answer tells what was stamped or normalised and nothing else", async () => {
    const result = await pushOne(
      world,
      world.portfolio,
      newRow({ name: "  Ar malām ", owner: "janis berzins", costCentre: "0012", code: "N-1" }),
    );
    expect(result).toMatchObject({ outcome: "APPLIED", version: 1, retired: false });
    expect(result.cells).toEqual({ name: "Ar malām", owner: "Jānis Bērziņš", stage: "PLANNING" });
  });
  it("good rows land although others are refused, each with its reason, column and what to write instead", async () => {
    const { results } = await pushAs(world, world.portfolio, [
      newRow({ name: null }),
      newRow({ name: "ok" }),
      newRow({ name: "x", stage: "Nezināms" }),
      newRow({ name: "x", reviewDue: "drīz" }),
      newRow({ name: "x", nonsense: 1 }),
      newRow({ name: "x", owner: "Neviens" }),
      newRow({ name: "x", providers: ["Pēteris Krūmiņš"] }),
      newRow({ name: "x", deliveredSince: "2026-05-01", reviewDue: "2026-04-01" }),
    ]);
    expect(
      results.map(
        ({ outcome, refusals }) => refusals?.map(({ code, column }) => `${code} ${column}`).join() ?? outcome,
      ),
    ).toEqual([
      "REQUIRED name",
      "APPLIED",
      "NOT_AN_OPTION stage",
      "NOT_A_DATE reviewDue",
      "UNKNOWN_COLUMN nonsense",
      "UNKNOWN_REFERENCE owner",
      "AMBIGUOUS_REFERENCE providers",
      "RULE reviewDue",
    ]);
    expect(results[6]?.refusals?.[0]?.allowed?.map(({ lv }) => lv)).toEqual([
      "Pēteris Krūmiņš (PER-5)",
      "Pēteris Krūmiņš (PER-6)",
    ]);
  });
  it("several states at once are walked, or refused whole, naming the step that fails", async () => {
    const whole = { name: "x", owner: "Jānis Bērziņš", providers: ["Anna Ozola"], description: "apraksts" };
    expect(await pushOne(world, world.portfolio, newRow({ ...whole, stage: "INTRODUCING" }))).toMatchObject({
      outcome: "APPLIED",
    });
    const unmeasured = await pushOne(world, world.portfolio, newRow({ ...whole, stage: "IMPROVING" }));
    expect(unmeasured.refusals?.map(({ rule }) => rule)).toEqual([
      "SERVICE_DELIVERED_AGREED",
      "SERVICE_DELIVERED_MEASURED",
    ]);
    const lacking = await pushOne(world, world.portfolio, newRow({ ...whole, description: null, stage: "IMPROVING" }));
    expect(lacking.refusals).toEqual([expect.objectContaining({ code: "STEP_NEEDS", column: "description" })]);
  });
  it("text that looks like a formula, a number or a token stays the text it is", async () => {
    const cells = {
      costCentre: "0012",
      name: "=1+1",
      legalBasis: "-5",
      description: "@x",
      holder: '\u0001raw:1 "\\ \u2028 ļ',
      lifeSituation: "12345678901234567890",
    };
    const row = await created(world, cells);
    expect(await rowOf(row.id)).toMatchObject(cells);
  });
  it("a UUID that another institution's row bears gets another one, and tells nothing", async () => {
    const theirs = await pushOne(world, world.stranger, newRow({ name: "svešs" }));
    const mine = await pushOne(world, world.portfolio, { row: String(theirs.id), base: null, cells: { name: "mans" } });
    expect(mine.outcome).toBe("APPLIED");
    expect(mine.id).not.toBe(theirs.id);
    expect((await pullAll(world, world.stranger)).rows.get(String(theirs.id))).toMatchObject({ name: "svešs" });
  });
});

describe("edits", () => {
  it("only what changed is written; the version rises by one; the same value again changes nothing", async () => {
    const row = await created(world, { description: "vecs", holder: "A" });
    expect(await pushOne(world, world.portfolio, edit(row, { description: "jauns" }))).toEqual({
      row: row.id,
      outcome: "APPLIED",
      id: row.id,
      version: 2,
      retired: false,
    });
    expect(await pushOne(world, world.portfolio, edit({ ...row, version: 2 }, { description: "jauns" }))).toMatchObject(
      { outcome: "UNCHANGED", version: 2 },
    );
    expect(await rowOf(row.id)).toMatchObject({ description: "jauns", holder: "A", version: 2 });
  });
  it("others' changes of other cells are kept and told: MERGED", async () => {
    const row = await created(world, { owner: "Jānis Bērziņš" });
    await pushOne(world, world.owner, edit(row, { holder: "viņu" }));
    const mine = await pushOne(world, world.portfolio, edit(row, { description: "mans" }));
    expect(mine).toMatchObject({ outcome: "MERGED", version: 3, cells: { holder: "viņu" } });
    expect(await rowOf(row.id)).toMatchObject({ holder: "viņu", description: "mans" });
  });
  it("others' change of the same cell is a conflict with base, mine, theirs, by whom and when; nothing of the row lands", async () => {
    const row = await created(world, { holder: "bija", owner: "Jānis Bērziņš" });
    await pushOne(world, world.owner, edit(row, { holder: "starp" }));
    await pushOne(world, world.owner, edit({ ...row, version: 2 }, { holder: "viņu" }));
    const mine = await pushOne(world, world.portfolio, edit(row, { holder: "mans", description: "arī mans" }));
    expect(mine).toMatchObject({
      outcome: "CONFLICT",
      version: 3,
      conflicts: [{ column: "holder", base: "bija", mine: "mans", theirs: "viņu", by: "Jānis Bērziņš" }],
    });
    expect(Math.abs(Date.now() - Date.parse(mine.conflicts?.[0]?.at ?? ""))).toBeLessThan(60_000);
    expect(await rowOf(row.id)).toMatchObject({ holder: "viņu", description: null });
    // Chosen: mine, against the version that theirs has.
    expect(await pushOne(world, world.portfolio, edit({ ...row, version: 3 }, { holder: "mans" }))).toMatchObject({
      outcome: "APPLIED",
      version: 4,
    });
  });
  it("the same change made by both is no conflict", async () => {
    const row = await created(world, { owner: "Jānis Bērziņš" });
    await pushOne(world, world.owner, edit(row, { holder: "viens" }));
    expect(await pushOne(world, world.portfolio, edit(row, { holder: "viens" }))).toMatchObject({
      outcome: "UNCHANGED",
      version: 2,
    });
  });
  it("a version beyond the row's own, of a state that a backup replaced, hides no conflict", async () => {
    const row = await created(world, { holder: "a", owner: "Jānis Bērziņš" });
    await pushOne(world, world.owner, edit(row, { holder: "b" }));
    expect(await pushOne(world, world.portfolio, edit({ ...row, version: 9 }, { holder: "c" }))).toMatchObject({
      outcome: "CONFLICT",
    });
  });
  it("a row whose id is written in capitals the second time is refused too", async () => {
    const row = newRow({ name: "Divreiz" });
    const { results } = await pushAs(world, world.portfolio, [row, { ...row, row: row.row.toUpperCase() }]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED"]);
  });
  it("a row sent twice in one push is refused the second time", async () => {
    const row = await created(world);
    const { results } = await pushAs(world, world.portfolio, [edit(row, { holder: "a" }), edit(row, { holder: "b" })]);
    expect(results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED"]);
    expect(results[1]?.refusals?.[0]?.code).toBe("DUPLICATE_ROW");
  });
  it("lists are compared as lists and emptied to nothing", async () => {
    const row = await created(world, { recipientGroups: ["CITIZEN", "BUSINESS"] });
    expect(
      await pushOne(world, world.portfolio, edit(row, { recipientGroups: ["Businesses", "Citizens"] })),
    ).toMatchObject({ outcome: "UNCHANGED" });
    expect(await pushOne(world, world.portfolio, edit(row, { recipientGroups: null }))).toMatchObject({
      outcome: "APPLIED",
    });
    expect(await rowOf(row.id)).toMatchObject({ recipientGroups: null });
  });
});

describe("rights", () => {
  it("only the portfolio owner creates", async () => {
    for (const actor of [world.owner, world.provider, world.front]) {
      const result = await pushOne(world, actor, newRow({ name: "x" }));
      expect(result).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "FORBIDDEN", column: null }] });
      expect(result.refusals?.[0]?.message.lv).toContain("Iestādes pakalpojumu kopuma saimnieks");
    }
  });
  it("the owner edits the service that names him and no other, and not who owns it", async () => {
    const his = await created(world, { owner: "Jānis Bērziņš" });
    const another = await created(world, {});
    expect(await pushOne(world, world.owner, edit(his, { holder: "a" }))).toMatchObject({ outcome: "APPLIED" });
    expect((await pushOne(world, world.owner, edit(another, { holder: "a" }))).refusals?.[0]).toMatchObject({
      code: "FORBIDDEN",
      column: "holder",
    });
    expect(
      (await pushOne(world, world.owner, edit({ ...his, version: 2 }, { owner: "Anna Ozola" }))).refusals?.[0],
    ).toMatchObject({ code: "FORBIDDEN", column: "owner" });
  });
  it("another institution's row is not found, as one that never was", async () => {
    const row = await created(world);
    const real = await pushOne(world, world.stranger, edit(row, { holder: "a" }));
    const never = await pushOne(world, world.stranger, edit({ id: crypto.randomUUID(), version: 1 }, { holder: "a" }));
    expect(real).toEqual({ ...never, row: row.id });
    expect(never.refusals?.[0]?.code).toBe("NOT_FOUND");
  });
  it("the portfolio owner retires with a reason; a retired row changes no more", async () => {
    const row = await created(world, { owner: "Jānis Bērziņš" });
    const retire = { row: row.id, base: 1, cells: { retireReason: "vairs nav" }, retire: true };
    expect((await pushOne(world, world.owner, { ...retire, cells: {} })).outcome).toBe("REFUSED");
    expect((await pushOne(world, world.portfolio, { ...retire, cells: {} })).refusals?.[0]).toMatchObject({
      code: "STEP_NEEDS",
      column: "retireReason",
    });
    expect(await pushOne(world, world.portfolio, retire)).toMatchObject({
      outcome: "APPLIED",
      retired: true,
      cells: { stage: "RETIRED" },
    });
    expect(
      (await pushOne(world, world.portfolio, edit({ ...row, version: 2 }, { holder: "a" }))).refusals?.[0]?.code,
    ).toBe("RETIRED");
  });
});

describe("batches", () => {
  it("the same batch and part again is answered from memory and not applied twice", async () => {
    const batch = crypto.randomUUID();
    const rows = [newRow({ name: "vienreiz" })];
    const first = await pushAs(world, world.portfolio, rows, { batch });
    const again = await pushAs(world, world.portfolio, rows, { batch });
    expect(again).toEqual({ ...first, repeated: true });
    expect((await pushAs(world, world.portfolio, [newRow({ name: "daļa" })], { batch, part: 1 })).repeated).toBe(false);
  });
  it("two requests of one batch at once are one", async () => {
    const batch = crypto.randomUUID();
    const rows = [newRow({ name: "reizē" })];
    const both = await Promise.all([
      pushAs(world, world.portfolio, rows, { batch }),
      pushAs(world, world.portfolio, rows, { batch }),
    ]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(both[0]?.results).toEqual(both[1]?.results);
  });
  it("another content or another person under the same batch is refused", async () => {
    const batch = crypto.randomUUID();
    const rows = [newRow({ name: "a" })];
    await pushAs(world, world.portfolio, rows, { batch });
    await expect(pushAs(world, world.portfolio, [newRow({ name: "b" })], { batch })).rejects.toMatchObject({
      code: "BATCH_REUSED",
    });
    await expect(pushAs(world, world.owner, rows, { batch })).rejects.toMatchObject({ code: "BATCH_REUSED" });
  });
  it("what a server of another version was asked is answered from memory, where the same rows are sent again", async () => {
    const batch = crypto.randomUUID();
    const rows = [newRow({ name: "pirms atjaunināšanas" }), newRow({ name: "arī" })];
    const first = await pushAs(world, world.portfolio, rows, { batch });
    await store.query("update batch set request = 'of another form' where id = $1", [batch]);
    const again = await pushAs(world, world.portfolio, rows, { batch });
    expect(again).toEqual({ ...first, repeated: true });
    for (const others of [rows.slice(1), [newRow({ name: "x" }), newRow({ name: "y" })]])
      await expect(pushAs(world, world.portfolio, others, { batch })).rejects.toMatchObject({ code: "BATCH_REUSED" });
    await expect(pushAs(world, world.owner, rows, { batch })).rejects.toMatchObject({ code: "BATCH_REUSED" });
  });
  it("a new row sent again in another batch, its reply lost, is recognised: unchanged, or merged with what was typed since", async () => {
    const row = newRow({ name: "pazudusi atbilde", holder: "A" });
    await pushAs(world, world.portfolio, [row]);
    expect(await pushOne(world, world.portfolio, row)).toMatchObject({ outcome: "UNCHANGED", version: 1 });
    expect(await pushOne(world, world.portfolio, { ...row, cells: { ...row.cells, holder: "B" } })).toMatchObject({
      outcome: "APPLIED",
      version: 2,
    });
  });
  it("a dry run answers as the real one would and leaves nothing behind", async () => {
    const rows = [newRow({ name: "izmēģinājums" }), newRow({ name: null })];
    const batch = crypto.randomUUID();
    const dry = await pushAs(world, world.portfolio, rows, { batch, dryRun: true });
    expect(dry.results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED"]);
    expect(await rowOf(String(rows[0]?.row))).toBeUndefined();
    const real = await pushAs(world, world.portfolio, rows, { batch });
    expect({ ...real, dryRun: true }).toEqual(dry);
  });
  it("creations of many people at once all get codes of their own", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => pushAs(world, world.portfolio, [newRow({ name: "a" }), newRow({ name: "b" })])),
    );
    const codes = answers.flatMap(({ results }) => results.map(({ cells }) => cells?.["code"]));
    expect(new Set(codes).size).toBe(16);
  });
});
