import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, id, PASSPORT, startApi } from "../support/api.ts";

let server: Api;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.close());

describe("another institution", () => {
  test("sees none of the rows, by no query", async () => {
    const { stranger } = server.world;
    const { data, errors } = await server.ask(
      stranger,
      `{ a: service(id: "${PASSPORT}") { id } b: service(code: "P-0003") { name }
         services { totalCount nodes { name } } pull(register: "services") }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      a: null,
      b: null,
      services: { totalCount: 1, nodes: [{ name: "Svešs pakalpojums" }] },
    });
    expect(JSON.stringify(data)).not.toContain("Pases");
    const { data: history } = await server.ask(
      stranger,
      `{ history(register: "services", row: "${PASSPORT}") { by } }`,
    );
    expect(history).toEqual({ history: [] });
  });

  test("cannot tell a row of ours from one that does not exist", async () => {
    const { stranger } = server.world;
    const answers = await Promise.all(
      [PASSPORT, id()].map(async (row) => {
        const { data } = await server.push(stranger, [{ row, base: 1, cells: { name: "Mēģinājums" } }]);
        return data.push.results.map(({ outcome, refusals, id: given }) => ({ outcome, refusals, given }));
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    const undo = async (batch: string) =>
      (await server.ask(stranger, `mutation { undo(register: "services", batch: "${batch}") { batch } }`)).errors;
    const batch = id();
    await server.push(server.world.portfolio, [{ row: id(), cells: { name: "Mūsu" } }], { batch });
    expect((await undo(batch)).map(({ message }) => message)).toEqual((await undo(id())).map(({ message }) => message));
  });

  test("people of it cannot be named in our rows", async () => {
    const { data } = await server.push(server.world.portfolio, [
      { row: id(), cells: { name: "Ar svešu saimnieku", owner: server.world.stranger.name } },
    ]);
    expect(data.push.results[0]?.refusals.map(({ code }) => code)).toEqual(["UNKNOWN_REFERENCE"]);
  });
});

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
