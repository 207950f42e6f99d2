import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cell } from "../../../schema/registers/register.ts";
import { push } from "../../../server/sync/push.ts";
import type { Store } from "../../../server/store/store.ts";
import { putRow } from "../../support/put-rows.ts";
import { rule } from "../../support/rule.ts";
import { openTestStore } from "../../support/store.ts";
import { makeWorld, newRow, type World } from "../../support/world.ts";

let store: Store;
let world: World;
beforeAll(async () => {
  store = await openTestStore();
  world = await makeWorld(store);
});
afterAll(() => store.close());

/** Each of `writes` a push of its own, all begun at once: what became of each, in some order. */
async function atOnce(register: string, writes: readonly (readonly Readonly<Record<string, Cell>>[])[]) {
  const answers = await Promise.all(
    writes.map((rows) =>
      push(world.store, world.portfolio, {
        ...{ register, batch: crypto.randomUUID(), part: 0, dryRun: false },
        rows: rows.map(newRow),
      }),
    ),
  );
  return answers.flatMap(({ results }) => results.map(({ outcome, refusals }) => refusals?.[0]?.rule ?? outcome));
}

test(rule("DEPENDENCY_NO_CYCLE", "two writes at once that each add half of it"), async () => {
  for (let time = 0; time < 5; time++) {
    const names = [`Viens ${time}`, `Otrs ${time}`] as const;
    for (const name of names) await putRow(store, world.portfolio, "services", { name, stage: "DELIVERING" });
    const edge = (from: string, to: string) => [{ from, to, critical: true, kind: "PART" }];
    const outcomes = await atOnce("dependencies", [edge(names[0], names[1]), edge(names[1], names[0])]);
    expect(outcomes.sort()).toEqual(["APPLIED", "DEPENDENCY_NO_CYCLE"]);
  }
});

test(
  rule("SERVICE_LEVEL_NO_OVERLAP", "two drafts that two people agree on at once, and two of one write"),
  async () => {
    const subject = await putRow(store, world.portfolio, "services", { name: "Līmenis", stage: "DELIVERING" });
    const level = { ...{ subject, state: "DRAFT", availability: 99, agreedWith: "Padome" } };
    const times = { validFrom: "2026-01-01", restoreP1: 4, restoreP2: 8, restoreP3: 16, restoreP4: 32 };
    const more = { reactP1: 1, reactP2: 1, reactP3: 1, reactP4: 1, fulfilment: 10, satisfaction: 4 };
    const put = () => putRow(store, world.portfolio, "serviceLevels", { ...level, ...times, ...more });
    const agree = async (batches: readonly (readonly string[])[]) => {
      const answers = await Promise.all(
        batches.map((ids) =>
          push(world.store, world.portfolio, {
            ...{ register: "serviceLevels", batch: crypto.randomUUID(), part: 0, dryRun: false },
            rows: ids.map((row) => ({ row, base: 1, cells: { state: "AGREED" } })),
          }),
        ),
      );
      return answers
        .flatMap(({ results }) => results.map(({ outcome, refusals }) => refusals?.[0]?.rule ?? outcome))
        .sort();
    };
    const [one, two, three] = [await put(), await put(), await put()];
    expect(await agree([[one], [two]])).toEqual(["APPLIED", "SERVICE_LEVEL_NO_OVERLAP"]);
    await store.query("update service_level set state = 'DRAFT' where id = any($1)", [[one, two]]);
    await store.query("delete from service_level where id = $1", [one]);
    const rows = await store.query<{ id: string; version: number }>("select id, version from service_level");
    expect(rows.map(({ version }) => version)).toContain(1);
    const fresh = [three, await put()];
    expect(await agree([fresh])).toEqual(["APPLIED", "SERVICE_LEVEL_NO_OVERLAP"]);
  },
);
