import type { Message } from "../../i18n/message.ts";
import { work } from "../../i18n/messages/work.ts";
import type { Text } from "../../i18n/text.ts";
import { ServerError } from "../../sync/server.ts";
import type { Words } from "../../../schema/registers/words.ts";

/** What went wrong, as a person reads it. */
export interface Failure {
  readonly kind: "OFFLINE" | "SIGNED_OUT" | "FORBIDDEN" | "CANCELLED" | "FAILED";
  readonly title: Message;
  readonly body: Message;
  /** A sentence of the server or of the workbook's engine. */
  readonly detail: string | Words | null;
}

// Told by their shape, not their class: the engine that throws them is a chunk of its own.
function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "lv" in value && "en" in value;
}
function hasWords(error: unknown): error is { readonly words: Words } {
  return typeof error === "object" && error !== null && "words" in error && isWords(error.words);
}
function hasProblem(
  error: unknown,
): error is { readonly problem: { readonly code?: unknown; readonly message: Words } } {
  if (typeof error !== "object" || error === null || !("problem" in error)) return false;
  const { problem } = error;
  return typeof problem === "object" && problem !== null && "message" in problem && isWords(problem.message);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

export function toFailure(error: unknown): Failure {
  if (isAbort(error)) return { kind: "CANCELLED", title: work.cancelled, body: work.cancelled, detail: null };
  if (error instanceof ServerError) {
    switch (error.code) {
      case "CANCELLED":
        return { kind: "CANCELLED", title: work.cancelled, body: work.cancelled, detail: null };
      case "OFFLINE":
        return { kind: "OFFLINE", title: work.offlineTitle, body: work.offline, detail: null };
      case "SIGNED_OUT":
        return { kind: "SIGNED_OUT", title: work.failedTitle, body: work.failed, detail: error.message };
      case "FORBIDDEN":
        return { kind: "FORBIDDEN", title: work.forbiddenTitle, body: work.forbidden, detail: error.message };
      case "BAD_REQUEST":
        return { kind: "FAILED", title: work.failedTitle, body: work.badRequest, detail: error.message };
      case "FAILED":
        return { kind: "FAILED", title: work.failedTitle, body: work.failed, detail: error.message };
    }
  }
  if (hasProblem(error)) {
    const { code, message } = error.problem;
    const body = code === "SHEET_CHANGING" ? work.sheetChanging : work.sheetProblem;
    return { kind: "FAILED", title: work.failedTitle, body, detail: message };
  }
  const detail = hasWords(error) ? error.words : error instanceof Error ? error.message : null;
  return { kind: "FAILED", title: work.failedTitle, body: work.failed, detail };
}

/** The detail in the person's language, or null. */
export function detailOf(failure: Failure, text: Text): string | null {
  return typeof failure.detail === "string" || failure.detail === null ? failure.detail : text.words(failure.detail);
}
