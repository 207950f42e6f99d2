import { createContext, use } from "react";
import type { MaturityService } from "./port.ts";

export const MaturityContext = createContext<MaturityService | null>(null);

export function useMaturity(): MaturityService {
  const service = use(MaturityContext);
  if (!service) throw new Error("useMaturity needs a MaturityContext above it");
  return service;
}
