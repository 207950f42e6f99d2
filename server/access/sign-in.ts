import { type SignedIn, type SignInChoice } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { dayOf, USUAL_ZONE } from "../../schema/registers/instants.ts";
import { type Sql } from "../store/store.ts";
import { findActor, listPeople } from "./people.ts";
import { issueToken, readToken, type Token } from "./token.ts";

/** How people sign in. An identity provider's tokens come behind the same port. */
export interface SignIn {
  /** Who sends a request with these headers; null for nobody we know. Throws nothing a stranger could provoke. */
  authenticate(headers: Pick<Headers, "get">): Promise<SignedIn | null>;
  choices(): Promise<readonly SignInChoice[]>;
  /** Throws SaimeError FORBIDDEN where choosing a person is switched off, NOT_FOUND for a person that does not exist. */
  signIn(person: string): Promise<Token>;
}

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i;

/** Sign-in for development: one picks a person, and the server vouches with a token of its own. */
export function developmentSignIn(sql: Sql, secret: Uint8Array, now: () => Date = () => new Date()): SignIn {
  // Whose institution it is, and so its zone, is not known yet.
  const today = () => dayOf(now().toISOString(), USUAL_ZONE);
  return {
    async authenticate(headers) {
      const token = BEARER.exec(headers.get("authorization") ?? "")?.[1];
      if (token === undefined) return null;
      const person = await readToken(secret, token, now());
      return person === null ? null : findActor(sql, person, today());
    },
    choices: () => listPeople(sql, today()),
    async signIn(person) {
      if ((await findActor(sql, person, today())) === null) throw new SaimeError("NOT_FOUND");
      return issueToken(secret, person, now());
    },
  };
}

/** No sign-in at all: what a server gives that is told not to let people pick who they are. */
export const noSignIn: SignIn = {
  authenticate: () => Promise.resolve(null),
  choices: () => Promise.resolve([]),
  signIn: () => Promise.reject(new SaimeError("FORBIDDEN", "Development sign-in is switched off.")),
};
