import { gql } from "@urql/core";
import { describe, expect, it } from "vitest";
import { createApiClient } from "./client.ts";

describe("the API client", () => {
  it("asks the server anew every time, also the same question again", async () => {
    let asked = 0;
    const client = createApiClient({
      url: "http://saime.test/graphql",
      token: () => null,
      language: () => "lv",
      onSignedOut: () => undefined,
      fetch: async () =>
        new Response(JSON.stringify({ data: { pull: ++asked } }), { headers: { "content-type": "application/json" } }),
    });
    const pull = () =>
      client.query(gql<{ pull: number }, { since: null }>("query ($since: String) { pull(since: $since) }"), {
        since: null,
      });
    expect(await pull()).toEqual({ pull: 1 });
    expect(await pull()).toEqual({ pull: 2 });
    expect(await Promise.all([pull(), pull()])).toHaveLength(2);
    expect(await pull()).toEqual({ pull: asked });
  });
});
