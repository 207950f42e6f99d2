import { type GraphQLSchema, parse } from "graphql";
import { createYoga, type Plugin, type YogaServerInstance } from "graphql-yoga";
import { type ApiContext } from "../../schema/api/context.ts";
import { type RawJsonSlots } from "../../schema/api/raw-json.ts";
import { inLanguage, isExpected, maskError } from "./errors.ts";
import { languageOf } from "./language.ts";
import { LIMITS, sizeRule } from "./limits.ts";

/** Called with whatever went wrong that nobody outside may read. */
export type Report = (error: unknown) => void;

export interface ApiOptions {
  readonly schema: GraphQLSchema;
  /** Who asks, in which language, with which use cases. Called once a request. */
  readonly contextOf: (request: Request, raw: RawJsonSlots) => Promise<ApiContext>;
  /** GraphiQL is shown in development only. */
  readonly development: boolean;
  readonly report: Report;
}

/** What the HTTP layer hands in with a request: where resolvers put raw JSON, which it splices in itself. */
export interface Handed {
  readonly raw: RawJsonSlots;
}
export type Api = YogaServerInstance<Handed, ApiContext>;

/** GraphQL over the Fetch API: limits, context, raw JSON, masked errors in the language of the request. */
export async function createApi({ schema, contextOf, development, report }: ApiOptions): Promise<Api> {
  return createYoga<Handed, ApiContext>({
    schema,
    context: ({ request, raw }) => contextOf(request, raw),
    // The pane and the API are one origin; nobody else's page has business here.
    cors: false,
    // The HTTP layer in front has counted the bytes already, and answers 413 in the person's language.
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    landingPage: false,
    ...(development ? await graphiql() : { graphiql: false }),
    maskedErrors: { maskError: (error) => maskError(error), errorMessage: "" },
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: report,
      error: (error: unknown) => {
        if (!isExpected(error)) report(error);
      },
    },
    plugins: [limits, answers],
  });
}

const FIRST_QUERY = "{\n  signInChoices { person name institution roles }\n}\n";

/** GraphiQL from npm: the usual one comes from an address that closed networks do not reach. Left out where only what runs is installed. */
async function graphiql() {
  const page = await import("@graphql-yoga/render-graphiql").catch(() => null);
  if (page === null) return { graphiql: false as const };
  return { graphiql: { title: "Saime", defaultQuery: FIRST_QUERY }, renderGraphiQL: page.renderGraphiQL };
}

const limits: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string, options: object) =>
      parse(source, { ...options, maxTokens: LIMITS.tokens, noLocation: false }),
    );
  },
  onValidate({ addValidationRule }) {
    addValidationRule(sizeRule);
  },
};

/** Puts errors, wherever they arose, into the request's language. */
const answers: Plugin = {
  onResultProcess(payload) {
    const { result, request } = payload;
    if (Array.isArray(result) || Symbol.asyncIterator in result || !result.errors) return;
    const language = languageOf(request.headers.get("accept-language"));
    payload.setResult({ ...result, errors: result.errors.map((error) => inLanguage(error, language)) });
  },
};
