import { type Answered } from "./ask.ts";
import { startTestServer, type TestServer } from "./server.ts";
import { type World } from "./world.ts";

/** The sync surface as tests ask it over HTTP, and three services that people of the test's institution know. */

export const id = () => crypto.randomUUID();
export const [PASSPORT, PERMIT, ARCHIVE] = [id(), id(), id()];

export interface Result {
  readonly row: string;
  readonly outcome: string;
  readonly id: string | null;
  readonly version: number | null;
  readonly refusals: { code: string; column: string | null; message: string; allowed: string[]; words: object }[];
  readonly conflicts: { column: string; base: unknown; mine: unknown; theirs: unknown; by: string; at: string }[];
  readonly cells: Record<string, unknown> | null;
}
export interface Pushed {
  readonly push: { repeated: boolean; dryRun: boolean; results: Result[]; json: { results: Result[] } };
}
export interface Sent {
  readonly row: string;
  readonly base?: number | null;
  readonly cells: object;
  readonly retire?: boolean;
}

const PUSH = `mutation($batch: ID!, $rows: [PushRowInput!]!, $dryRun: Boolean! = false) {
  push(register: "services", batch: $batch, rows: $rows, dryRun: $dryRun) {
    batch part dryRun repeated json
    results {
      row outcome id version retired cells
      conflicts { column base mine theirs by at }
      refusals { code column message allowed words { lv en } }
    }
  }
}`;

export type Person = { readonly name: string };
export interface Api extends TestServer {
  push(
    who: Person,
    rows: readonly Sent[],
    more?: { batch?: string; dryRun?: boolean; language?: string },
  ): Promise<Answered<Pushed>>;
}

/** The server with its seed: a passport with an owner and a provider, a permit, an archive; one service of strangers. */
export async function startApi(): Promise<Api> {
  const server = await startTestServer();
  const push: Api["push"] = (who, rows, more = {}) =>
    server.ask<Pushed>(who, PUSH, {
      variables: { batch: more.batch ?? id(), rows, dryRun: more.dryRun ?? false },
      ...(more.language === undefined ? {} : { language: more.language }),
    });
  await seed(server.world, push);
  return { ...server, push };
}

async function seed({ portfolio, owner, provider, stranger }: World, push: Api["push"]): Promise<void> {
  const { data } = await push(portfolio, [
    {
      row: PASSPORT,
      cells: {
        name: "Pases izsniegšana",
        kind: "CORE",
        recipientGroups: ["CITIZEN"],
        channels: ["IN_PERSON", "WEB"],
        owner: owner.name,
        providers: [provider.name],
        deliveredSince: "2012-03-01",
        yearlyVolume: 120_000,
        costCentre: "0012",
      },
    },
    { row: PERMIT, cells: { name: "Būvatļauja 100% tiešsaistē", kind: "E_SERVICE", deliveredSince: "2020-06-15" } },
    { row: ARCHIVE, cells: { name: "Arhīva izziņa" } },
  ]);
  const outcomes = [...data.push.results];
  const theirs = await push(stranger, [{ row: id(), cells: { name: "Svešs pakalpojums" } }]);
  outcomes.push(...theirs.data.push.results);
  if (outcomes.some(({ outcome }) => outcome !== "APPLIED")) throw new Error(JSON.stringify(outcomes));
}
