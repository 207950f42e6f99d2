import type { PeriodKind } from "../../../schema/measuring/results.ts";
import type { ResultsPage } from "../../../schema/measuring/asks.ts";
import type { Language } from "../../../schema/registers/words.ts";
import type { ReportView } from "./report.ts";
import type { Work } from "../service.ts";

/** What a page of results is asked by; what is null does not narrow. */
export interface ResultsQuestion {
  readonly period: PeriodKind | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly after: string | null;
}

/** The server's results as the sheet sees them. Throws ServerError. */
export interface ResultsServer {
  page(question: ResultsQuestion, signal?: AbortSignal): Promise<ResultsPage>;
}

export interface ResultsReport {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What the pane asks of the workbook about results. Calls run one after another and can be cancelled. */
export interface ResultsService {
  /** Makes the Results sheet, or brings it up to date where it stands, and brings it to the front. */
  refresh(language: Language, work?: Work): Promise<ResultsReport>;
  /** Brings the Results sheet up to date and makes or refreshes PivotTables, ratios and charts over it. */
  analyse(language: Language, work?: Work): Promise<void>;
  /** A sheet with the report, in the place of the former one. */
  report(view: ReportView, language: Language, work?: Work): Promise<void>;
}
