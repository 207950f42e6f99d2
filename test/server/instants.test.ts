import { expect, test } from "vitest";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { pull } from "../../server/sync/pull.ts";
import { push } from "../../server/sync/push.ts";
import { putRow } from "../support/put-rows.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld, newRow } from "../support/world.ts";

test("an instant is kept in one form: sent again it is no change, and a pull gives it as it was sent", async () => {
  const store = await openTestStore();
  try {
    const { portfolio } = await makeWorld(store);
    await putRow(store, portfolio, "services", { name: "Izziņas", stage: "DELIVERING" });
    const write = async (rows: Parameters<typeof push>[2]["rows"]) => {
      const request = { register: "incidents", batch: crypto.randomUUID(), part: 0, dryRun: false, rows };
      return (await push(store, portfolio, request)).results[0];
    };
    const detectedAt = "2026-01-05T08:00:00Z";
    const first = newRow({ title: "x", subject: "Izziņas", source: "PERSON", detectedAt });
    expect(await write([first])).toMatchObject({ outcome: "APPLIED" });
    expect(await write([{ row: first.row, base: 1, cells: { detectedAt } }])).toMatchObject({ outcome: "UNCHANGED" });
    const page = JSON.parse(Buffer.from(await pull(store, portfolio, "incidents", null, null)).toString()) as PullPage;
    expect(page.values[page.columns.indexOf("detectedAt")]).toEqual([detectedAt]);
  } finally {
    await store.close();
  }
});
