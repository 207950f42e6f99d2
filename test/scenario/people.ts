import type { Role } from "../../schema/registers/roles.ts";
import { addPeople, addRoles } from "../../server/store/newcomers.ts";
import { ask, type Answered } from "../support/ask.ts";
import type { TestServer } from "../support/server.ts";

/** Somebody, or some system, that asks the API over HTTP with a token of their own. */
export interface Caller {
  readonly name: string;
  ask<Data>(query: string, variables?: object): Promise<Answered<Data>>;
}

export function callerWith(url: string, name: string, token: string): Caller {
  return { name, ask: (query, variables = {}) => ask(url, query, { variables, token, language: "lv" }) };
}

/** Adds a person to the first institution and signs them in. */
export async function newcomer(server: TestServer, name: string, role: Role): Promise<Caller> {
  const { store, portfolio } = server.world;
  const person = crypto.randomUUID();
  const institution_id = portfolio.institutionId;
  await addPeople(store, [{ id: person, institution_id, code: `N-${name}`, name }]);
  await addRoles(store, [
    { id: crypto.randomUUID(), institution_id, code: `RA-${name}`, person, role, valid_from: "2020-01-01" },
  ]);
  const { data } = await ask<{ signIn: { token: string } }>(
    server.url,
    "mutation ($person: ID!) { signIn(person: $person) { token } }",
    { variables: { person } },
  );
  return callerWith(server.url, name, data.signIn.token);
}

export interface Outcome {
  readonly outcome: string;
  readonly version: number | null;
  readonly cells: Readonly<Record<string, unknown>> | null;
  readonly refusals: readonly { readonly code: string; readonly column: string | null; readonly message: string }[];
}
const RESULT = "outcome version cells refusals { code column message }";

/** Takes a step by the mutation named after it. */
export async function take(who: Caller, intent: string, id: string, cells: object = {}): Promise<Outcome> {
  const input = `${intent.charAt(0).toUpperCase()}${intent.slice(1)}Input`;
  const { data, errors, text } = await who.ask<Readonly<Record<string, Outcome>>>(
    `mutation ($input: ${input}!) { ${intent}(input: $input) { ${RESULT} } }`,
    { input: { id, ...cells } },
  );
  const outcome = errors.length === 0 ? data[intent] : undefined;
  if (!outcome) throw new Error(`${who.name}, ${intent}: ${text}`);
  return outcome;
}

/** The same, and it must succeed. */
export async function done(who: Caller, intent: string, id: string, cells: object = {}): Promise<Outcome> {
  const outcome = await take(who, intent, id, cells);
  if (outcome.outcome !== "APPLIED") throw new Error(`${who.name}, ${intent}: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
}

/** Writes a row, new or `known`, which must succeed. Gives its id and code. */
export async function write(
  who: Caller,
  register: string,
  cells: object,
  known: { readonly id: string; readonly version: number } | null = null,
): Promise<{ readonly id: string; readonly code: string; readonly version: number }> {
  const row = known?.id ?? crypto.randomUUID();
  const { data, errors, text } = await who.ask<{ push: { results: readonly Outcome[] } }>(
    `mutation ($register: String!, $batch: ID!, $rows: [PushRowInput!]!) {
      push(register: $register, batch: $batch, part: 0, rows: $rows, dryRun: false) { results { ${RESULT} } }
    }`,
    { register, batch: crypto.randomUUID(), rows: [{ row, base: known?.version ?? null, cells }] },
  );
  const result = errors.length === 0 ? data.push.results[0] : undefined;
  if (result?.outcome !== "APPLIED") throw new Error(`${who.name}, ${register}: ${text}`);
  return { id: row, code: String(result.cells?.["code"]), version: result.version ?? 1 };
}

/** Cells of a row as someone reads them. */
export async function read<Row>(who: Caller, type: string, id: string, fields: string): Promise<Row> {
  const { data, errors, text } = await who.ask<Readonly<Record<string, Row>>>(
    `query ($id: ID!) { ${type}(id: $id) { ${fields} } }`,
    { id },
  );
  const row = errors.length === 0 ? data[type] : undefined;
  if (!row) throw new Error(`${who.name}, ${type}: ${text}`);
  return row;
}

/** Changes cells of a row as it stands. */
export async function edit(who: Caller, register: string, type: string, id: string, cells: object): Promise<void> {
  const { version } = await read<{ version: number }>(who, type, id, "version");
  await write(who, register, cells, { id, version });
}
