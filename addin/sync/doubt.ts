import type { ErrorCode } from "../../schema/messages/errors.ts";
import type { ServerError, ServerErrorCode } from "./server.ts";

/**
 * What a failed push tells of the part that was sent.
 * - `NOTHING`: nobody knows whether the part was carried out, now or before.
 * - `NOT_NOW`: this try did nothing; of earlier tries it tells nothing.
 * - `TAKEN`: something was carried out under this batch and part.
 */
type Tells = "NOTHING" | "NOT_NOW" | "TAKEN";

/** The server's own word where it gave one, else what became of the request on the way. */
const TELLS: Readonly<Record<ErrorCode | ServerErrorCode, Tells>> = {
  OFFLINE: "NOTHING",
  CANCELLED: "NOTHING",
  FAILED: "NOTHING",
  TIMEOUT: "NOTHING",
  INTERNAL: "NOTHING",
  // Whoever signs in again sends the very same again: there is nothing to be settled before.
  SIGNED_OUT: "NOTHING",
  UNAUTHENTICATED: "NOTHING",
  FORBIDDEN: "NOT_NOW",
  BAD_REQUEST: "NOT_NOW",
  NOT_FOUND: "NOT_NOW",
  UNKNOWN_REGISTER: "NOT_NOW",
  BAD_CURSOR: "NOT_NOW",
  NOTHING_TO_UNDO: "NOT_NOW",
  TOO_MANY_ROWS: "NOT_NOW",
  TOO_LARGE: "NOT_NOW",
  // The batch's number was taken by this sheet alone: its part landed, for another person or another text of it.
  BATCH_REUSED: "TAKEN",
};

/**
 * What becomes of a part in doubt after a failed push: it is kept to be sent again, dropped because it cannot have
 * been carried out, or settled by asking the server how the rows stand. `earlier`: a try before this one was sent, or
 * may have been.
 */
export function doubtAfter(error: ServerError, earlier: boolean): "KEEP" | "DROP" | "ASK" {
  const tells = TELLS[error.said ?? error.code];
  if (tells === "NOTHING") return "KEEP";
  return tells === "TAKEN" || earlier ? "ASK" : "DROP";
}
