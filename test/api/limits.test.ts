import { connect } from "node:net";
import { buildSchema, getIntrospectionQuery, parse, validate } from "graphql";
import { afterEach, describe, expect, test } from "vitest";
import { LIMITS, sizeRule } from "../../server/http/limits.ts";
import { type Answered, ask } from "../support/ask.ts";
import { type FakeOptions, type FakeServer, startFakeServer } from "../support/fake-server.ts";

let server: FakeServer | undefined;
async function start(options: FakeOptions = {}): Promise<FakeServer> {
  return (server = await startFakeServer(options));
}
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

/** What the size rule says of a query, whatever the schema. */
const depthOf = (query: string): string[] =>
  validate(buildSchema("type Query { x: Int }"), parse(query), [sizeRule]).map(({ message }) => message);

const signIn = `mutation { signIn(person: "11111111-1111-4111-8111-111111111111") { token } }`;
const never = () => Promise.reject(new Error("must not be reached"));

describe("only a POST of application/json is carried out", () => {
  test("forms, as another site's page could send them, are refused", async () => {
    const { url, reported } = await start({ use: { signIn: never } });
    for (const [type, body] of [
      ["application/x-www-form-urlencoded", `query=${encodeURIComponent(signIn)}`],
      [
        "multipart/form-data; boundary=x",
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${signIn}\r\n--x--`,
      ],
      ["text/plain", JSON.stringify({ query: signIn })],
      ["application/graphql", signIn],
    ] as const) {
      const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": type }, body });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    }
    expect(reported).toEqual([]);
  });

  test("a GET, which an image on another site could make, is refused", async () => {
    const { url } = await start({ use: { signIn: never } });
    for (const query of ["{ me { name } }", signIn]) {
      const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
    }
  });

  test("no other origin is ever told that it may ask", async () => {
    const { url } = await start();
    const preflight = await fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://elsewhere.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(preflight.ok).toBe(false);
    expect(preflight.headers.get("access-control-allow-origin")).toBeNull();
    const { headers } = await ask(url, "{ me { name } }", { headers: { origin: "https://elsewhere.example" } });
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("a body that is no JSON, or no GraphQL request, says so", async () => {
    const { url } = await start();
    for (const body of ["{", "[]", '[{"query":"{ me { name } }"}]', "7", "null", "{}", '{"query":7}']) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": "en" },
        body,
      });
      const answer = (await response.json()) as Answered;
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors[0]?.extensions.code).toBe("BAD_REQUEST");
      expect(answer.errors[0]?.message).toMatch(/^The request is not valid\. ./);
    }
  });
});

describe("how large a request may be", () => {
  const limits = { body: 1024 * 1024, deadline: 10_000 };

  test("a body over the limit is answered 413, in the person's language", async () => {
    const { url } = await start({ limits });
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en" },
      body: JSON.stringify({ query: "{ me { name } }", variables: { x: "y".repeat(limits.body) } }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [{ message: "The request is too large. Send it in parts. (1 MB)", extensions: { code: "TOO_LARGE" } }],
    });
  });

  test("a body that does not say how long it is is counted as it comes", async () => {
    const { port } = await start({ limits });
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk: string) => (text += chunk));
      socket.on("close", () => resolve(text));
      socket.on("error", (error) => (text === "" ? reject(error) : resolve(text)));
      socket.write(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
      );
      const chunk = "z".repeat(64 * 1024);
      for (let sent = 0; sent <= limits.body; sent += chunk.length) {
        socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
      }
      socket.write("0\r\n\r\n");
    });
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(reply).toContain("TOO_LARGE");
  });

  test("a large push within the limit goes through", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      row: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
      cells: { name: `Pakalpojums ${index}`, description: "ā".repeat(200) },
    }));
    let received = 0;
    const { url } = await start({
      use: {
        push: (_actor, { batch, part, dryRun, rows: sent }) => {
          received = sent.length;
          return Promise.resolve({ batch, part, dryRun, repeated: false, results: [] });
        },
      },
    });
    const { data } = await ask(
      url,
      `mutation($rows: [PushRowInput!]!) { push(register: "services", batch: "${rows[0]?.row}", rows: $rows) { part } }`,
      { variables: { rows } },
    );
    expect(data).toEqual({ push: { part: 0 } });
    expect(received).toBe(2_000);
  });
});

describe("how large a query may be", () => {
  const refused = async (query: string, why: RegExp) => {
    const { url } = await start();
    const { errors, data } = await ask(url, query, { language: "en" });
    expect(data ?? null).toBeNull();
    expect(errors[0]?.extensions.code).toBe("BAD_REQUEST");
    expect(errors[0]?.message).toMatch(why);
  };

  test("depth is limited, fragments counted", () => {
    expect(depthOf("{ services { edges { node { owner { id } } } } }")).toEqual([]);
    const chain = Array.from(
      { length: LIMITS.depth },
      (_, index) => `fragment f${index} on T { t { ...f${index + 1} } }`,
    );
    const deep = `{ t { ...f0 } } ${chain.join(" ")} fragment f${LIMITS.depth} on T { id }`;
    expect(depthOf(deep)).toEqual([`The query is ${LIMITS.depth + 2} levels deep; at most ${LIMITS.depth}.`]);
  });

  test("aliases are limited", () =>
    refused(
      `{ ${Array.from({ length: LIMITS.aliases + 1 }, (_, index) => `a${index}: me { name }`).join(" ")} }`,
      /31 aliases; at most 30/,
    ));

  test("fields are limited even where fragments multiply them", () => {
    const fragments = Array.from(
      { length: 12 },
      (_, index) => `fragment f${index} on Service { id ${index < 11 ? `...f${index + 1} ...f${index + 1}` : "code"} }`,
    );
    return refused(`{ service(code: "P-1") { ...f0 } } ${fragments.join(" ")}`, /fields; at most 1000/);
  });

  test("tokens are limited before the query is even parsed to its end", () =>
    refused(`{ ${"me { name } ".repeat(LIMITS.tokens)} }`, /token/i));

  test("a fragment that spreads itself is refused and hangs nothing", () =>
    refused(`{ service(code: "P-1") { ...a } } fragment a on Service { id ...a }`, /Cannot spread fragment "a"/));

  test("introspection, deep as it is, is answered", async () => {
    const { url } = await start();
    const { data, errors } = await ask(url, getIntrospectionQuery());
    expect(errors).toEqual([]);
    expect(data).toHaveProperty("__schema");
  });
});

describe("time", () => {
  test("a request that takes too long is told so, and the connection lives on", async () => {
    let finish: (text: string) => void = () => undefined;
    const { url } = await start({
      limits: { body: 1024, deadline: 30 },
      use: { pull: () => new Promise((resolve) => (finish = resolve)) },
    });
    const { status, errors } = await ask(url, `{ pull(register: "services") }`, { language: "en" });
    finish("[]");
    expect(status).toBe(504);
    expect(errors[0]?.extensions.code).toBe("TIMEOUT");
    expect((await ask(url, "{ me { name } }")).status).toBe(200);
  });

  test("closing lets a request under way finish and takes no new one", async () => {
    let finish: (text: string) => void = () => undefined;
    const began = manual();
    const { url, close } = await start({
      use: {
        pull: () => {
          began.resolve();
          return new Promise((resolve) => (finish = resolve));
        },
      },
    });
    const asked = ask(url, `{ pull(register: "services") }`);
    await began.promise;
    const closed = close();
    server = undefined;
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    finish('["done"]');
    expect((await asked).data).toEqual({ pull: ["done"] });
    await closed;
  });
});

function manual() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
