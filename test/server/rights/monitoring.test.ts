import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { id } from "../../support/api.ts";
import { addService } from "../../support/applications.ts";
import { ask } from "../../support/ask.ts";
import { rule } from "../../support/rule.ts";
import { startTestServer, type TestServer } from "../../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await addService(server.world, "Pases");
});
afterAll(() => server.close());

interface Made {
  readonly createApiToken: {
    readonly token: string;
    readonly apiToken: { readonly id: string; readonly name: string };
  };
}
const CREATE = "mutation($name: String!) { createApiToken(name: $name) { token apiToken { id name createdBy } } }";
const TOKENS = "{ apiTokens { id name createdBy revokedAt } }";
const REVOKE = "mutation($id: ID!) { revokeApiToken(id: $id) { revokedAt } }";
const PUSH = `mutation($register: String!, $batch: ID!, $rows: [PushRowInput!]!) {
  push(register: $register, batch: $batch, rows: $rows) { results { row id outcome cells refusals { code column } } }
}`;
interface Pushed {
  readonly push: {
    readonly results: readonly {
      readonly id: string;
      readonly outcome: string;
      readonly cells: Readonly<Record<string, unknown>> | null;
      readonly refusals: readonly { readonly code: string }[];
    }[];
  };
}

async function makeToken(name = "Zabbix"): Promise<Made["createApiToken"]> {
  const { data } = await server.ask<Made>(server.world.portfolio, CREATE, { variables: { name } });
  return data.createApiToken;
}
async function pushBy(token: string, register: string, row: object) {
  const variables = { register, batch: id(), rows: [row] };
  const { data, errors } = await ask<Pushed>(server.url, PUSH, { token, variables });
  return { result: data?.push.results[0], errors };
}
const outage = (more: object = {}) => ({
  row: id(),
  cells: { title: "Neatbild", subject: "Pases", source: "MONITORING", detectedAt: "2025-03-01T08:00:00Z", ...more },
});

describe(rule("MONITORING_BY_TOKEN"), () => {
  test("registers an incident without being anybody: no reporter, history tells the token's name", async () => {
    const { token } = await makeToken();
    const { result, errors } = await pushBy(token, "incidents", outage());
    expect(errors).toEqual([]);
    expect(result).toMatchObject({ outcome: "APPLIED" });
    const QUERY = `query($row: ID!) {
      incident(id: $row) { title state reporter { name } } history(register: "incidents", row: $row) { by kind }
    }`;
    const { data } = await server.ask(server.world.front, QUERY, { variables: { row: result?.id } });
    expect(data).toEqual({
      incident: { title: "Neatbild", state: "REGISTERED", reporter: null },
      history: [{ by: "Zabbix", kind: "CREATE" }],
    });
  });
  test("does nothing else: reads nothing, changes nothing, writes to no other register", async () => {
    const { token } = await makeToken();
    const { result } = await pushBy(token, "incidents", outage());
    const there = { row: result?.id, base: 1, cells: { title: "Cits" } };
    const answers = [];
    for (const row of [there, { ...there, row: id() }]) {
      const told = await pushBy(token, "incidents", row);
      answers.push({ ...told.result, row: "" });
    }
    expect(answers[0]).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "NOT_FOUND" }] });
    expect(answers[0]).toEqual(answers[1]);
    const retired = await pushBy(token, "incidents", { ...there, cells: {}, retire: true });
    expect(retired.result).toMatchObject({ outcome: "REFUSED", refusals: [{ code: "NOT_FOUND" }] });
    const classified = await pushBy(token, "incidents", outage({ state: "CLASSIFIED" }));
    expect(classified.result?.outcome).toBe("REFUSED");
    for (const register of ["services", "applications", "changes", "people", "roles", "knowledge"]) {
      const told = await pushBy(token, register, { row: id(), cells: { title: "x", name: "x" } });
      expect([register, told.errors[0]?.extensions.code]).toEqual([register, "FORBIDDEN"]);
    }
    for (const query of [
      `{ incidents { totalCount } }`,
      `{ incident(id: "${result?.id}") { title } }`,
      `{ pull(register: "incidents") }`,
      `{ history(register: "incidents", row: "${result?.id}") { by } }`,
      TOKENS,
      `mutation { createApiToken(name: "mana") { token } }`,
      `mutation { erasePersonalData }`,
    ]) {
      const told = await ask(server.url, query, { token });
      expect([query, told.errors[0]?.extensions.code]).toEqual([query, "FORBIDDEN"]);
    }
    const { data } = await ask(server.url, "{ registers { key } me { name roles } }", { token });
    expect(data).toEqual({ registers: [], me: { name: "Zabbix", roles: [] } });
  });
  test("an id that a row bears already makes a row of its own and tells nothing of the other", async () => {
    const { token } = await makeToken();
    const first = await pushBy(token, "incidents", outage());
    const second = await pushBy(token, "incidents", { ...outage({ title: "Otrs" }), row: first.result?.id });
    expect(second.result?.outcome).toBe("APPLIED");
    expect(second.result?.id).not.toBe(first.result?.id);
    expect(JSON.stringify(second.result)).not.toContain("Neatbild");
  });
  test("a token is told once and kept as a hash; revoked, changed or of nobody it signs nobody in", async () => {
    const made = await makeToken("Grafana");
    const { store } = server.world;
    const kept = await store.query<{ all: string }>("select to_json(t)::text as all from api_token t");
    expect(JSON.stringify(kept)).not.toContain(made.token.slice(6));
    const me = async (token: string) => (await ask(server.url, "{ me { name } }", { token })).data;
    expect(await me(made.token)).toEqual({ me: { name: "Grafana" } });
    const last = made.token.endsWith("A") ? "B" : "A";
    expect(await me(made.token.slice(0, -1) + last)).toEqual({ me: null });
    const variables = { id: made.apiToken.id };
    const strange = await server.ask(server.world.stranger, REVOKE, { variables });
    expect(strange.errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect(await me(made.token)).toEqual({ me: { name: "Grafana" } });
    const revoked = await server.ask(server.world.portfolio, REVOKE, { variables });
    expect(revoked.data).toMatchObject({ revokeApiToken: { revokedAt: expect.any(String) as string } });
    expect(await me(made.token)).toEqual({ me: null });
    const { data } = await server.ask<{ apiTokens: unknown[] }>(server.world.portfolio, TOKENS);
    expect(data.apiTokens).toContainEqual(
      expect.objectContaining({ name: "Grafana", createdBy: server.world.portfolio.name }),
    );
    const others = await server.ask(server.world.stranger, TOKENS);
    expect(others.data).toEqual({ apiTokens: [] });
  });
  test("only portfolio owners make, see and revoke tokens", async () => {
    for (const person of [server.world.front, server.world.owner, server.world.provider]) {
      for (const [query, variables] of [
        [CREATE, { name: "x" }],
        [TOKENS, {}],
        [REVOKE, { id: id() }],
      ] as const) {
        const { errors } = await server.ask(person, query, { variables });
        expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
      }
    }
    const unnamed = await server.ask(server.world.portfolio, CREATE, { variables: { name: "  " } });
    expect(unnamed.errors[0]?.extensions.code).toBe("BAD_REQUEST");
  });
});
