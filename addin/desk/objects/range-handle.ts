import { type Area, type CellValue } from "../model/operations.ts";
import { type WireObject } from "../protocol/wire.ts";

/** A range as the other objects know it. They hand ranges out and take them in; what a range can do is its own affair. */
export interface RangeHandle extends WireObject {
  /** Throws InvalidReference once all its cells were deleted. */
  readonly area: Area;
  readonly Address: string;
  get Values(): CellValue[][] | null;
  set Values(values: unknown);
  Clear(applyTo?: "All" | "Formats" | "Contents"): void;
}
