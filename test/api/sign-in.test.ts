import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SignJWT } from "jose";
import { ask } from "../support/ask.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { addRoles } from "../../server/store/newcomers.ts";

/** Half past one in the night in Riga, the day before still in UTC. */
let clock = new Date("2026-05-31T22:30:00Z");
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => clock });
});
afterAll(() => server.close());

const ME = "{ me { person name institution institutionId roles } }";

describe("signing in", () => {
  test("nobody is nobody, and is told to sign in where it matters", async () => {
    expect((await server.ask(null, ME)).data).toEqual({ me: null });
    for (const query of [
      "{ registers { key } }",
      '{ pull(register: "services") }',
      "{ services { totalCount } }",
      '{ service(code: "P-0001") { id } }',
      '{ history(register: "services", row: "11111111-1111-4111-8111-111111111111") { version } }',
      'mutation { undo(register: "services", batch: "11111111-1111-4111-8111-111111111111") { batch } }',
      'mutation { push(register: "services", batch: "11111111-1111-4111-8111-111111111111", rows: []) { batch } }',
    ]) {
      const { errors } = await server.ask(null, query);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
    }
  });

  test("everybody is a choice, with institution and today's roles", async () => {
    const { data } = await server.ask<{ signInChoices: { name: string; institution: string; roles: string[] }[] }>(
      null,
      "{ signInChoices { person name institution institutionId roles } }",
    );
    expect(data.signInChoices).toHaveLength(7);
    expect(data.signInChoices).toContainEqual({
      person: server.world.stranger.personId,
      name: "Māra Egle",
      institution: "Iestāde there",
      institutionId: server.world.stranger.institutionId,
      roles: ["SERVICE_PORTFOLIO_OWNER"],
    });
  });

  test("a choice gives a token, good for twelve hours, that says who asks", async () => {
    const { portfolio } = server.world;
    const { data } = await server.ask<{ signIn: { token: string; expiresAt: string } }>(
      null,
      "mutation($person: ID!) { signIn(person: $person) { token expiresAt } }",
      { variables: { person: portfolio.personId } },
    );
    expect(data.signIn.expiresAt).toBe("2026-06-01T10:30:00.000Z");
    const { data: mine } = await ask(server.url, ME, { token: data.signIn.token });
    expect(mine).toEqual({
      me: {
        person: portfolio.personId,
        name: "Ilze Kalniņa",
        institution: "Iestāde here",
        institutionId: portfolio.institutionId,
        roles: ["SERVICE_PORTFOLIO_OWNER"],
      },
    });
  });

  test("a person that does not exist cannot be chosen", async () => {
    for (const [person, code] of [
      ["11111111-1111-4111-8111-111111111111", "NOT_FOUND"],
      ["nobody", "BAD_REQUEST"],
    ]) {
      const { errors } = await server.ask(null, `mutation { signIn(person: "${person}") { token } }`);
      expect(errors[0]?.extensions.code).toBe(code);
    }
  });
});

describe("a token", () => {
  const me = async (token: string) => (await ask<{ me: unknown }>(server.url, ME, { token })).data.me;

  test("is nobody's once it has expired", async () => {
    const before = clock;
    const token = server.tokens["Ilze Kalniņa"] ?? "";
    expect(await me(token)).not.toBeNull();
    clock = new Date(before.getTime() + 12 * 3_600_000 + 1_000);
    expect(await me(token)).toBeNull();
    clock = before;
  });

  test("is nobody's when changed, signed by another, or for another use", async () => {
    const token = server.tokens["Ilze Kalniņa"] ?? "";
    const [header = "", payload = "", signature = ""] = token.split(".");
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    const elsewhere = await new SignJWT()
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setSubject(server.world.portfolio.personId)
      .setIssuer("saime")
      .setAudience("saime-api")
      .setIssuedAt(clock)
      .setExpirationTime(Math.floor(clock.getTime() / 1000) + 60)
      .sign(new Uint8Array(32));
    const other = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(payload, "base64url").toString()) as object),
        sub: server.world.stranger.personId,
      }),
    ).toString("base64url");
    for (const forged of [`${header}.${other}.${signature}`, `${none}.${payload}.`, elsewhere, "x.y.z", ""]) {
      expect(await me(forged)).toBeNull();
    }
  });
});

describe("roles", () => {
  const rolesOf = async () => {
    const { data } = await server.ask<{ me: { roles: string[] } }>(server.world.front, "{ me { roles } }");
    return data.me.roles;
  };
  const assign = (role: string, from: string, to: string | null, scope: string | null = null) =>
    addRoles(server.world.store, [
      {
        id: crypto.randomUUID(),
        institution_id: server.world.front.institutionId,
        code: crypto.randomUUID(),
        person: server.world.front.personId,
        role,
        valid_from: from,
        valid_to: to,
        ...(scope !== null && { scope }),
      },
    ]);

  test("hold from their first day to the day before their last date, by the calendar of Riga", async () => {
    // It is the first of June in Riga, though still the last of May in UTC.
    await assign("SERVICE_PROVIDER", "2026-06-01", null);
    await assign("PROCESS_MANAGER", "2026-05-01", "2026-06-01");
    await assign("RESOURCE_USER", "2026-06-02", null);
    await assign("RESOURCE_OWNER", "2026-05-31", "2026-06-02");
    expect(await rolesOf()).toEqual(["FRONT_OFFICE", "RESOURCE_OWNER", "SERVICE_PROVIDER"]);
  });

  test("of another institution are no roles here", async () => {
    await assign("SERVICE_PORTFOLIO_OWNER", "2020-01-01", null, server.world.stranger.institutionId);
    expect(await rolesOf()).not.toContain("SERVICE_PORTFOLIO_OWNER");
  });

  test("that the code does not know are left out, not guessed at", async () => {
    await assign("KING", "2020-01-01", null);
    expect(await rolesOf()).not.toContain("KING");
  });
});
