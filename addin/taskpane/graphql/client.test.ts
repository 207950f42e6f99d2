import { describe, expect, it, vi } from "vitest";
import { ServerError, type SaimeServer } from "../../sync/server.ts";
import { createApiClient } from "./client.ts";
import { PUSH } from "./documents.ts";
import { createSaimeServer } from "./saimeServer.ts";

type Answer = (request: Request) => Response | Promise<Response>;

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const failing = (code: string) => () => json({ errors: [{ message: `Said ${code}`, extensions: { code } }] });

function clientOver(answer: Answer, token: () => string | null = () => "token-1") {
  const onSignedOut = vi.fn();
  const requests: Request[] = [];
  const api = createApiClient({
    url: "http://saime.test/graphql",
    token,
    language: () => "en",
    onSignedOut,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      return answer(request);
    },
  });
  return { api, server: createSaimeServer(api), requests, onSignedOut };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "NONE",
    (error: unknown) => (error instanceof ServerError ? error.code : String(error)),
  );

describe("a request", () => {
  it("carries token and language, and no cookie", async () => {
    const { server, requests } = clientOver(() => json({ data: { pull: { count: 0 } } }));
    expect(await server.pull("services", null)).toEqual({ count: 0 });
    const request = requests[0];
    expect(request?.headers.get("authorization")).toBe("Bearer token-1");
    expect(request?.headers.get("accept-language")).toBe("en");
    expect(request?.credentials).toBe("omit");
  });

  it("without a token names nobody", async () => {
    const { server, requests } = clientOver(
      () => json({ data: { history: [] } }),
      () => null,
    );
    expect(await server.history("services", "row")).toEqual([]);
    expect(requests[0]?.headers.has("authorization")).toBe(false);
  });

  it("hands rows to the server as they are and the answer back as it came", async () => {
    const answer = { batch: "b", part: 2, dryRun: true, repeated: false, results: [{ row: "r", outcome: "APPLIED" }] };
    const { server, requests } = clientOver(() => json({ data: { push: { json: answer } } }));
    const rows = [{ row: "r", base: null, cells: { name: "=1+1", code: "0012", channels: ["WEB"], owner: null } }];
    expect(await server.push({ register: "services", batch: "b", part: 2, rows, dryRun: true })).toEqual(answer);
    const sent = (await requests[0]?.json()) as { variables: unknown };
    expect(sent.variables).toEqual({ register: "services", batch: "b", part: 2, rows, dryRun: true });
  });
});

describe("the same question again", () => {
  it("is asked again, never answered from the past", async () => {
    let asked = 0;
    const { server } = clientOver(() => json({ data: { pull: { count: ++asked } } }));
    expect(await server.pull("services", null)).toEqual({ count: 1 });
    expect(await server.pull("services", null)).toEqual({ count: 2 });
    expect(await Promise.all([server.pull("services", null), server.pull("services", null)])).toHaveLength(2);
    expect(await server.pull("services", null)).toEqual({ count: asked });
  });
});

describe("a failure", () => {
  it.each([
    ["UNAUTHENTICATED", "SIGNED_OUT"],
    ["FORBIDDEN", "FORBIDDEN"],
    ["BAD_CURSOR", "BAD_REQUEST"],
    ["BATCH_REUSED", "BAD_REQUEST"],
    ["INTERNAL", "FAILED"],
    ["SOMETHING_NEW", "FAILED"],
  ])("that the server calls %s is %s", async (said, code) => {
    const { server } = clientOver(failing(said));
    expect(await codeOf(server.pull("services", null))).toBe(code);
  });

  it("keeps what the server said", async () => {
    const { server } = clientOver(failing("BAD_CURSOR"));
    await expect(server.pull("services", "x")).rejects.toMatchObject({
      message: "Said BAD_CURSOR",
      said: "BAD_CURSOR",
    });
  });

  it.each([
    [401, "SIGNED_OUT"],
    [403, "FORBIDDEN"],
    [413, "BAD_REQUEST"],
    [500, "FAILED"],
    [502, "OFFLINE"],
    [503, "OFFLINE"],
  ])("without GraphQL, of status %i, is %s", async (status, code) => {
    const { server } = clientOver(() => new Response("<p>A gateway's page</p>", { status }));
    expect(await codeOf(server.pull("services", null))).toBe(code);
  });

  it("of the network is OFFLINE: nobody knows whether the request was carried out", async () => {
    const { api } = clientOver(() => Promise.reject(new TypeError("Failed to fetch")));
    const rows = [{ row: "r", cells: {} }];
    const sent = api.mutate(PUSH, { register: "services", batch: "b", part: 0, rows, dryRun: false });
    expect(await codeOf(sent)).toBe("OFFLINE");
  });

  it("of the session ends it, but not that of a person who signed in meanwhile", async () => {
    let token: string | null = "token-1";
    const { server, onSignedOut } = clientOver(
      (request) => {
        if (request.headers.get("authorization") === "Bearer token-2") token = "token-3";
        return failing("UNAUTHENTICATED")();
      },
      () => token,
    );
    expect(await codeOf(server.pull("services", null))).toBe("SIGNED_OUT");
    expect(onSignedOut).toHaveBeenCalledTimes(1);
    token = "token-2";
    expect(await codeOf(server.pull("services", null))).toBe("SIGNED_OUT");
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
});

describe("cancelling", () => {
  /** A server that never answers. */
  function hanging() {
    const seen = { requests: 0, aborted: 0 };
    const api = createApiClient({
      url: "http://saime.test/graphql",
      token: () => null,
      language: () => "lv",
      onSignedOut: () => undefined,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          seen.requests += 1;
          init?.signal?.addEventListener("abort", () => {
            seen.aborted += 1;
            reject(new DOMException("Aborted", "AbortError"));
          });
        }),
    });
    return { server: createSaimeServer(api), seen };
  }

  it.each([
    ["a query", (server: SaimeServer, signal: AbortSignal) => server.pull("services", null, signal)],
    ["a mutation", (server: SaimeServer, signal: AbortSignal) => server.undo("services", "b", signal)],
  ])("ends %s at once, and the fetch with it", async (_kind, ask) => {
    const { server, seen } = hanging();
    const controller = new AbortController();
    const asked = codeOf(ask(server, controller.signal));
    await vi.waitFor(() => expect(seen.requests).toBe(1));
    controller.abort();
    expect(await asked).toBe("CANCELLED");
    await vi.waitFor(() => expect(seen.aborted).toBe(1));
  });

  it("before it began sends nothing", async () => {
    const { server, requests } = clientOver(() => json({ data: { pull: {} } }));
    expect(await codeOf(server.pull("services", null, AbortSignal.abort()))).toBe("CANCELLED");
    expect(requests).toEqual([]);
  });
});
