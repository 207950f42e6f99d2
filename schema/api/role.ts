import { ROLES, type Role } from "../registers/roles.ts";
import { builder } from "./builder.ts";
import { term } from "./term.ts";

export const RoleRef = builder.enumType("Role", {
  description: "Roles in the management of services.",
  values: Object.fromEntries(
    Object.entries(ROLES).map(([role, { label }]) => [role, { value: role as Role, description: term(label) }]),
  ) as Record<Role, { value: Role; description: string }>,
});
