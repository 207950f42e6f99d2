import { createContext, use } from "react";
import type { KnowledgeService } from "./port.ts";

/** The server's search, for the pages that show what is known. */
export const KnowledgeContext = createContext<KnowledgeService | null>(null);

export function useKnowledge(): KnowledgeService {
  const knowledge = use(KnowledgeContext);
  if (!knowledge) throw new Error("useKnowledge needs a KnowledgeContext above it");
  return knowledge;
}
