import { jwtVerify, SignJWT } from "jose";

/** Bearer tokens of development sign-in: signed with a secret of this server, good for half a day. */

const ISSUER = "saime";
const AUDIENCE = "saime-api";
const ALGORITHM = "HS256";
export const TOKEN_HOURS = 12;

export interface Token {
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** A token that says `person` signed in at `now`. */
export async function issueToken(secret: Uint8Array, person: string, now: Date): Promise<Token> {
  const issued = Math.floor(now.getTime() / 1_000);
  const expires = issued + TOKEN_HOURS * 3_600;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
    .setSubject(person)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issued)
    .setExpirationTime(expires)
    .sign(secret);
  return { token, expiresAt: new Date(expires * 1_000).toISOString() };
}

/** The person whom `token` names, or null when it is not ours, not for us, or no longer good. */
export async function readToken(secret: Uint8Array, token: string, now: Date): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      typ: "JWT",
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ["sub", "exp", "iat"],
      currentDate: now,
    });
    return payload.sub ?? null;
  } catch {
    return null;
  }
}
