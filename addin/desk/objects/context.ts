import type { FunctionCalls } from "../functions/calls.ts";
import { type Culture } from "../model/culture.ts";
import { type Area, type Operation } from "../model/operations.ts";
import { type TypingRules } from "../model/typing.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { type References } from "../protocol/references.ts";
import { type WireObject } from "../protocol/wire.ts";
import { type RangeHandle } from "./range-handle.ts";

/** What the wire objects share: the workbook, and one another. */
export interface DeskContext {
  readonly model: WorkbookModel;
  readonly references: References;
  readonly culture: Culture;
  readonly rules: TypingRules;
  /** Events the add-in listens to are held back while it has switched them off. */
  eventsEnabled: boolean;
  /** Values shown by each filtered column, by table id and column id. */
  readonly filters: Map<string, Map<number, ReadonlySet<string>>>;
  /** The functions that the add-in brings; absent where nothing calculates, as inside Node. */
  readonly calls?: FunctionCalls;
  /** Carries an operation out in the add-in's name. */
  apply(operation: Operation): void;
  range(area: Area): RangeHandle;
  sheet(id: string): WireObject;
  table(id: string): WireObject;
}
