import { bottom, onSheet } from "../model/address.ts";
import { badArgument, notFound } from "../model/error.ts";
import { type CellValue } from "../model/operations.ts";
import { bodyOf } from "../model/table.ts";
import { type WireCollection } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { TablePart } from "./table-part.ts";

export class TableRowCollectionObject extends TablePart implements WireCollection {
  readonly wireType = "TableRowCollection";

  wireItems(): TableRowObject[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRowObject(this.desk, this.owner, index));
  }
  get Count(): number {
    return this.table.box.rows - 1;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: number): TableRowObject {
    if (!(index >= 0 && index < this.Count)) throw notFound();
    return new TableRowObject(this.desk, this.owner, index);
  }
  /** The path of a row in a collection's items. */
  Indexer(index: number): TableRowObject {
    return this.GetItemAt(index);
  }

  /** Inserts rows before `index`, at the end when it is missing or −1; cells below the table move down. */
  Add(index?: number, values?: unknown): TableRowObject {
    const { box, sheet } = this.table;
    const lines = matrix(values, box.columns);
    const at = index === undefined || index === -1 ? this.Count : index;
    if (!(at >= 0 && at <= this.Count)) throw badArgument();
    const area = { sheet, row: box.row + 1 + at, column: box.column, rows: lines.length, columns: box.columns };
    this.desk.apply({ type: "insertCells", area, shift: "vertical" });
    if (area.row === bottom(box)) {
      const grown = onSheet(sheet, { ...box, rows: box.rows + lines.length });
      this.desk.apply({ type: "resizeTable", table: this.owner, area: grown });
    }
    this.desk.range(area).Values = lines;
    return new TableRowObject(this.desk, this.owner, at);
  }
  DeleteRowsAt(index: number, count = 1): void {
    const { sheet } = this.table;
    const body = bodyOf(this.table);
    if (!(index >= 0 && count >= 1 && index + count <= body.rows)) throw badArgument();
    const area = onSheet(sheet, { ...body, row: body.row + index, rows: count });
    this.desk.apply({ type: "deleteCells", area, shift: "vertical" });
  }
}

function matrix(values: unknown, columns: number): unknown[][] {
  if (values === undefined) return [new Array<unknown>(columns).fill("")];
  const lines = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[][]) : [values as unknown[]];
  if (lines.some((line) => !Array.isArray(line) || line.length !== columns)) throw badArgument();
  return lines;
}

export class TableRowObject extends TablePart {
  readonly wireType = "TableRow";
  readonly Index: number;
  constructor(desk: DeskContext, table: string, index: number) {
    super(desk, table);
    this.Index = index;
  }
  GetRange(): RangeHandle {
    const table = this.table;
    const body = bodyOf(table);
    if (this.Index >= body.rows) throw notFound();
    return this.desk.range(onSheet(table.sheet, { ...body, row: body.row + this.Index, rows: 1 }));
  }
  get Values(): CellValue[][] | null {
    return this.GetRange().Values;
  }
  set Values(values: unknown) {
    this.GetRange().Values = values;
  }
  Delete(): void {
    new TableRowCollectionObject(this.desk, this.owner).DeleteRowsAt(this.Index);
  }
}
