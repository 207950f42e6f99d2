import { createContext, use } from "react";
import type { KpiService } from "./port.ts";

export const KpiContext = createContext<KpiService | null>(null);

export function useKpis(): KpiService {
  const service = use(KpiContext);
  if (!service) throw new Error("useKpis needs a KpiContext above it");
  return service;
}
