import { ROLES, type Role } from "../../../schema/registers/roles.ts";
import { useText } from "../app/TextContext.tsx";

export function RoleNames({ roles, className }: { readonly roles: readonly Role[]; readonly className: string }) {
  const text = useText();
  if (roles.length === 0) return null;
  return <span className={className}>{roles.map((role) => text.words(ROLES[role].label)).join(", ")}</span>;
}
