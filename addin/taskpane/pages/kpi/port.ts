import type { Audience } from "../../../../schema/measuring/audiences.ts";
import type { BehindRow } from "../../../../schema/measuring/asks.ts";
import type { KpiResult, KpiSeries, Movement, PeriodKind, Signal } from "../../../../schema/measuring/results.ts";
import type { ResultsServer } from "../../../sync/results/port.ts";

/** A KPI over time as the pane shows it: sentences come in the pane's language. */
export interface SeriesView extends Omit<KpiSeries, "movement"> {
  readonly movement: Omit<Movement, "words" | "signals"> & {
    readonly words: string;
    readonly signals: readonly (Pick<Signal, "kind" | "periods"> & { readonly words: string })[];
  };
}

export interface SeriesQuestion {
  /** Code of a service, resource or process; null for the widest that the person reads. */
  readonly scope: string | null;
  /** Each KPI's own where null. */
  readonly period: PeriodKind | null;
  readonly last: number;
}

export interface BehindView {
  readonly rows: readonly BehindRow[];
  readonly total: number;
}

/** What the pane asks the server about results. Throws ServerError. */
export interface KpiService extends ResultsServer {
  series(question: SeriesQuestion, signal?: AbortSignal): Promise<readonly SeriesView[]>;
  /** The records behind a figure. */
  behind(of: KpiResult, signal?: AbortSignal): Promise<BehindView>;
  /** The address of a printable report on figures before `until`; good for five minutes. */
  printable(audience: Audience | null, until: string, signal?: AbortSignal): Promise<string>;
}
