import { createHash, randomBytes } from "node:crypto";
import type { Actor, ApiToken, NewApiToken, SignedIn } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { PORTFOLIO_OWNERS } from "../../schema/registers/owners.ts";
import type { Sql } from "../store/store.ts";
import { heldEverywhere } from "./rights.ts";
import type { SignIn } from "./sign-in.ts";

/**
 * Tokens by which monitoring and measuring systems sign in (domain.md, section 1): they register incidents and enter
 * measurements and see nothing. Of a token only its SHA-256 is kept, which is enough: it is 32 random bytes.
 */

const PREFIX = "saime_";
const BEARER = /^Bearer +(saime_[\w-]{43}) *$/i;
const NAME_LENGTH = 100;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

const FIELDS = `t.id, t.name, coalesce(p.name, '—') as "createdBy",
  to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
  to_char(t.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "revokedAt"`;

/** A new token, told this once. Throws SaimeError FORBIDDEN for who owns no portfolio, BAD_REQUEST for a name that is none. */
export async function createApiToken(sql: Sql, actor: Actor, name: string): Promise<NewApiToken> {
  mustOwnPortfolio(actor);
  const called = name.trim();
  if (called === "" || called.length > NAME_LENGTH || called.includes("\u0000"))
    throw new SaimeError("BAD_REQUEST", `"name" has 1 to ${NAME_LENGTH} characters.`);
  const token = PREFIX + randomBytes(32).toString("base64url");
  const [row] = await sql.query<ApiToken>(
    `with t as (insert into api_token (institution_id, name, hash, created_by, created_at)
       values ($1, $2, $3, $4, now()) returning *)
     select ${FIELDS} from t left join person p on p.id = t.created_by`,
    [actor.institutionId, called, hashOf(token), actor.personId],
  );
  if (!row) throw new Error("no token was made");
  return { ...row, token };
}

/** Tokens of the institution, newest first, revoked ones among them. Throws SaimeError FORBIDDEN. */
export async function listApiTokens(sql: Sql, actor: Actor): Promise<readonly ApiToken[]> {
  mustOwnPortfolio(actor);
  return sql.query<ApiToken>(
    `select ${FIELDS} from api_token t left join person p on p.id = t.created_by
     where t.institution_id = $1 order by t.created_at desc, t.id`,
    [actor.institutionId],
  );
}

/** From now on nobody signs in with it; once revoked it stays so. Throws SaimeError FORBIDDEN, NOT_FOUND. */
export async function revokeApiToken(sql: Sql, actor: Actor, id: string): Promise<ApiToken> {
  mustOwnPortfolio(actor);
  const [row] = await sql.query<ApiToken>(
    `with t as (update api_token set revoked_at = coalesce(revoked_at, now())
       where id = $1::uuid and institution_id = $2 returning *)
     select ${FIELDS} from t left join person p on p.id = t.created_by`,
    [id, actor.institutionId],
  );
  if (!row) throw new SaimeError("NOT_FOUND");
  return row;
}

/** The same ways of signing in, and by API token. */
export function withApiTokens(sql: Sql, signIn: SignIn): SignIn {
  return {
    ...signIn,
    async authenticate(headers) {
      const token = BEARER.exec(headers.get("authorization") ?? "")?.[1];
      return token === undefined ? signIn.authenticate(headers) : findMonitor(sql, token);
    },
  };
}

async function findMonitor(sql: Sql, token: string): Promise<SignedIn | null> {
  const [row] = await sql.query<{ id: string; name: string; institution_id: string; institution: string }>(
    `select t.id, t.name, t.institution_id, i.name as institution
     from api_token t join institution i on i.id = t.institution_id where t.hash = $1 and t.revoked_at is null`,
    [hashOf(token)],
  );
  if (!row) return null;
  const { id, name, institution_id, institution } = row;
  return { personId: id, institutionId: institution_id, name, institution, roles: [], monitoring: true };
}

function mustOwnPortfolio(actor: Actor): void {
  const held = heldEverywhere(actor);
  if (!PORTFOLIO_OWNERS.some((role) => held.includes(role))) throw new SaimeError("FORBIDDEN");
}
