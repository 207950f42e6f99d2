import type { PeriodKind } from "../../schema/measuring/results.ts";
import type { Edition } from "./kpis.ts";

/**
 * Parts to be read: of an edition in institutions, over whole periods from `from` until before `to`; of single services,
 * resources or processes (`ids`, null for all of them), of all of them together (ROLLED), or of institutions as such.
 */
export interface Wanted {
  readonly edition: Edition;
  /** Of a lead's KPI that is measured by hand: the institutions' own KPIs that it adds up. */
  readonly peers: readonly string[];
  readonly institutions: readonly string[];
  readonly of: "EACH" | "ROLLED" | "INSTITUTION";
  /** What EACH and ROLLED are of. */
  readonly kind: "SERVICE" | "RESOURCE" | "PROCESS";
  readonly ids: readonly string[] | null;
  readonly period: PeriodKind;
  readonly from: string;
  readonly to: string;
}
