import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await seed();
});
afterAll(() => server.close());

const id = () => crypto.randomUUID();

interface Result {
  readonly row: string;
  readonly outcome: string;
  readonly id: string | null;
  readonly version: number | null;
  readonly refusals: { code: string; column: string | null; message: string; allowed: string[]; words: object }[];
  readonly conflicts: { column: string; base: unknown; mine: unknown; theirs: unknown; by: string; at: string }[];
  readonly cells: Record<string, unknown> | null;
}
interface Pushed {
  readonly push: { repeated: boolean; dryRun: boolean; results: Result[]; json: { results: Result[] } };
}
interface Sent {
  readonly row: string;
  readonly base?: number | null;
  readonly cells: object;
  readonly retire?: boolean;
}

const PUSH = `mutation($batch: ID!, $rows: [PushRowInput!]!, $dryRun: Boolean! = false) {
  push(register: "services", batch: $batch, rows: $rows, dryRun: $dryRun) {
    batch part dryRun repeated json
    results {
      row outcome id version retired cells
      conflicts { column base mine theirs by at }
      refusals { code column message allowed words { lv en } }
    }
  }
}`;

type Person = { readonly name: string };
const push = (who: Person, rows: readonly Sent[], more: { batch?: string; dryRun?: boolean; language?: string } = {}) =>
  server.ask<Pushed>(who, PUSH, {
    variables: { batch: more.batch ?? id(), rows, dryRun: more.dryRun ?? false },
    ...(more.language === undefined ? {} : { language: more.language }),
  });

const passport = id();
const permit = id();
const archive = id();

async function seed(): Promise<void> {
  const { portfolio, owner, provider, stranger } = server.world;
  const { data } = await push(portfolio, [
    {
      row: passport,
      cells: {
        name: "Pases izsniegšana",
        kind: "CORE",
        recipientGroups: ["CITIZEN"],
        channels: ["IN_PERSON", "WEB"],
        owner: owner.name,
        providers: [provider.name],
        deliveredSince: "2012-03-01",
        yearlyVolume: 120_000,
        costCentre: "0012",
      },
    },
    { row: permit, cells: { name: "Būvatļauja 100% tiešsaistē", kind: "E_SERVICE", deliveredSince: "2020-06-15" } },
    { row: archive, cells: { name: "Arhīva izziņa" } },
  ]);
  expect(data.push.results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "APPLIED", "APPLIED"]);
  const theirs = await push(stranger, [{ row: id(), cells: { name: "Svešs pakalpojums" } }]);
  expect(theirs.data.push.results[0]?.outcome).toBe("APPLIED");
}

describe("registers", () => {
  const registers = async (who: Person) => {
    const { data } = await server.ask<{ registers: object[] }>(
      who,
      "{ registers { key label { lv en } rows mayCreate mayEdit mayRetire } }",
    );
    return data.registers;
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
    await push(portfolio, [{ row, cells: { name: "Jauns" } }]);
    const next = await pull(front, page.cursor);
    expect(column(next, "id")).toEqual([row]);
    await push(portfolio, [{ row, base: 1, cells: { retireReason: "Kļūda" }, retire: true }]);
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
    expect(seen).toEqual(expect.arrayContaining([passport, permit, archive]));
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

describe("push", () => {
  test("answers row by row, refusals in the language asked for, and the whole as JSON", async () => {
    const rows = [
      { row: id(), cells: { name: "Labs pakalpojums" } },
      { row: id(), cells: { name: "" } },
      { row: id(), cells: { name: "Slikts posms", stage: "NEKAD" } },
    ];
    const { data } = await push(server.world.portfolio, rows, { language: "en" });
    expect(data.push.results.map(({ outcome }) => outcome)).toEqual(["APPLIED", "REFUSED", "REFUSED"]);
    const [, empty, wrong] = data.push.results;
    expect(empty).toMatchObject({ id: null, refusals: [{ code: "REQUIRED", column: "name" }] });
    expect(wrong?.refusals[0]).toMatchObject({ code: "NOT_AN_OPTION", column: "stage" });
    expect(wrong?.refusals[0]?.allowed).toContain("Planning");
    expect(data.push.json.results.map(({ row, outcome }) => [row, outcome])).toEqual(
      data.push.results.map(({ row, outcome }) => [row, outcome]),
    );
    const latvian = await push(server.world.portfolio, [{ row: id(), cells: { name: "x", stage: "NEKAD" } }]);
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
    const first = await push(server.world.portfolio, rows, { batch });
    const again = await push(server.world.portfolio, rows, { batch });
    expect(first.data.push.repeated).toBe(false);
    expect(again.data.push.repeated).toBe(true);
    expect(again.data.push.results).toEqual(first.data.push.results);
    const other = await push(server.world.portfolio, [{ row: id(), cells: { name: "Cits" } }], { batch });
    expect(other.errors[0]?.extensions.code).toBe("BATCH_REUSED");
  });

  test("as a dry run says the same and writes nothing", async () => {
    const row = id();
    const { data } = await push(server.world.portfolio, [{ row, cells: { name: "Tikai pārbaude" } }], { dryRun: true });
    expect(data.push).toMatchObject({ dryRun: true, results: [{ outcome: "APPLIED" }] });
    const found = await server.ask(server.world.portfolio, `{ service(id: "${row}") { id } }`);
    expect(found.data).toEqual({ service: null });
  });

  test("two people changing one cell is a conflict that names the other", async () => {
    const row = id();
    await push(server.world.portfolio, [{ row, cells: { name: "Sākums", owner: server.world.owner.name } }]);
    await push(server.world.owner, [{ row, base: 1, cells: { name: "Saimnieka" } }]);
    const { data } = await push(server.world.portfolio, [{ row, base: 1, cells: { name: "Vadītājas" } }]);
    expect(data.push.results[0]).toMatchObject({
      outcome: "CONFLICT",
      conflicts: [{ column: "name", base: "Sākums", mine: "Vadītājas", theirs: "Saimnieka", by: "Jānis Bērziņš" }],
    });
    expect(Date.parse(data.push.results[0]?.conflicts[0]?.at ?? "")).not.toBeNaN();
  });

  test("whoever has no right is refused on the row; an owner changes only what is the owner's", async () => {
    const { front, owner } = server.world;
    const outcome = async (who: Person, sent: Sent) => {
      const [result] = (await push(who, [sent])).data.push.results;
      return [result?.outcome, result?.refusals.map(({ code }) => code)];
    };
    expect(await outcome(front, { row: id(), cells: { name: "Nedrīkst" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(front, { row: archive, base: 1, cells: { name: "x" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(owner, { row: archive, base: 1, cells: { name: "x" } })).toEqual(["REFUSED", ["FORBIDDEN"]]);
    expect(await outcome(owner, { row: passport, base: 1, cells: { owner: null } })).toEqual([
      "REFUSED",
      ["FORBIDDEN"],
    ]);
    expect(await outcome(owner, { row: passport, base: 1, cells: { link: "https://example.lv/" } })).toEqual([
      "APPLIED",
      [],
    ]);
  });

  test("a row that is spelt in capitals is answered as it was spelt", async () => {
    const row = id().toUpperCase();
    const { data } = await push(server.world.portfolio, [{ row, cells: { name: "Lielie burti" } }]);
    expect(data.push.results[0]).toMatchObject({ row, outcome: "APPLIED", id: row.toLowerCase() });
  });

  test("what is no row, batch or cell at all is a bad request", async () => {
    const { portfolio } = server.world;
    for (const asked of [
      push(portfolio, [{ row: "1", cells: {} }]),
      push(portfolio, [{ row: id(), cells: [] }]),
      push(portfolio, [{ row: id(), cells: { name: { deep: true } } }]),
      push(portfolio, [{ row: id(), cells: { name: [1] } }]),
      push(portfolio, [], { batch: "1" }),
    ]) {
      expect((await asked).errors[0]?.extensions.code).toBe("BAD_REQUEST");
    }
  });
});

describe("undo and history", () => {
  test("a publish is taken back, and the row's history tells all of it", async () => {
    const { portfolio } = server.world;
    const row = id();
    await push(portfolio, [{ row, cells: { name: "Pirms" } }]);
    const batch = id();
    await push(portfolio, [{ row, base: 1, cells: { name: "Pēc" } }], { batch });
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

describe("service and services", () => {
  interface Listed {
    readonly services: { totalCount: number; nodes: { name: string }[]; pageInfo: Record<string, unknown> };
  }
  const names = async (argument: string) => {
    const { data, errors } = await server.ask<Listed>(
      server.world.front,
      `{ services(${argument}) { totalCount nodes { name } } }`,
    );
    expect(errors).toEqual([]);
    return data.services.nodes.map(({ name }) => name);
  };

  test("a row by id or by code, every cell in its type, people as objects", async () => {
    const { front, owner, provider } = server.world;
    const all = `id code name kind recipientGroups channels costCentre deliveredSince yearlyVolume stage retired version
      owner { id code name } providers { name } description createdAt`;
    const { data } = await server.ask<{ service: Record<string, unknown> }>(
      front,
      `{ service(id: "${passport}") { ${all} } }`,
    );
    expect(data.service).toMatchObject({
      id: passport,
      name: "Pases izsniegšana",
      kind: "CORE",
      recipientGroups: ["CITIZEN"],
      channels: ["IN_PERSON", "WEB"],
      costCentre: "0012",
      deliveredSince: "2012-03-01",
      yearlyVolume: 120_000,
      stage: "PLANNING",
      retired: false,
      owner: { id: owner.personId, code: "PER-2", name: owner.name },
      providers: [{ name: provider.name }],
      description: null,
    });
    const code = String(data.service["code"]);
    expect(code).toMatch(/^P-\d{4}$/);
    const byCode = await server.ask(front, `{ service(code: "${code}") { id } }`);
    expect(byCode.data).toEqual({ service: { id: passport } });
  });

  test("a row that does not exist is null; neither or both keys are a bad request", async () => {
    const { front } = server.world;
    for (const key of [`id: "${id()}"`, 'id: "x"', 'code: "P-9999"']) {
      expect((await server.ask(front, `{ service(${key}) { id } }`)).data).toEqual({ service: null });
    }
    for (const query of ["{ service { id } }", `{ service(id: "${passport}", code: "P-0001") { id } }`]) {
      expect((await server.ask(front, query)).errors[0]?.extensions.code).toBe("BAD_REQUEST");
    }
  });

  test("filters by every kind of column", async () => {
    const { owner, provider } = server.world;
    expect(await names('filter: { name: { contains: "PASES" } }')).toEqual(["Pases izsniegšana"]);
    expect(await names('filter: { name: { contains: "100%" } }')).toEqual(["Būvatļauja 100% tiešsaistē"]);
    expect(await names("filter: { kind: { in: [CORE, E_SERVICE] } }, orderBy: [{ column: NAME }]")).toEqual([
      "Būvatļauja 100% tiešsaistē",
      "Pases izsniegšana",
    ]);
    expect(await names("filter: { channels: { contains: WEB } }")).toEqual(["Pases izsniegšana"]);
    expect(await names('filter: { deliveredSince: { gte: "2020-06-15" } }')).toEqual(["Būvatļauja 100% tiešsaistē"]);
    expect(await names('filter: { deliveredSince: { lte: "2012-03-01" } }')).toEqual(["Pases izsniegšana"]);
    expect(await names("filter: { yearlyVolume: { gte: 1 } }")).toEqual(["Pases izsniegšana"]);
    expect(await names('filter: { costCentre: { eq: "12" } }')).toEqual([]);
    expect(await names(`filter: { owner: { eq: "${owner.personId}" }, name: { contains: "Pase" } }`)).toEqual([
      "Pases izsniegšana",
    ]);
    expect(await names(`filter: { providers: { contains: "${provider.personId}" } }`)).toEqual(["Pases izsniegšana"]);
    expect(await names("filter: { kind: { isNull: false }, deliveredSince: { isNull: true } }")).toEqual([]);
  });

  test("pages in the order asked for, with the total, and rows out of use only when asked for", async () => {
    const { front, portfolio } = server.world;
    const gone = id();
    await push(portfolio, [{ row: gone, cells: { name: "Zudis pakalpojums" } }]);
    await push(portfolio, [{ row: gone, base: 1, cells: { retireReason: "Apvienots" }, retire: true }]);
    expect(await names('filter: { name: { contains: "Zudis" } }')).toEqual([]);
    expect(await names('filter: { name: { contains: "Zudis" } }, includeRetired: true')).toEqual(["Zudis pakalpojums"]);

    const seen: string[] = [];
    let after: unknown = null;
    let total = -1;
    for (;;) {
      const { data } = await server.ask<Listed>(
        front,
        `query($after: String) { services(first: 2, after: $after, orderBy: [{ column: NAME, direction: DESC }]) {
          totalCount nodes { name } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
        { variables: { after } },
      );
      total = data.services.totalCount;
      expect(data.services.pageInfo["hasPreviousPage"]).toBe(after !== null);
      seen.push(...data.services.nodes.map(({ name }) => name));
      if (data.services.pageInfo["hasNextPage"] !== true) break;
      after = data.services.pageInfo["endCursor"];
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    const forwards = await names("orderBy: [{ column: NAME, direction: DESC }]");
    expect(seen).toEqual(forwards);
    expect(await names("last: 2, orderBy: [{ column: NAME, direction: DESC }]")).toEqual(forwards.slice(-2));
  });

  test("no page is larger than a thousand", async () => {
    const { errors } = await server.ask(server.world.front, "{ services(first: 1001) { totalCount } }");
    expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
  });
});

describe("another institution", () => {
  test("sees none of the rows, by no query", async () => {
    const { stranger } = server.world;
    const { data, errors } = await server.ask(
      stranger,
      `{ a: service(id: "${passport}") { id } b: service(code: "P-0003") { name }
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
      `{ history(register: "services", row: "${passport}") { by } }`,
    );
    expect(history).toEqual({ history: [] });
  });

  test("cannot tell a row of ours from one that does not exist", async () => {
    const { stranger } = server.world;
    const answers = await Promise.all(
      [passport, id()].map(async (row) => {
        const { data } = await push(stranger, [{ row, base: 1, cells: { name: "Mēģinājums" } }]);
        return data.push.results.map(({ outcome, refusals, id: given }) => ({ outcome, refusals, given }));
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    const undo = async (batch: string) =>
      (await server.ask(stranger, `mutation { undo(register: "services", batch: "${batch}") { batch } }`)).errors;
    const batch = id();
    await push(server.world.portfolio, [{ row: id(), cells: { name: "Mūsu" } }], { batch });
    expect((await undo(batch)).map(({ message }) => message)).toEqual((await undo(id())).map(({ message }) => message));
  });

  test("people of it cannot be named in our rows", async () => {
    const { data } = await push(server.world.portfolio, [
      { row: id(), cells: { name: "Ar svešu saimnieku", owner: server.world.stranger.name } },
    ]);
    expect(data.push.results[0]?.refusals.map(({ code }) => code)).toEqual(["UNKNOWN_REFERENCE"]);
  });
});

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
