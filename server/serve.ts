import type { UseCases } from "../schema/api/context.ts";
import { schema } from "../schema/api/schema.ts";
import { withApiTokens } from "./access/api-tokens.ts";
import { type SignIn } from "./access/sign-in.ts";
import { createApi, type Report } from "./http/api.ts";
import { contextFor } from "./http/context.ts";
import { reportPages } from "./http/report/pages.ts";
import { createHttpServer, type HttpOptions, listen, type Listening } from "./http/server.ts";
import { publicKnowledge } from "./search/public.ts";
import { type Store } from "./store/store.ts";
import { useCases } from "./use-cases.ts";

export interface ServeOptions extends Pick<HttpOptions, "dist" | "development" | "pages" | "tls" | "limits"> {
  readonly store: Store;
  readonly signIn: SignIn;
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  readonly report: Report;
  /** Told of every institution whose rows were written. */
  readonly written?: (institutionId: string) => void;
}

/** Puts the API over a store and listens. The store stays the caller's to close, after the server. */
export async function serve({ store, signIn, port, host, written, ...options }: ServeOptions): Promise<Listening> {
  const { development, report } = options;
  const cases = told(useCases(store, signIn), written);
  const known = withApiTokens(store, signIn);
  const contextOf = contextFor(cases, known);
  const reports = reportPages({
    actorOf: (headers) => known.authenticate(headers),
    series: (actor, ask) => cases.kpiSeries(actor, ask),
    now: () => new Date(),
  });
  const api = await createApi({ schema, contextOf, development, report });
  const healthy = async () => (await store.query("select 1 as one")).length === 1;
  return listen(
    await createHttpServer({ ...options, api, knowledge: publicKnowledge(store), reports, healthy }),
    port,
    host,
  );
}

/** Use cases that tell of what they wrote. */
function told(cases: UseCases, written: ServeOptions["written"]): UseCases {
  if (!written) return cases;
  return {
    ...cases,
    push: async (actor, request) => {
      const answer = await cases.push(actor, request);
      if (!request.dryRun) written(actor.institutionId);
      return answer;
    },
    undo: async (actor, register, batch) => {
      const answer = await cases.undo(actor, register, batch);
      written(actor.institutionId);
      return answer;
    },
  };
}
