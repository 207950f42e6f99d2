import { request, Agent } from "node:http";

const agent = new Agent({ keepAlive: true });

/** Posts a body made beforehand and gives the whole answer's bytes. Uncompressed: loopback, so bytes cost nothing and processor time counts. */
export function post(url: string, body: string, token?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const headers = {
      "content-type": "application/json",
      "content-length": bytes.length,
      "accept-encoding": "identity",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const asking = request(`${url}/graphql`, { method: "POST", agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(Buffer.concat(parts)));
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end(bytes);
  });
}

export const PUSH = `mutation ($batch: ID!, $rows: [PushRowInput!]!, $dryRun: Boolean! = false) { push(register: "services", batch: $batch, rows: $rows, dryRun: $dryRun) { json } }`;
export const PULL = `query ($since: String) { pull(register: "services", since: $since) }`;

export interface Person {
  readonly token: string;
  readonly name: string;
}

/** Signs in as the first person of the sample who holds the role. */
export async function signInAs(
  url: string,
  role: string,
): Promise<Person & { readonly colleagues: readonly string[] }> {
  const ask = async <T>(query: string, variables: object = {}) =>
    (JSON.parse((await post(url, JSON.stringify({ query, variables }))).toString()) as { data: T }).data;
  const { signInChoices } = await ask<{
    signInChoices: { person: string; name: string; institution: string; roles: string[] }[];
  }>("{ signInChoices { person name institution roles } }");
  const chosen = signInChoices.find(({ roles }) => roles.includes(role));
  if (!chosen) throw new Error(`nobody of the sample is ${role}`);
  const { signIn } = await ask<{ signIn: { token: string } }>(
    "mutation ($person: ID!) { signIn(person: $person) { token } }",
    { person: chosen.person },
  );
  const names = signInChoices.filter(({ institution }) => institution === chosen.institution).map(({ name }) => name);
  // Names that several bear would be ambiguous.
  return {
    token: signIn.token,
    name: chosen.name,
    colleagues: names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)),
  };
}
