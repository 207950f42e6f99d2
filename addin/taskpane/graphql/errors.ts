import type { CombinedError } from "@urql/core";
import { ERRORS, type ErrorCode } from "../../../schema/messages/errors.ts";
import { ServerError, type ServerErrorCode } from "../../sync/server.ts";

const BY_CODE: Readonly<Record<ErrorCode, ServerErrorCode>> = {
  UNAUTHENTICATED: "SIGNED_OUT",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "BAD_REQUEST",
  UNKNOWN_REGISTER: "BAD_REQUEST",
  BAD_CURSOR: "BAD_REQUEST",
  BAD_REQUEST: "BAD_REQUEST",
  BATCH_REUSED: "BAD_REQUEST",
  TOO_MANY_ROWS: "BAD_REQUEST",
  NOTHING_TO_UNDO: "BAD_REQUEST",
  TOO_LARGE: "BAD_REQUEST",
  TIMEOUT: "FAILED",
  INTERNAL: "FAILED",
};

/** A gateway without a server behind it is no reply either: nobody knows whether the request was carried out. */
const NO_REPLY = new Set([408, 429, 502, 503, 504]);

function byStatus(status: number): ServerErrorCode {
  if (status === 401) return "SIGNED_OUT";
  if (status === 403) return "FORBIDDEN";
  if (NO_REPLY.has(status)) return "OFFLINE";
  return status >= 400 && status < 500 ? "BAD_REQUEST" : "FAILED";
}

/** A failed GraphQL request as the sheet's engine and the pages know it. */
export function toServerError(error: CombinedError): ServerError {
  const said = error.graphQLErrors[0];
  if (said) {
    const code = said.extensions["code"];
    if (typeof code === "string" && Object.hasOwn(ERRORS, code)) {
      const known = code as ErrorCode;
      return new ServerError(BY_CODE[known], said.message, { cause: error, said: known });
    }
    return new ServerError("FAILED", said.message, { cause: error });
  }
  const response = error.response as Response | undefined;
  if (response) return new ServerError(byStatus(response.status), error.message, { cause: error });
  return new ServerError("OFFLINE", error.message, { cause: error });
}
