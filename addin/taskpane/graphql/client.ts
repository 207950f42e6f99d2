import { Client, fetchExchange, type AnyVariables, type OperationResult, type TypedDocumentNode } from "@urql/core";
import type { Language } from "../../../schema/registers/words.ts";
import { ServerError } from "../../sync/server.ts";
import { toServerError } from "./errors.ts";

export interface ClientOptions {
  /** Address of the API. */
  readonly url: string;
  /** The bearer token, or null when nobody is signed in. */
  readonly token: () => string | null;
  readonly language: () => Language;
  /** Called when the server no longer knows the token that was sent. */
  readonly onSignedOut: () => void;
  readonly fetch?: typeof fetch;
}

export interface ApiClient {
  query<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data>;
  mutate<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data>;
}

const abortable =
  (base: typeof fetch, signal: AbortSignal): typeof fetch =>
  (input, init) =>
    base(input, { ...init, signal });

/** urql without a cache: the sheet is the cache. Every failure is a {@link ServerError}. */
export function createApiClient(options: ClientOptions): ApiClient {
  const client = new Client({
    url: options.url,
    exchanges: [fetchExchange],
    requestPolicy: "network-only",
    preferGetMethod: false,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    fetchOptions: () => {
      const token = options.token();
      return {
        headers: { "accept-language": options.language(), ...(token ? { authorization: `Bearer ${token}` } : {}) },
        // The token is all that counts: no cookie goes along.
        credentials: "omit" as const,
      };
    },
  });

  const base = options.fetch ?? ((input, init) => fetch(input, init));

  const ask = <Data, Variables extends AnyVariables>(
    kind: "query" | "mutation",
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ) =>
    new Promise<Data>((resolve, reject) => {
      const cancelled = () => new ServerError("CANCELLED", "Cancelled");
      if (signal?.aborted) return reject(cancelled());
      const sent = options.token();
      const source =
        kind === "query"
          ? client.query(document, variables)
          : client.mutation(document, variables, signal ? { fetch: abortable(base, signal) } : {});
      const stop = () => {
        // Urql aborts the request of a query that nobody listens to any more; a mutation's is aborted by its own fetch.
        subscription.unsubscribe();
        reject(cancelled());
      };
      const settle = (result: OperationResult<Data, Variables>) => {
        if (result.error) {
          const error = toServerError(result.error);
          if (error.code === "SIGNED_OUT" && sent !== null && sent === options.token()) options.onSignedOut();
          reject(error);
        } else if (result.data === undefined || result.data === null) {
          reject(new ServerError("FAILED", "The server's answer holds no data."));
        } else resolve(result.data);
      };
      const subscription = source.subscribe((result) => {
        if (result.stale || result.hasNext) return;
        signal?.removeEventListener("abort", stop);
        // A query's source never ends by itself, and would hand its old answer to whoever asks the same again.
        queueMicrotask(() => subscription.unsubscribe());
        settle(result);
      });
      signal?.addEventListener("abort", stop, { once: true });
    });

  return {
    query: (document, variables, signal) => ask("query", document, variables, signal),
    mutate: (document, variables, signal) => ask("mutation", document, variables, signal),
  };
}
