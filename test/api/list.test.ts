import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, id, PASSPORT, startApi } from "../support/api.ts";

let server: Api;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.close());

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
      `{ service(id: "${PASSPORT}") { ${all} } }`,
    );
    expect(data.service).toMatchObject({
      id: PASSPORT,
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
    expect(byCode.data).toEqual({ service: { id: PASSPORT } });
  });

  test("a row that does not exist is null; neither or both keys are a bad request", async () => {
    const { front } = server.world;
    for (const key of [`id: "${id()}"`, 'id: "x"', 'code: "P-9999"']) {
      expect((await server.ask(front, `{ service(${key}) { id } }`)).data).toEqual({ service: null });
    }
    for (const query of ["{ service { id } }", `{ service(id: "${PASSPORT}", code: "P-0001") { id } }`]) {
      expect((await server.ask(front, query)).errors[0]?.extensions.code).toBe("BAD_REQUEST");
    }
  });

  test("filters by every kind of column", async () => {
    const { owner, provider } = server.world;
    expect(await names('filter: { name: { contains: "PASES" } }')).toEqual(["Pases izsniegšana"]);
    expect(await names('filter: { name: { contains: "P_ses" } }')).toEqual([]);
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
    await server.push(portfolio, [{ row: gone, cells: { name: "Zudis pakalpojums" } }]);
    await server.push(portfolio, [{ row: gone, base: 1, cells: { retireReason: "Apvienots" }, retire: true }]);
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

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
