import type { ErrorCode } from "../../schema/messages/errors.ts";
import type { HistoryEntry, PullPage, PushAnswer, PushRequest, UndoAnswer } from "../../schema/sync/protocol.ts";

/** The server as the sheet sees it. The GraphQL client implements it in the pane; tests implement it as they need. */
export interface SaimeServer {
  /** `since` null asks for the whole picture. Throws {@link ServerError}. */
  pull(register: string, since: string | null, signal?: AbortSignal): Promise<PullPage>;
  push(request: PushRequest, signal?: AbortSignal): Promise<PushAnswer>;
  undo(register: string, batch: string, signal?: AbortSignal): Promise<UndoAnswer>;
  history(register: string, row: string, signal?: AbortSignal): Promise<readonly HistoryEntry[]>;
}

/** Why the server gave no answer. OFFLINE: no reply, the request may or may not have been carried out; retry the same batch. */
export type ServerErrorCode = "OFFLINE" | "SIGNED_OUT" | "FORBIDDEN" | "BAD_REQUEST" | "FAILED" | "CANCELLED";
export class ServerError extends Error {
  readonly code: ServerErrorCode;
  /** The server's own word for it; null where something on the way answered, or nothing did. */
  readonly said: ErrorCode | null;
  constructor(code: ServerErrorCode, message: string, options: ErrorOptions & { readonly said?: ErrorCode } = {}) {
    super(message, options);
    this.code = code;
    this.said = options.said ?? null;
  }
}
