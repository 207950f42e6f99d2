import { createContext, use } from "react";
import type { AdministrationService } from "./port.ts";

export const AdministrationContext = createContext<AdministrationService | null>(null);

export function useAdministration(): AdministrationService {
  const service = use(AdministrationContext);
  if (!service) throw new Error("useAdministration needs an AdministrationContext above it");
  return service;
}
