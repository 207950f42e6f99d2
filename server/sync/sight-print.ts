import { createHash } from "node:crypto";
import type { Actor } from "../../schema/api/context.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Sight } from "../access/sight.ts";
import { idsNaming } from "../store/sight.ts";
import type { Sql } from "../store/store.ts";

/**
 * What decides, besides the rows themselves, what the person sees of the register: services, resources and processes
 * through which they see personal data, and whether they see them all. A sheet that was filled while that was
 * otherwise lacks what rows hold, or has what it may not have any more, however long ago they were written. Empty for
 * registers of which everybody sees the same.
 */
export async function sightPrint(sql: Sql, register: Register, actor: Actor, sight: Sight): Promise<string> {
  if (sight.personal === "ALL") return Object.values(register.columns).some(({ personal }) => personal) ? "all" : "";
  const told: (readonly string[])[] = [];
  for (const way of sight.personal) {
    if ("ids" in way) told.push([way.via ?? "", ...way.ids.toSorted()]);
    // Being named in the row itself changes with the row.
    else if (way.via !== undefined)
      told.push([way.via, way.of, way.column, ...(await idsNaming(sql, way, actor.institutionId, sight.person))]);
  }
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url").slice(0, 12);
}
