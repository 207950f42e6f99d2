import { steps, stopIfCancelled } from "../context.ts";
import type { Work } from "../service.ts";
import { SheetError } from "../sheet-error.ts";
import { takeTurns } from "../turns.ts";
import { analysisSheets } from "./analysis.ts";
import { loadMeta, placeColumns } from "./meta.ts";
import type { ResultsServer, ResultsService } from "./port.ts";
import { NO_IDS } from "./problems.ts";
import { pullResults } from "./pulling.ts";
import { type ResultsContext, writeResults } from "./refreshing.ts";
import { reportSheet } from "./report.ts";
import { RESULTS } from "./table.ts";

/** Results in the workbook: their sheet, what is worked out over it, and reports. */
export function createResultsService(context: ResultsContext & { readonly server: ResultsServer }): ResultsService {
  const { port, laid, server } = context;
  const { inTurn } = takeTurns();

  /** The table's headings as the person has them by now. */
  const headingsNow = async (work?: Work) => {
    const image = await port.read(RESULTS, steps(work, "READ"), new Set());
    if (image === null) throw new SheetError(NO_IDS);
    const names = new Map(image.columns.map(({ id, heading }) => [id, heading]));
    const placed = placeColumns(image, await loadMeta(port));
    return new Map([...placed].map(([key, id]) => [key, names.get(id)!] as const));
  };

  return {
    refresh: (language, work) =>
      inTurn(work, async () => {
        const rows = await pullResults(server, work);
        const { rows: count, added, changed, removed } = await writeResults(context, rows, language, work);
        await port.jump(RESULTS, null);
        return { rows: count, added, changed, removed };
      }),
    analyse: (language, work) =>
      inTurn(work, async () => {
        const rows = await pullResults(server, work);
        const written = await writeResults(context, rows, language, work);
        stopIfCancelled(work);
        const headings = await headingsNow(work);
        const dates = await port.dateSystem();
        const sheets = analysisSheets({ rows, headings, dates, language: written.language });
        await laid.lay(sheets, steps(work, "SHEETS"));
      }),
    report: (view, language, work) =>
      inTurn(work, () => laid.lay([reportSheet(view, language)], steps(work, "SHEETS"))),
  };
}
