import { GraphQLError } from "graphql";
import { ERRORS, SaimeError, type ErrorCode } from "../../schema/messages/errors.ts";
import { type Language } from "../../schema/registers/words.ts";

/**
 * What of an error leaves the server: a sentence of ours with its code, or what GraphQL itself says of a query it
 * cannot run. Everything else is masked; its cause goes to the log alone.
 */

/** The error at the bottom of GraphQL's wrapping. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError != null) cause = cause.originalError;
  return cause;
}

export const isExpected = (error: unknown): boolean => {
  const cause = causeOf(error);
  return cause instanceof SaimeError || cause instanceof GraphQLError;
};

/** The detail behind the error's own sentence, such as which argument was wrong. In English: it speaks to programmers. */
const detailOf = (error: SaimeError): string => error.message.slice(ERRORS[error.code].en.length).trim();

/** A sentence of ours in `language`; `detail` is added as it is. */
export function sentence(code: ErrorCode, language: Language, detail = ""): string {
  return detail === "" ? ERRORS[code][language] : `${ERRORS[code][language]} ${detail}`;
}

/** Where in the query and in the answer the error stands. */
const placeOf = ({ nodes, source, positions, path }: GraphQLError) => ({
  nodes: nodes ?? null,
  source: source ?? null,
  positions: positions ?? null,
  path: path ?? null,
});

/** Masks what nobody outside may read. Language comes later ({@link inLanguage}): here the request is not known. */
export function maskError(error: unknown): Error {
  const place = error instanceof GraphQLError ? placeOf(error) : {};
  const cause = causeOf(error);
  if (cause instanceof GraphQLError) return error instanceof GraphQLError ? error : cause;
  if (cause instanceof SaimeError) {
    return new GraphQLError(cause.message, { ...place, originalError: cause, extensions: { code: cause.code } });
  }
  return new GraphQLError(ERRORS.INTERNAL.en, { ...place, extensions: { code: "INTERNAL", unexpected: true } });
}

/** A masked error in the words of `language`, its code one of {@link ERRORS}. Place, path and HTTP status stay. */
export function inLanguage(error: GraphQLError, language: Language): GraphQLError {
  const cause = causeOf(error);
  const internal = error.extensions["code"] === "INTERNAL";
  const code: ErrorCode = cause instanceof SaimeError ? cause.code : internal ? "INTERNAL" : "BAD_REQUEST";
  const detail = cause instanceof SaimeError ? detailOf(cause) : internal ? "" : error.message;
  return new GraphQLError(sentence(code, language, detail), {
    ...placeOf(error),
    ...(cause instanceof SaimeError ? { originalError: cause } : {}),
    extensions: { ...error.extensions, code },
  });
}
