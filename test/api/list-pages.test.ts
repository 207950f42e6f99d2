import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, id, startApi } from "../support/api.ts";

/** Pages of a typed list while others work in the register. */
let server: Api;
beforeAll(async () => {
  server = await startApi();
  await add([
    { code: "K-1", name: "Alfa", yearlyVolume: 5, deliveredSince: "2020-01-01" },
    { code: "K-2", name: "Beta", deliveredSince: "2019-05-05" },
    { code: "K-3", name: "Gamma", yearlyVolume: 5 },
    { code: "K-4", name: "Delta", yearlyVolume: 7, deliveredSince: "2020-01-01" },
    { code: "K-5", name: "Epsilon" },
    { code: "K-6", name: "Zeta", yearlyVolume: 1, deliveredSince: "2021-12-31" },
    { code: "K-7", name: "ēta", yearlyVolume: 5 },
  ]);
});
afterAll(() => server.close());

const KEPT = ["K-1", "K-2", "K-3", "K-4", "K-5", "K-6", "K-7"];
const add = async (rows: readonly object[]) => {
  const { data } = await server.push(
    server.world.portfolio,
    rows.map((cells) => ({ row: id(), cells })),
  );
  expect(data.push.results.map(({ outcome }) => outcome)).toEqual(rows.map(() => "APPLIED"));
};
interface Listed {
  readonly services: {
    edges: { cursor: string; node: { id: string; code: string; version: number } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}
const page = async (args: string) => {
  const { data, errors } = await server.ask<Listed>(
    server.world.front,
    `{ services(filter: { code: { contains: "K-" } }, ${args}) {
      edges { cursor node { id code version } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  return { codes: data?.services?.edges.map(({ node }) => node.code), ...data?.services, errors };
};

/** All pages of two rows, forward or backward; `meanwhile` happens before each further page. */
async function pages(order: string, backward: boolean, meanwhile?: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  let from = "";
  for (;;) {
    const { codes, pageInfo, errors } = await page(`${backward ? "last" : "first"}: 2 ${from} orderBy: [${order}]`);
    expect(errors).toEqual([]);
    if (backward) seen.unshift(...codes);
    else seen.push(...codes);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return seen;
    from = backward ? `before: "${pageInfo.startCursor}"` : `after: "${pageInfo.endCursor}"`;
    await meanwhile?.();
  }
}

const ORDERS = [
  "{ column: NAME }",
  "{ column: NAME, direction: DESC }",
  "{ column: YEARLY_VOLUME }",
  "{ column: YEARLY_VOLUME, direction: DESC }",
  "{ column: DELIVERED_SINCE }",
  "{ column: DELIVERED_SINCE, direction: DESC }, { column: YEARLY_VOLUME }",
  "{ column: KIND }, { column: YEARLY_VOLUME, direction: DESC }, { column: CODE, direction: DESC }",
];

test.each(ORDERS)("in the order %s pages of two make the whole, forward and backward", async (order) => {
  const { codes } = await page(`orderBy: [${order}]`);
  expect([...codes].sort()).toEqual(KEPT);
  expect(await pages(order, false)).toEqual(codes);
  expect(await pages(order, true)).toEqual(codes);
});

test.each([
  [false, "A", "{ column: NAME }"],
  [true, "Ž", "{ column: NAME }"],
  [false, "ŽŽ", "{ column: NAME, direction: DESC }"],
] as const)(
  "rows added before the page that was read shift nothing (backward: %s, %s, %s)",
  async (backward, first, order) => {
    let added = 0;
    const before = (await page(`orderBy: [${order}]`)).codes;
    const seen = await pages(order, backward, async () => {
      await add([{ code: `K-9${id().slice(0, 6)}`, name: `${first} ${++added}`.padEnd(3, first) }]);
    });
    expect(added).toBeGreaterThan(2);
    expect(seen).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
  },
);

test("a row taken out of use between two pages shifts nothing, be it the cursor's own", async () => {
  const order = "orderBy: [{ column: CODE }]";
  const whole = (await page(order)).codes;
  const first = await page(`first: 2, ${order}`);
  const gone = first.edges.map(({ node }) => ({
    row: node.id,
    base: node.version,
    cells: { retireReason: "Apvienots" },
    retire: true,
  }));
  await server.push(server.world.portfolio, gone);
  const next = await page(`first: 2, after: "${first.pageInfo.endCursor}", ${order}`);
  expect(next.codes).toEqual(whole.slice(2, 4));
});

test("a cursor of another order, and one made up, is a bad request", async () => {
  const { pageInfo } = await page("first: 1, orderBy: [{ column: YEARLY_VOLUME }]");
  const made = (...value: unknown[]) => Buffer.from(JSON.stringify(value)).toString("base64url");
  for (const [cursor, order] of [
    [pageInfo.endCursor, "{ column: NAME }"],
    [made("yearlyVolume ASC,code ASC", "five", "K-1", id()), "{ column: YEARLY_VOLUME }"],
    [made("yearlyVolume ASC,code ASC", "99999999999", "K-1", id()), "{ column: YEARLY_VOLUME }"],
    [made("deliveredSince ASC,code ASC", "yesterday", "K-1", id()), "{ column: DELIVERED_SINCE }"],
    [made("name ASC,code ASC", "\u0000", "K-1", id()), "{ column: NAME }"],
  ] as const) {
    const { errors } = await page(`after: "${cursor}", orderBy: [${order}]`);
    expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
  }
});

test("cells that are never empty can be asked whether they are", async () => {
  const asked = async (empty: boolean) =>
    server.ask<{ services: { totalCount: number } }>(
      server.world.front,
      `{ services(filter: { name: { isNull: ${empty} }, code: { isNull: ${empty} } }) { totalCount } }`,
    );
  expect((await asked(true)).data.services.totalCount).toBe(0);
  expect((await asked(false)).data.services.totalCount).toBeGreaterThan(5);
});

test("nothing of all this was a failure inside", () => {
  expect(server.reported).toEqual([]);
});
