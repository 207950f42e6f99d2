import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, ARCHIVE, id, PASSPORT, type Person, type Sent, startApi } from "../support/api.ts";

let server: Api;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.close());

describe("push", () => {
  test("answers row by row, refusals in the language asked for, and the whole as JSON", async () => {
    const rows = [
      { row: id(), cells: { name: "Labs pakalpojums" } },
      { row: id(), cells: { name: "" } },
      { row: id(), cells: { name: "Slikts posms", stage: "NEKAD" } },
    ];
    const { data } = await server.push(server.world.portfolio, rows, { language: "en" });
    expect(data.push.results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED", "REFUSED"]);
    const [, empty, wrong] = data.push.results;
    expect(empty).toMatchObject({ id: null, refusals: [{ code: "REQUIRED", column: "name" }] });
    expect(wrong?.refusals[0]).toMatchObject({ code: "NOT_AN_OPTION", column: "stage" });
    expect(wrong?.refusals[0]?.allowed).toContain("Planning");
    expect(data.push.json.results.map(({ row, outcome }) => [row, outcome])).toEqual(
      data.push.results.map(({ row, outcome }) => [row, outcome]),
    );
    const latvian = await server.push(server.world.portfolio, [{ row: id(), cells: { name: "x", stage: "NEKAD" } }]);
    expect(latvian.data.push.results[0]?.refusals[0]?.allowed).toContain("Plānošana");
  });

  test("a message can be asked for in either language whatever the request's", async () => {
    const { data } = await server.ask<{ push: { results: { refusals: Record<string, string>[] }[] } }>(
      server.world.portfolio,
      `mutation($batch: ID!, $rows: [PushRowInput!]!) { push(register: "services", batch: $batch, rows: $rows) {
        results { refusals { own: message lv: message(language: lv) en: message(language: en) } } } }`,
      { variables: { batch: id(), rows: [{ row: id(), cells: { name: null } }] }, language: "en" },
    );
    const [refusal] = data.push.results[0]?.refusals ?? [];
    expect(refusal?.["own"]).toBe(refusal?.["en"]);
    expect(refusal?.["lv"]).not.toBe(refusal?.["en"]);
  });

  test("sent again is answered from memory; other content under the same batch is refused", async () => {
    const batch = id();
    const rows = [{ row: id(), cells: { name: "Vienreiz" } }];
    const first = await server.push(server.world.portfolio, rows, { batch });
    const again = await server.push(server.world.portfolio, rows, { batch });
    expect(first.data.push.repeated).toBe(false);
    expect(again.data.push.repeated).toBe(true);
    expect(again.data.push.results).toEqual(first.data.push.results);
    const other = await server.push(server.world.portfolio, [{ row: id(), cells: { name: "Cits" } }], { batch });
    expect(other.errors[0]?.extensions.code).toBe("BATCH_REUSED");
  });

  test("as a dry run says the same and writes nothing", async () => {
    const row = id();
    const { data } = await server.push(server.world.portfolio, [{ row, cells: { name: "Tikai pārbaude" } }], {
      dryRun: true,
    });
    expect(data.push).toMatchObject({ dryRun: true, results: [{ outcome: "APPLIED" }] });
    const found = await server.ask(server.world.portfolio, `{ service(id: "${row}") { id } }`);
    expect(found.data).toEqual({ service: null });
  });

  test("two people changing one cell is a conflict that names the other", async () => {
    const row = id();
    await server.push(server.world.portfolio, [{ row, cells: { name: "Sākums", owner: server.world.owner.name } }]);
    await server.push(server.world.owner, [{ row, base: 1, cells: { name: "Saimnieka" } }]);
    const { data } = await server.push(server.world.portfolio, [{ row, base: 1, cells: { name: "Vadītājas" } }]);
    expect(data.push.results[0]).toMatchObject({
      outcome: "CONFLICT",
      conflicts: [{ column: "name", base: "Sākums", mine: "Vadītājas", theirs: "Saimnieka", by: "Jānis Bērziņš" }],
    });
    expect(Date.parse(data.push.results[0]?.conflicts[0]?.at ?? "")).not.toBeNaN();
  });

  test("whoever has no right is refused on the row; an owner changes only what is the owner's", async () => {
    const { front, owner } = server.world;
    const outcome = async (who: Person, sent: Sent) => {
      const [result] = (await server.push(who, [sent])).data.push.results;
      return [result?.outcome, result?.refusals.map(({ code }) => code)];
    };
    expect(await outcome(front, { row: id(), cells: { name: "Nedrīkst" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(front, { row: ARCHIVE, base: 1, cells: { name: "x" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(owner, { row: ARCHIVE, base: 1, cells: { name: "x" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(owner, { row: PASSPORT, base: 1, cells: { owner: null } })).toEqual([
      "REFUSED",
      ["FORBIDDEN"],
    ]);
    expect(await outcome(owner, { row: PASSPORT, base: 1, cells: { link: "https://example.lv/" } })).toEqual([
      "APPLIED",
      [],
    ]);
  });

  test("a row that is spelt in capitals is answered as it was spelt", async () => {
    const row = id().toUpperCase();
    const { data } = await server.push(server.world.portfolio, [{ row, cells: { name: "Lielie burti" } }]);
    expect(data.push.results[0]).toMatchObject({ row, outcome: "APPLIED", id: row.toLowerCase() });
  });

  test("what is no row, batch or cell at all is a bad request", async () => {
    const { portfolio } = server.world;
    for (const asked of [
      server.push(portfolio, [{ row: "1", cells: {} }]),
      server.push(portfolio, [{ row: id(), cells: [] }]),
      server.push(portfolio, [{ row: id(), cells: { name: { deep: true } } }]),
      server.push(portfolio, [{ row: id(), cells: { name: [1] } }]),
      server.push(portfolio, [], { batch: "1" }),
    ]) {
      expect((await asked).errors[0]?.extensions.code).toBe("BAD_REQUEST");
    }
  });
});

describe("undo and history", () => {
  test("a publish is taken back, and the row's history tells all of it", async () => {
    const { portfolio } = server.world;
    const row = id();
    await server.push(portfolio, [{ row, cells: { name: "Pirms" } }]);
    const batch = id();
    await server.push(portfolio, [{ row, base: 1, cells: { name: "Pēc" } }], { batch });
    const undone = await server.ask<{ undo: { batch: string; undoneBy: string; results: object[]; json: object } }>(
      portfolio,
      `mutation { undo(register: "services", batch: "${batch}") { batch undoneBy results { row outcome } json } }`,
    );
    expect(undone.data.undo).toMatchObject({ batch, results: [{ row, outcome: "APPLIED" }], json: { batch } });
    const { data } = await server.ask<{ history: { kind: string; by: string; version: number; changes: object[] }[] }>(
      portfolio,
      `{ history(register: "services", row: "${row}") { version at by kind batch changes { column from to } } }`,
    );
    expect(data.history.map(({ version, kind, by }) => [version, kind, by])).toEqual([
      [3, "UNDO", "Ilze Kalniņa"],
      [2, "CHANGE", "Ilze Kalniņa"],
      [1, "CREATE", "Ilze Kalniņa"],
    ]);
    expect(data.history[1]?.changes).toEqual([{ column: "name", from: "Pirms", to: "Pēc" }]);
    const again = await server.ask(portfolio, `mutation { undo(register: "services", batch: "${id()}") { batch } }`);
    expect(again.errors[0]?.extensions.code).toBe("NOTHING_TO_UNDO");
  });
});

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
