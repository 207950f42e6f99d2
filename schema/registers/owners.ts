import type { RowRoles } from "./register.ts";
import type { Who } from "./roles.ts";

/** Owners of services and resources, and those who answer for all of them (domain.md, section 1). */

export const PORTFOLIO_OWNERS = [
  "SERVICE_PORTFOLIO_OWNER",
  "RESOURCE_PORTFOLIO_OWNER",
] as const satisfies readonly Who[];
export const OWNERS = [...PORTFOLIO_OWNERS, "SERVICE_OWNER", "RESOURCE_OWNER"] as const satisfies readonly Who[];
export const SERVICE_OWNERS = ["SERVICE_PORTFOLIO_OWNER", "SERVICE_OWNER"] as const satisfies readonly Who[];
export const RESOURCE_OWNERS = ["RESOURCE_PORTFOLIO_OWNER", "RESOURCE_OWNER"] as const satisfies readonly Who[];

/** The owner of the service or resource that the reference column `via` names holds the owner's role for the row. */
export const ownersVia = (via: string) =>
  ({
    SERVICE_OWNER: [{ column: "owner", via, of: "services" }],
    RESOURCE_OWNER: [{ column: "owner", via, of: "resources" }],
  }) as const satisfies RowRoles;
