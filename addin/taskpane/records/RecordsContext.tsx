import { createContext, use } from "react";
import type { RecordService } from "./port.ts";

/** The server's word on single records, for the pages that show them. */
export const RecordsContext = createContext<RecordService | null>(null);

export function useRecords(): RecordService {
  const records = use(RecordsContext);
  if (!records) throw new Error("useRecords needs a RecordsContext above it");
  return records;
}
