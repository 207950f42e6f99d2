import { type Box } from "../model/address.ts";
import { type Chart, type ChartSeries, type ChartType } from "../model/operations.ts";
import { CHART_TYPES, seriesOf } from "../model/chart.ts";
import { badArgument, notFound } from "../model/error.ts";
import { notImplemented, type WireCollection, WireObject } from "../protocol/wire.ts";
import { type DeskContext } from "./context.ts";
import { type RangeHandle } from "./range-handle.ts";
import { areaOf } from "./resolve.ts";
import { ScopedCollection } from "./scoped-collection.ts";

/** Points a pixel takes; rows and columns without a size of their own. */
const POINT = 0.75;
const ROW = 15;
const COLUMN = 48;
/** Excel's own size of a new chart. */
const SIZE = { width: 360, height: 216 };

const typed = (type: string): ChartType => {
  const known = CHART_TYPES.find((one) => one === type);
  if (!known) throw notImplemented(`charts of type ${type}`);
  return known;
};
const by = (seriesBy: string | undefined): "Auto" | "Columns" | "Rows" => {
  if (seriesBy === undefined || seriesBy === "Auto") return "Auto";
  if (seriesBy === "Columns" || seriesBy === "Rows") return seriesBy;
  throw badArgument();
};

/** Where cells stand on their sheet, in points. */
export function placeOf(desk: DeskContext, sheet: string, box: Box): Pick<Chart, "left" | "top" | "width" | "height"> {
  const { widths, heights } = desk.model.sheet(sheet);
  const sum = (count: number, size: (at: number) => number): number =>
    Array.from({ length: count }, (_, at) => size(at)).reduce((total, one) => total + one, 0);
  const across = (at: number): number => (widths.get(0, at) ?? COLUMN / POINT) * POINT;
  const down = (at: number): number => (heights.get(at, 0) ?? ROW / POINT) * POINT;
  return {
    left: sum(box.column, across),
    top: sum(box.row, down),
    width: sum(box.columns, (at) => across(box.column + at)),
    height: sum(box.rows, (at) => down(box.row + at)),
  };
}

/** `Excel.Chart` over cells. */
export class ChartObject extends WireObject {
  readonly wireType = "Chart";
  readonly Id: string;
  readonly desk: DeskContext;
  constructor(desk: DeskContext, id: string) {
    super();
    this.desk = desk;
    this.Id = id;
  }
  get chart(): Chart {
    const chart = this.desk.model.charts.find(({ id }) => id === this.Id);
    if (!chart) throw notFound();
    return chart;
  }
  change(to: Partial<Chart>): void {
    this.desk.apply({ type: "setChart", chart: { ...this.chart, ...to } });
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: string) {
    this.change({ name });
  }
  get ChartType(): string {
    return this.chart.type;
  }
  set ChartType(type: string) {
    this.change({ type: typed(type) });
  }
  get Left(): number {
    return this.chart.left;
  }
  set Left(left: number) {
    this.change({ left });
  }
  get Top(): number {
    return this.chart.top;
  }
  set Top(top: number) {
    this.change({ top });
  }
  get Width(): number {
    return this.chart.width;
  }
  set Width(width: number) {
    this.change({ width });
  }
  get Height(): number {
    return this.chart.height;
  }
  set Height(height: number) {
    this.change({ height });
  }
  get Worksheet(): WireObject {
    return this.desk.sheet(this.chart.sheet);
  }
  get Title(): ChartTitleObject {
    return new ChartTitleObject(this);
  }
  get Legend(): ChartLegendObject {
    return new ChartLegendObject(this);
  }
  get Series(): ChartSeriesCollectionObject {
    return new ChartSeriesCollectionObject(this);
  }
  SetData(source: RangeHandle, seriesBy?: string): void {
    this.change({ series: seriesOf(areaOf(this.desk.model, source, this.chart.sheet), by(seriesBy)) });
  }
  SetPosition(start: RangeHandle | string, end?: RangeHandle | string): void {
    const { model } = this.desk;
    const { sheet } = this.chart;
    const first = placeOf(this.desk, sheet, areaOf(model, start, sheet));
    if (end === undefined) return this.change({ left: first.left, top: first.top });
    const last = placeOf(this.desk, sheet, areaOf(model, end, sheet));
    const [left, top] = [Math.min(first.left, last.left), Math.min(first.top, last.top)];
    const width = Math.max(first.left + first.width, last.left + last.width) - left;
    this.change({ left, top, width, height: Math.max(first.top + first.height, last.top + last.height) - top });
  }
  Delete(): void {
    this.desk.apply({ type: "deleteChart", chart: this.Id });
  }
}

export class ChartTitleObject extends WireObject {
  readonly wireType = "ChartTitle";
  readonly #chart: ChartObject;
  constructor(chart: ChartObject) {
    super();
    this.#chart = chart;
  }
  get Text(): string {
    return this.#chart.chart.title;
  }
  set Text(title: string) {
    this.#chart.change({ title });
  }
  get Visible(): boolean {
    return this.#chart.chart.title !== "";
  }
}

export class ChartLegendObject extends WireObject {
  readonly wireType = "ChartLegend";
  readonly #chart: ChartObject;
  constructor(chart: ChartObject) {
    super();
    this.#chart = chart;
  }
  get Visible(): boolean {
    return this.#chart.chart.legend;
  }
  set Visible(legend: boolean) {
    this.#chart.change({ legend });
  }
  get Position(): string {
    return "Bottom";
  }
  set Position(position: string) {
    if (position !== "Bottom") throw notImplemented(`legends at ${position}`);
  }
}

export class ChartSeriesObject extends WireObject {
  readonly wireType = "ChartSeries";
  readonly #chart: ChartObject;
  readonly #at: number;
  constructor(chart: ChartObject, at: number) {
    super();
    this.#chart = chart;
    this.#at = at;
  }
  get #series(): ChartSeries {
    const series = this.#chart.chart.series[this.#at];
    if (!series) throw notFound();
    return series;
  }
  get Name(): string {
    const { name } = this.#series;
    return name ? String(this.#chart.desk.model.value(name.sheet, name.row, name.column)) : `Series${this.#at + 1}`;
  }
  Delete(): void {
    const mine = this.#series;
    this.#chart.change({ series: this.#chart.chart.series.filter((one) => one !== mine) });
  }
}

export class ChartSeriesCollectionObject extends WireObject implements WireCollection {
  readonly wireType = "ChartSeriesCollection";
  readonly #chart: ChartObject;
  constructor(chart: ChartObject) {
    super();
    this.#chart = chart;
  }
  wireItems(): ChartSeriesObject[] {
    return this.#chart.chart.series.map((_, at) => new ChartSeriesObject(this.#chart, at));
  }
  get Count(): number {
    return this.#chart.chart.series.length;
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(at: number): ChartSeriesObject {
    const item = this.wireItems()[at];
    if (!item) throw notFound();
    return item;
  }
}

/** The charts of a sheet. */
export class ChartCollectionObject extends ScopedCollection<ChartObject> {
  readonly wireType = "ChartCollection";

  wireItems(): ChartObject[] {
    const { charts } = this.desk.model;
    return charts.filter(({ sheet }) => sheet === this.sheet).map(({ id }) => new ChartObject(this.desk, id));
  }
  get Count(): number {
    return this.GetCount();
  }
  GetItemOrNullObject(key: string): ChartObject | null {
    return this.wireItems().find(({ Id, Name }) => Id === key || Name === key) ?? null;
  }
  Add(type: string, source: RangeHandle, seriesBy?: string): ChartObject {
    const { model } = this.desk;
    const area = areaOf(model, source, this.home);
    const series = seriesOf(area, by(seriesBy));
    if (series.length === 0) throw badArgument();
    const id = model.newObjectId();
    const taken = new Set(this.wireItems().map(({ Name }) => Name));
    let number = 1;
    while (taken.has(`Chart ${number}`)) number++;
    const place = { left: COLUMN, top: ROW, ...SIZE };
    const chart = { id, name: `Chart ${number}`, sheet: this.home, type: typed(type), title: "", legend: true };
    this.desk.apply({ type: "setChart", chart: { ...chart, series, ...place } });
    return new ChartObject(this.desk, id);
  }
}
