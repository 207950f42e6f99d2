import { type Box } from "./address.ts";
import { type PivotPlan } from "./pivot-plan.ts";

/** A PivotTable over a table of the same workbook. `box` is what it covers now, its filters included. */
export interface Pivot extends PivotPlan {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** The source table's id. */
  readonly table: string;
  readonly box: Box;
}
