import { type ApiContext, type UseCases } from "../../schema/api/context.ts";
import { type RawJsonSlots } from "../../schema/api/raw-json.ts";
import { type SignIn } from "../access/sign-in.ts";
import { languageOf } from "./language.ts";

/** What resolvers know of a request. */
export function contextFor(use: UseCases, signIn: Pick<SignIn, "authenticate">) {
  return async ({ headers }: Request, raw: RawJsonSlots): Promise<ApiContext> => ({
    actor: await signIn.authenticate(headers),
    language: languageOf(headers.get("accept-language")),
    use,
    raw,
  });
}
