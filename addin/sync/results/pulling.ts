import type { ResultColumnKey } from "../../../schema/measuring/result-columns.ts";
import { stopIfCancelled, tell } from "../context.ts";
import type { Work } from "../service.ts";
import type { ResultsServer } from "./port.ts";
import { RESULT_KEYS, type ResultRow } from "./table.ts";

/** All results that the person may read, of each KPI's own frequency, page by page. */
export async function pullResults(server: ResultsServer, work?: Work): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  for (let after: string | null = null; ;) {
    stopIfCancelled(work);
    const page = await server.page({ period: null, from: null, to: null, after }, work?.signal);
    const columns = RESULT_KEYS.map((key) => [key, page.values[page.columns.indexOf(key)]] as const);
    for (let row = 0; row < page.count; row++)
      rows.push(
        Object.fromEntries(columns.map(([key, values]) => [key, values?.[row] ?? null])) as Record<
          ResultColumnKey,
          string | number | null
        >,
      );
    tell(work, "PULL", rows.length, rows.length);
    if (page.next === null) return rows;
    after = page.next;
  }
}
