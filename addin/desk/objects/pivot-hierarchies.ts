import { badArgument, notFound } from "../model/error.ts";
import { type PivotData, type PivotPlan, SUMMARIES, type Summary } from "../model/pivot-plan.ts";
import { type Pivot } from "../model/pivot.ts";
import { notImplemented, type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { PivotFieldCollectionObject, PivotFieldObject } from "./pivot-fields.ts";

/** The axes of a report on which fields stand, by the names of Excel's collections. */
type Axis = "rows" | "columns" | "filters";

const pivotOf = (desk: DeskContext, id: string): Pivot => {
  const pivot = desk.model.pivots.find((one) => one.id === id);
  if (!pivot) throw notFound();
  return pivot;
};
const change = (desk: DeskContext, pivot: string, plan: Partial<PivotPlan>): void =>
  desk.apply({ type: "setPivot", pivot, plan });

/** A plan in which a field stands on no axis; its data stay. */
const without = ({ rows, columns, filters }: PivotPlan, field: string): Partial<PivotPlan> => ({
  rows: rows.filter((name) => name !== field),
  columns: columns.filter((name) => name !== field),
  filters: filters.filter((filter) => filter.field !== field),
});

/** `pivotTable.hierarchies`' items: every field of the source. In the desk's sources a hierarchy has one field. */
export class PivotHierarchyObject extends WireObject {
  readonly wireType: string = "PivotHierarchy";
  protected readonly desk: DeskContext;
  readonly pivot: string;
  readonly field: string;
  constructor(desk: DeskContext, pivot: string, field: string) {
    super();
    this.desk = desk;
    this.pivot = pivot;
    this.field = field;
  }
  get Id(): string {
    return this.field;
  }
  get Name(): string {
    return this.field;
  }
  get Fields(): PivotFieldCollectionObject {
    return new PivotFieldCollectionObject(this.desk, this.pivot, this.field);
  }
}

/** A field on one of the axes. */
export class AxisHierarchyObject extends PivotHierarchyObject {
  override readonly wireType: string;
  readonly #axis: Axis;
  constructor(desk: DeskContext, pivot: string, field: string, axis: Axis) {
    super(desk, pivot, field);
    this.#axis = axis;
    this.wireType = axis === "filters" ? "FilterPivotHierarchy" : "RowColumnPivotHierarchy";
  }
  get Position(): number {
    return namesOn(pivotOf(this.desk, this.pivot), this.#axis).indexOf(this.field);
  }
}

const namesOn = (plan: PivotPlan, axis: Axis): readonly string[] =>
  axis === "filters" ? plan.filters.map(({ field }) => field) : plan[axis];

abstract class Hierarchies<Item extends WireObject> extends WireObject implements WireCollection {
  protected readonly desk: DeskContext;
  protected readonly pivot: string;
  constructor(desk: DeskContext, pivot: string) {
    super();
    this.desk = desk;
    this.pivot = pivot;
  }
  abstract wireItems(): readonly Item[];
  abstract GetItemOrNullObject(name: string): Item | null;
  Indexer(name: string): Item {
    const item = this.GetItemOrNullObject(name);
    if (!item) throw notFound();
    return item;
  }
  GetItem(name: string): Item {
    return this.Indexer(name);
  }
  GetCount(): number {
    return this.wireItems().length;
  }
}

export class PivotHierarchyCollectionObject extends Hierarchies<PivotHierarchyObject> {
  readonly wireType = "PivotHierarchyCollection";
  wireItems(): PivotHierarchyObject[] {
    const { columns } = this.desk.model.table(pivotOf(this.desk, this.pivot).table);
    return columns.map(({ name }) => new PivotHierarchyObject(this.desk, this.pivot, name));
  }
  GetItemOrNullObject(name: string): PivotHierarchyObject | null {
    return this.wireItems().find(({ field }) => field === name) ?? null;
  }
}

export class AxisHierarchyCollectionObject extends Hierarchies<AxisHierarchyObject> {
  readonly wireType: string;
  readonly #axis: Axis;
  constructor(desk: DeskContext, pivot: string, axis: Axis) {
    super(desk, pivot);
    this.#axis = axis;
    this.wireType = axis === "filters" ? "FilterPivotHierarchyCollection" : "RowColumnPivotHierarchyCollection";
  }
  wireItems(): AxisHierarchyObject[] {
    const names = namesOn(pivotOf(this.desk, this.pivot), this.#axis);
    return names.map((name) => new AxisHierarchyObject(this.desk, this.pivot, name, this.#axis));
  }
  GetItemOrNullObject(name: string): AxisHierarchyObject | null {
    return this.wireItems().find(({ field }) => field === name) ?? null;
  }
  /** A field that stands on another axis leaves it. */
  Add(hierarchy: PivotHierarchyObject): AxisHierarchyObject {
    if (!(hierarchy instanceof PivotHierarchyObject)) throw badArgument();
    const { field } = hierarchy;
    const pivot = pivotOf(this.desk, this.pivot);
    const rest = without(pivot, field);
    const added =
      this.#axis === "filters"
        ? { filters: [...(rest.filters ?? []), { field, selected: null }] }
        : { [this.#axis]: [...(rest[this.#axis] ?? []), field] };
    change(this.desk, this.pivot, { ...rest, ...added });
    return new AxisHierarchyObject(this.desk, this.pivot, field, this.#axis);
  }
  Remove(hierarchy: AxisHierarchyObject): void {
    change(this.desk, this.pivot, without(pivotOf(this.desk, this.pivot), hierarchy.field));
  }
}

/** A summary of a field, found by the name it bears in the report. */
export class DataHierarchyObject extends WireObject {
  readonly wireType = "DataPivotHierarchy";
  readonly #desk: DeskContext;
  readonly #pivot: string;
  #name: string;
  constructor(desk: DeskContext, pivot: string, name: string) {
    super();
    this.#desk = desk;
    this.#pivot = pivot;
    this.#name = name;
  }
  get #data(): PivotData {
    const data = pivotOf(this.#desk, this.#pivot).data.find(({ name }) => name === this.#name);
    if (!data) throw notFound();
    return data;
  }
  #change(to: Partial<PivotData>): void {
    const mine = this.#data;
    const { data } = pivotOf(this.#desk, this.#pivot);
    change(this.#desk, this.#pivot, { data: data.map((one) => (one === mine ? { ...one, ...to } : one)) });
  }
  get Id(): string {
    return this.#data.name;
  }
  get Name(): string {
    return this.#data.name;
  }
  set Name(name: string) {
    const taken = pivotOf(this.#desk, this.#pivot).data.some((one) => one.name === name);
    const field = this.#desk.model
      .table(pivotOf(this.#desk, this.#pivot).table)
      .columns.some((column) => column.name === name);
    // Excel: "PivotTable field name already exists".
    if (taken || field) throw badArgument();
    this.#change({ name });
    this.#name = name;
  }
  get Position(): number {
    return pivotOf(this.#desk, this.#pivot).data.indexOf(this.#data);
  }
  get NumberFormat(): string {
    return this.#data.format;
  }
  set NumberFormat(format: string) {
    this.#change({ format });
  }
  get SummarizeBy(): Summary {
    return this.#data.by;
  }
  set SummarizeBy(by: Summary) {
    if (!SUMMARIES.includes(by)) throw notImplemented(`a summary by ${String(by)}`);
    this.#change({ by });
  }
  get Field(): PivotFieldObject {
    return new PivotFieldObject(this.#desk, this.#pivot, this.#data.field);
  }
}

export class DataHierarchyCollectionObject extends Hierarchies<DataHierarchyObject> {
  readonly wireType = "DataPivotHierarchyCollection";
  wireItems(): DataHierarchyObject[] {
    return pivotOf(this.desk, this.pivot).data.map(({ name }) => new DataHierarchyObject(this.desk, this.pivot, name));
  }
  GetItemOrNullObject(name: string): DataHierarchyObject | null {
    const known = pivotOf(this.desk, this.pivot).data.some((one) => one.name === name);
    return known ? new DataHierarchyObject(this.desk, this.pivot, name) : null;
  }
  /** Sums numbers; a field with texts among its cells is counted, as in Excel. */
  Add(hierarchy: PivotHierarchyObject): DataHierarchyObject {
    if (!(hierarchy instanceof PivotHierarchyObject)) throw badArgument();
    const { field } = hierarchy;
    const { data, table: key } = pivotOf(this.desk, this.pivot);
    const table = this.desk.model.table(key);
    const column = table.box.column + table.columns.findIndex(({ name }) => name === field);
    const sheet = this.desk.model.sheet(table.sheet);
    let by: Summary = "Sum";
    for (let row = table.box.row + 1; row < table.box.row + table.box.rows; row++)
      if (typeof sheet.value(row, column) !== "number") by = "Count";
    const stem = `${by} of ${field}`;
    const taken = (name: string): boolean => data.some((one) => one.name === name);
    let name = stem;
    for (let number = 2; taken(name); number++) name = stem + String(number);
    change(this.desk, this.pivot, { data: [...data, { field, name, by, format: "General" }] });
    return new DataHierarchyObject(this.desk, this.pivot, name);
  }
  Remove(hierarchy: DataHierarchyObject): void {
    const { data } = pivotOf(this.desk, this.pivot);
    change(this.desk, this.pivot, { data: data.filter(({ name }) => name !== hierarchy.Name) });
  }
}
