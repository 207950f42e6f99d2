import { badArgument } from "../model/error.ts";
import { cellText } from "../model/number-text.ts";
import { bodyOf } from "../model/table.ts";
import { type DeskContext } from "./context.ts";
import { TablePart } from "./table-part.ts";

/** Hides the rows of a table that the values chosen in its columns leave out. */
export function showFiltered(desk: DeskContext, id: string): void {
  const chosen = desk.filters.get(id);
  if (!chosen || chosen.size === 0) {
    desk.apply({ type: "filterTable", table: id, hiddenRows: null });
    return;
  }
  const table = desk.model.table(id);
  const sheet = desk.model.sheet(table.sheet);
  const body = bodyOf(table);
  const hiddenRows: number[] = [];
  for (let row = body.row; row < body.row + body.rows; row++) {
    const passes = table.columns.every(({ id: column }, i) => {
      const at = body.column + i;
      const text = cellText(sheet.content(row, at), sheet.formats.get(row, at), desk.culture, desk.model.date1904);
      return chosen.get(column)?.has(text.toLowerCase()) ?? true;
    });
    if (!passes) hiddenRows.push(row);
  }
  desk.apply({ type: "filterTable", table: id, hiddenRows });
}

/** `column.filter`: by values. Other kinds of criteria are refused as not implemented. */
export class FilterObject extends TablePart {
  readonly wireType = "Filter";
  readonly #column: number;
  constructor(desk: DeskContext, table: string, column: number) {
    super(desk, table);
    this.#column = column;
  }
  ApplyValuesFilter(values: unknown[]): void {
    if (!Array.isArray(values) || values.some((value) => typeof value !== "string")) throw badArgument();
    const chosen = this.desk.filters.get(this.owner) ?? new Map<number, ReadonlySet<string>>();
    chosen.set(this.#column, new Set(values.map((value) => String(value).toLowerCase())));
    this.desk.filters.set(this.owner, chosen);
    showFiltered(this.desk, this.owner);
  }
  Clear(): void {
    this.desk.filters.get(this.owner)?.delete(this.#column);
    showFiltered(this.desk, this.owner);
  }
}
