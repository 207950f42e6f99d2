import { MEASURES } from "../registers/measures.ts";
import type { Formula } from "./formula.ts";
import { FLOW_FORMULAS } from "./formulas-flow.ts";
import { STOCK_FORMULAS } from "./formulas-stock.ts";

export type MeasureKey = keyof typeof MEASURES;

/** Every measure that the system computes. */
export const FORMULAS: Record<MeasureKey, Formula> = { ...FLOW_FORMULAS, ...STOCK_FORMULAS };

export const MEASURE_KEYS = Object.keys(MEASURES) as readonly MeasureKey[];
