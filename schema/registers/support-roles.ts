import { OWNERS, ownersVia } from "./owners.ts";
import type { RowRoles } from "./register.ts";
import type { Who } from "./roles.ts";

/** Who works on what is said about a service or a resource (domain.md, section 1). */

/** Those who classify, diagnose and resolve. */
export const WORKERS = ["SERVICE_PROVIDER", ...OWNERS] as const satisfies readonly Who[];

/** The single point of contact besides. */
export const SUPPORTERS = ["FRONT_OFFICE", ...WORKERS] as const satisfies readonly Who[];

/** Roles that people hold for a row through the services and resources that its column `via` names. */
export const rolesThrough = (via: string) =>
  ({
    ...ownersVia(via),
    SERVICE_PROVIDER: [{ column: "providers", via, of: "services" }],
    RESOURCE_USER: [{ column: "users", via, of: "resources" }],
  }) as const satisfies RowRoles;
