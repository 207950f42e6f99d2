import { afterEach, describe, expect, test } from "vitest";
import { SaimeError } from "../../schema/messages/errors.ts";
import { ask } from "../support/ask.ts";
import { type FakeOptions, type FakeServer, startFakeServer } from "../support/fake-server.ts";

let server: FakeServer | undefined;
async function start(options: FakeOptions): Promise<FakeServer> {
  return (server = await startFakeServer(options));
}
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

const PAGE = '{"columns":["id"],"values":[["a"]],  "count":1}';

describe("raw JSON over HTTP", () => {
  test("stands in the answer byte by byte, under an alias too, several times in one answer", async () => {
    const { url } = await start({
      use: { pull: (_actor, register) => Promise.resolve(register === "services" ? PAGE : "[1, 2]") },
    });
    const { text, headers } = await ask(url, `{ a: pull(register: "services") b: pull(register: "x") c: me { name } }`);
    expect(text).toContain(`"a":${PAGE}`);
    expect(text).toContain(`"b":[1, 2]`);
    expect(JSON.parse(text)).toEqual({
      data: { a: JSON.parse(PAGE) as unknown, b: [1, 2], c: { name: "Anna Ozola" } },
    });
    expect(headers.get("content-type")).toMatch(/application\/(graphql-response\+)?json; charset=utf-8/);
  });

  test("text that a person typed is never taken for a placeholder", async () => {
    const row = { row: "00000000-0000-4000-8000-000000000000", outcome: "UNCHANGED" as const };
    const held: string[] = [];
    const { url } = await start({
      use: {
        pull: () => Promise.resolve(JSON.stringify(held.at(-1) ?? "first")),
        push: (_actor, { batch, part, dryRun, rows }) =>
          Promise.resolve({ batch, part, dryRun, repeated: false, results: [{ ...row, cells: rows[0]?.cells ?? {} }] }),
      },
    });
    for (const typed of ["00000000-0000-4000-8000-000000000000:0", "\u0001raw:1", '":0"', "\\u0001:0"]) {
      const { data } = await ask<{ push: { results: { cells: object }[]; json: object } }>(
        url,
        `mutation($rows: [PushRowInput!]!) {
          push(register: "services", batch: "${row.row}", rows: $rows) { results { cells } json }
        }`,
        { variables: { rows: [{ row: row.row, cells: { name: typed } }] } },
      );
      expect(data.push.results[0]?.cells).toEqual({ name: typed });
      expect(data.push.json).toMatchObject({ results: [{ cells: { name: typed } }] });
    }
  });

  test("an error in one field leaves the raw JSON of the others", async () => {
    const { url } = await start({
      use: {
        pull: () => Promise.resolve(PAGE),
        findRow: () => Promise.reject(new SaimeError("NOT_FOUND")),
      },
    });
    const { text, errors, status } = await ask(url, `{ pull(register: "services") service(code: "P-1") { id } }`);
    expect(status).toBe(200);
    expect(text).toContain(`"pull":${PAGE}`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
  });

  test("an error that takes the whole answer leaves no placeholder behind", async () => {
    const { url } = await start({
      use: {
        pull: () => Promise.resolve(PAGE),
        registers: () => Promise.reject(new SaimeError("FORBIDDEN")),
      },
    });
    const { data, text } = await ask(url, `{ pull(register: "services") registers { key } }`);
    expect(data).toBeNull();
    expect(text).not.toMatch(/[0-9a-f-]{36}/);
  });
});

describe("compression", () => {
  const long = JSON.stringify("pakalpojums ".repeat(500));
  const use = { pull: () => Promise.resolve(long) };
  const query = `{ pull(register: "services") }`;

  for (const [accepted, encoding] of [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
  ] as const) {
    test(`"${accepted}" gets ${encoding ?? "the plain answer"}`, async () => {
      const { url } = await start({ use });
      const { text, headers } = await ask(url, query, { headers: { "accept-encoding": accepted } });
      expect(headers.get("content-encoding")).toBe(encoding);
      expect(headers.get("vary")).toBe("Accept-Encoding");
      expect(text).toBe(`{"data":{"pull":${long}}}`);
    });
  }

  test("a short answer is not compressed", async () => {
    const { url } = await start({ use: { pull: () => Promise.resolve("[1]") } });
    const { headers } = await ask(url, query, { headers: { "accept-encoding": "br" } });
    expect(headers.get("content-encoding")).toBeNull();
  });
});

describe("errors", () => {
  test("speak the language of the request, Latvian unless it says otherwise", async () => {
    const { url } = await start({ actor: null });
    for (const [language, message] of [
      ["en", "Sign in to go on."],
      ["en-GB,lv;q=0.5", "Sign in to go on."],
      ["lv", "Pierakstieties, lai turpinātu."],
      ["de, en;q=0.1, lv;q=0.2", "Pierakstieties, lai turpinātu."],
      ["de", "Pierakstieties, lai turpinātu."],
    ]) {
      const { errors } = await ask(url, "{ registers { key } }", { language: language ?? "" });
      expect(errors).toMatchObject([{ message, extensions: { code: "UNAUTHENTICATED" } }]);
    }
  });

  test("a failure inside shows nothing of itself outside and goes to the log", async () => {
    const { url, reported } = await start({
      use: { pull: () => Promise.reject(new Error("password=hunter2 at 10.0.0.7")) },
    });
    const { text, errors } = await ask(url, `{ pull(register: "services") }`, { language: "en" });
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("stack");
    expect(errors[0]?.extensions.code).toBe("INTERNAL");
    expect(errors[0]?.message).toMatch(/^Something failed in the server/);
    expect(JSON.stringify(reported.map(String))).toContain("hunter2");
  });

  test("an expected refusal is no entry in the log", async () => {
    const { url, reported } = await start({ use: { pull: () => Promise.reject(new SaimeError("BAD_CURSOR")) } });
    const { errors } = await ask(url, `{ pull(register: "services", since: "x") }`);
    expect(errors[0]?.extensions.code).toBe("BAD_CURSOR");
    expect(reported).toEqual([]);
  });

  test("a query that GraphQL cannot run is a bad request that says why", async () => {
    const { url } = await start({});
    for (const [query, why] of [
      ["{ nonsense }", "nonsense"],
      ["{ me { name ", "Syntax Error"],
      [`{ services(filter: { deliveredSince: { gte: "2026-02-30" } }) { totalCount } }`, "YYYY-MM-DD"],
      [`{ services(filter: { kind: { eq: NONE } }) { totalCount } }`, "ServiceKind"],
    ] as const) {
      const { errors } = await ask(url, query, { language: "en" });
      expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
      expect(errors[0]?.message).toContain(why);
    }
  });

  test("clients that ask for graphql-response+json get 400 for a query that cannot run", async () => {
    const { url } = await start({});
    const { status } = await ask(url, "{ nonsense }", { headers: { accept: "application/graphql-response+json" } });
    expect(status).toBe(400);
  });
});
