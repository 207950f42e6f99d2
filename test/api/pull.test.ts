import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { type Api, ARCHIVE, id, PASSPORT, PERMIT, type Person, startApi } from "../support/api.ts";

let server: Api;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.close());

describe("registers", () => {
  const registers = async (who: Person) => {
    const { data } = await server.ask<{ registers: { key: string }[] }>(
      who,
      "{ registers { key label { lv en } rows mayCreate mayEdit mayRetire } }",
    );
    // Every register is told in one way; one is enough to look at.
    return data.registers.filter(({ key }) => key === "services");
  };
  const label = { lv: "Pakalpojumi", en: "Services" };

  test("say what each person may do", async () => {
    const { portfolio, owner, provider, front } = server.world;
    const base = { key: "services", label, rows: 3 };
    expect(await registers(portfolio)).toEqual([{ ...base, mayCreate: true, mayEdit: true, mayRetire: true }]);
    expect(await registers(owner)).toEqual([{ ...base, mayCreate: false, mayEdit: true, mayRetire: false }]);
    for (const nobody of [provider, front]) {
      expect(await registers(nobody)).toEqual([{ ...base, mayCreate: false, mayEdit: false, mayRetire: false }]);
    }
  });

  test("count the rows of one's own institution only", async () => {
    expect(await registers(server.world.stranger)).toMatchObject([{ rows: 1 }]);
  });

  test("that do not exist are told so", async () => {
    const { errors } = await server.ask(server.world.front, '{ pull(register: "toString") }', { language: "en" });
    expect(errors).toMatchObject([{ message: "There is no such register.", extensions: { code: "UNKNOWN_REGISTER" } }]);
  });
});

describe("pull", () => {
  const pull = async (who: Person, since: string | null = null, bytes: number | null = null) => {
    const { data } = await server.ask<{ pull: PullPage }>(
      who,
      'query($since: String, $bytes: Int) { pull(register: "services", since: $since, bytes: $bytes) }',
      { variables: { since, bytes } },
    );
    return data.pull;
  };
  const column = (page: PullPage, name: string) => page.values[page.columns.indexOf(name)] ?? [];

  test("gives the whole register, then only what changed", async () => {
    const { front, portfolio } = server.world;
    const page = await pull(front);
    expect(page.columns.slice(0, 3)).toEqual(["id", "version", "retired"]);
    expect(page.full).toBe(true);
    expect([...column(page, "name")].sort()).toEqual([
      "Arhīva izziņa",
      "Būvatļauja 100% tiešsaistē",
      "Pases izsniegšana",
    ]);
    expect(column(page, "costCentre")).toContain("0012");
    expect((await pull(front, page.cursor)).count).toBe(0);
    const row = id();
    await server.push(portfolio, [{ row, cells: { name: "Jauns" } }]);
    const next = await pull(front, page.cursor);
    expect(column(next, "id")).toEqual([row]);
    await server.push(portfolio, [{ row, base: 1, cells: { retireReason: "Kļūda" }, retire: true }]);
    expect(column(await pull(front, next.cursor), "retired")).toEqual([true]);
  });

  test("in small pages gives every row once", async () => {
    const seen: unknown[] = [];
    let since: string | null = null;
    for (;;) {
      const page: PullPage = await pull(server.world.front, since, 1);
      seen.push(...column(page, "id"));
      since = page.cursor;
      if (!page.more) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([PASSPORT, PERMIT, ARCHIVE]));
  });

  test("refuses a position it never gave", async () => {
    for (const [since, bytes, code] of [
      ["nonsense", null, "BAD_CURSOR"],
      [null, 0, "BAD_REQUEST"],
    ]) {
      const { errors } = await server.ask(
        server.world.front,
        'query($since: String, $bytes: Int) { pull(register: "services", since: $since, bytes: $bytes) }',
        { variables: { since, bytes } },
      );
      expect(errors[0]?.extensions.code).toBe(code);
    }
  });
});

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
