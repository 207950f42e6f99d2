import { type Culture } from "../model/culture.ts";
import { type Area, type Operation } from "../model/operations.ts";
import { type TypingRules } from "../model/typing.ts";
import { type WorkbookModel } from "../model/workbook.ts";
import { type References } from "../protocol/references.ts";
import type { RangeObject } from "./range.ts";
import type { TableObject } from "./table.ts";
import type { WorksheetObject } from "./worksheet.ts";

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
  /** Carries an operation out in the add-in's name. */
  apply(operation: Operation): void;
  range(area: Area): RangeObject;
  sheet(id: string): WorksheetObject;
  table(id: string): TableObject;
}
