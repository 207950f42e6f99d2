import { ROLES, type Who } from "../../schema/registers/roles.ts";

/** Everyone who may ask, one at a time. */
export const EVERYONE = [...Object.keys(ROLES), "STAFF", "MONITORING"] as Who[];
