import { SaimeError } from "../messages/errors.ts";
import { isUuid } from "../sync/uuid.ts";
import type { ApiContext, SignedIn } from "./context.ts";

/** Who asks; refuses whoever is not signed in. */
export function signedIn(context: ApiContext): SignedIn {
  if (context.actor === null) throw new SaimeError("UNAUTHENTICATED");
  return context.actor;
}

/** `text` in lower case if it is a UUID; else refuses the request, naming the argument. */
export function uuid(text: string, argument: string): string {
  if (!isUuid(text)) throw new SaimeError("BAD_REQUEST", `"${argument}" must be a UUID.`);
  return text.toLowerCase();
}
