import { afterAll, beforeAll, expect, it } from "vitest";
import type { PushRow } from "../../schema/sync/protocol.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { created, makeWorld, newRow, pushAs, pushOne, type World } from "../support/world.ts";

/** Large pushes first trust that what seems new is new, and must find out where it is not. */
const MANY = 1_000;

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

/** That many new rows, of which the first are `odd`. */
const among = (odd: readonly PushRow[], tag: string): PushRow[] => [
  ...odd,
  ...Array.from({ length: MANY - odd.length }, (_, at) => newRow({ name: `${tag} ${at}`, code: `${tag}-${at}` })),
];
const counts = (results: readonly { readonly outcome: string }[]) => {
  const found: Record<string, number> = {};
  for (const { outcome } of results) found[outcome] = (found[outcome] ?? 0) + 1;
  return found;
};

it("a taken code among a thousand new rows is refused on its row, and the others land", async () => {
  await created(world, { code: "T-taken" });
  const { results } = await pushAs(world, world.portfolio, among([newRow({ name: "x", code: "T-taken" })], "T"));
  expect(results[0]?.refusals?.[0]).toMatchObject({ code: "DUPLICATE_CODE", column: "code" });
  expect(counts(results)).toEqual({ REFUSED: 1, APPLIED: MANY - 1 });
});

it("a thousand rows sent again in another batch, the reply lost, are recognised, also those that were refused", async () => {
  const rows = among([newRow({ name: null })], "R");
  await pushAs(world, world.portfolio, rows);
  const { results } = await pushAs(world, world.portfolio, rows);
  expect(counts(results)).toEqual({ REFUSED: 1, UNCHANGED: MANY - 1 });
});

it("one row that landed before and cannot land so again is judged as what it is among a thousand new ones", async () => {
  const row = newRow({ name: "Bija", code: "W-first" });
  await pushAs(world, world.portfolio, [row]);
  // As a new row it would lack its name; as the row it is, its name may not be emptied.
  const { results } = await pushAs(world, world.portfolio, among([{ ...row, cells: { code: "W-first" } }], "W"));
  expect(results[0]).toMatchObject({ outcome: "UNCHANGED" });
  expect(counts(results)).toEqual({ UNCHANGED: 1, APPLIED: MANY - 1 });
});

it("another institution's id among a thousand new rows is replaced, and tells nothing", async () => {
  const theirs = await pushOne(world, world.stranger, newRow({ name: "svešs" }));
  const { results } = await pushAs(
    world,
    world.portfolio,
    among([{ row: String(theirs.id), base: null, cells: { name: "Mūsu" } }], "F"),
  );
  expect(counts(results)).toEqual({ APPLIED: MANY });
  expect(results[0]?.id).not.toBe(theirs.id);
});
