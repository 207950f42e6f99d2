import { SaimeError } from "../messages/errors.ts";
import type { ApiContext, SignedIn } from "./context.ts";

/** Who asks; refuses whoever is not signed in. */
export function signedIn(context: ApiContext): SignedIn {
  if (context.actor === null) throw new SaimeError("UNAUTHENTICATED");
  return context.actor;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a UUID in its usual form; anything else could not name a row or a batch. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** `text` in lower case if it is a UUID; else refuses the request, naming the argument. */
export function uuid(text: string, argument: string): string {
  if (!isUuid(text)) throw new SaimeError("BAD_REQUEST", `"${argument}" must be a UUID.`);
  return text.toLowerCase();
}
