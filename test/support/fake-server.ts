import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SignedIn, type UseCases } from "../../schema/api/context.ts";
import { schema } from "../../schema/api/schema.ts";
import { createApi } from "../../server/http/api.ts";
import { contextFor } from "../../server/http/context.ts";
import { type GraphQLLimits } from "../../server/http/graphql.ts";
import { createHttpServer, listen, type Listening } from "../../server/http/server.ts";

export const ANNA: SignedIn = {
  personId: "11111111-1111-4111-8111-111111111111",
  institutionId: "22222222-2222-4222-8222-222222222222",
  name: "Anna Ozola",
  institution: "Paraugu iestāde",
  roles: ["SERVICE_PORTFOLIO_OWNER"],
};

export interface FakeServer extends Listening {
  /** What went to the log. */
  readonly reported: unknown[];
  readonly dist: string;
}

export interface FakeOptions {
  readonly use?: Partial<UseCases>;
  readonly actor?: SignedIn | null;
  readonly development?: boolean;
  readonly limits?: GraphQLLimits;
  /** Files of the add-in by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly healthy?: () => Promise<boolean>;
}

/** The HTTP layer over use cases of the test's own: what stands between the network and the schema, and nothing else. */
export async function startFakeServer(options: FakeOptions = {}): Promise<FakeServer> {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const dist = await mkdtemp(join(tmpdir(), "saime-dist-"));
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(join(dist, path, ".."), { recursive: true });
    await writeFile(join(dist, path), text);
  }
  const actor = options.actor === undefined ? ANNA : options.actor;
  const development = options.development ?? false;
  const contextOf = contextFor((options.use ?? {}) as UseCases, { authenticate: () => Promise.resolve(actor) });
  const server = await createHttpServer({
    knowledge: { search: async () => [], article: async () => [], shared: async () => false },
    api: await createApi({ schema, contextOf, development, report }),
    dist,
    development,
    healthy: options.healthy ?? (() => Promise.resolve(true)),
    report,
    ...(options.limits && { limits: options.limits }),
  });
  const listening = await listen(server, 0, "127.0.0.1");
  return {
    ...listening,
    url: `http://127.0.0.1:${listening.port}`,
    reported,
    dist,
    async close(patience) {
      await listening.close(patience);
      await rm(dist, { recursive: true, force: true });
    },
  };
}
