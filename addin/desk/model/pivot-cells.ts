import { type CellValue } from "./operations.ts";
import { type Item, itemOf, itemsOf, summarise } from "./pivot-items.ts";
import { type PivotData, type PivotPlan } from "./pivot-plan.ts";

/** A field of the source table: its cells from the top, and the format they show in. */
export interface Field {
  readonly values: readonly CellValue[];
  readonly format: string;
}

/** A cell of the report. */
export interface PivotCell {
  readonly value: CellValue;
  readonly format?: string;
  /** A heading or a total. */
  readonly strong?: true;
}

type Line = (PivotCell | null)[];

/** Lines of filters stand above the report with an empty one between. */
export const filterLines = ({ filters }: PivotPlan): number => (filters.length === 0 ? 0 : filters.length + 1);

/**
 * The cells of a report, filters first. Sums of parts are added from the source's cells for every total anew, never from
 * other totals. Empty where nothing was chosen yet.
 */
export function pivotCells(plan: PivotPlan, fields: ReadonlyMap<string, Field>): Line[] {
  const field = (name: string): Field => fields.get(name) ?? { values: [], format: "General" };
  const filters: Line[] = plan.filters.map(({ field: name, selected }) => [
    { value: name, strong: true },
    { value: selected === null ? "(All)" : selected.length === 1 ? selected[0]! : "(Multiple Items)" },
  ]);
  if (filters.length > 0) filters.push([]);
  const count = [...fields.values()][0]?.values.length ?? 0;
  const chosen: number[] = [];
  for (let row = 0; row < count; row++) if (passes(plan, field, row)) chosen.push(row);
  const body = plan.rows.length + plan.columns.length + plan.data.length === 0 ? [] : bodyOf(plan, field, chosen);
  return squared([...filters, ...body]);
}

const passes = (plan: PivotPlan, field: (name: string) => Field, row: number): boolean =>
  plan.filters.every(
    ({ field: name, selected }) =>
      selected === null || selected.includes(String(itemOf(field(name).values[row] ?? "").value)),
  );

function bodyOf(plan: PivotPlan, field: (name: string) => Field, chosen: readonly number[]): Line[] {
  const [across] = plan.columns;
  const cells = across === undefined ? null : field(across);
  const columns = cells ? itemsOf(chosen.map((row) => cells.values[row] ?? "")) : [];
  const columnOf = (row: number): string | null => (cells ? itemOf(cells.values[row] ?? "").key : null);
  const figures = (rows: readonly number[], strong: boolean): Line => {
    const parts = new Map<string, number[]>();
    if (cells) for (const row of rows) push(parts, columnOf(row)!, row);
    const groups = cells ? columns.map(({ key }) => parts.get(key) ?? []) : [rows];
    if (cells && plan.rowTotals) groups.push([...rows]);
    return groups.flatMap((group) => plan.data.map((data) => figure(data, field, group, strong)));
  };
  const labels = Math.max(plan.rows.length, 1);
  const lines = headings(plan, columns, cells?.format ?? "General", labels);
  const walk = (rows: readonly number[], depth: number, before: Line): void => {
    const name = plan.rows[depth];
    if (name === undefined) {
      lines.push([...padded(before, labels), ...figures(rows, false)]);
      return;
    }
    const { values, format } = field(name);
    const groups = new Map<string, number[]>();
    for (const row of rows) push(groups, itemOf(values[row] ?? "").key, row);
    itemsOf(rows.map((row) => values[row] ?? "")).forEach((item, at) => {
      const group = groups.get(item.key) ?? [];
      const label: PivotCell = { value: item.value, format };
      walk(group, depth + 1, [...(at === 0 ? before : before.map(() => null)), label]);
      const outer = depth < plan.rows.length - 1;
      if (outer && plan.subtotals)
        lines.push([
          ...padded([...before.map(() => null), { value: `${String(item.value)} Total`, strong: true }], labels),
          ...figures(group, true),
        ]);
    });
  };
  if (plan.rows.length > 0) walk(chosen, 0, []);
  if (plan.columnTotals || plan.rows.length === 0)
    lines.push([...padded([{ value: "Grand Total", strong: true }], labels), ...figures(chosen, true)]);
  return lines;
}

function figure(data: PivotData, field: (name: string) => Field, rows: readonly number[], strong: boolean) {
  const { values } = field(data.field);
  const value = summarise(
    rows.map((row) => values[row] ?? ""),
    data.by,
  );
  return value === null ? null : { value, format: data.format, ...(strong && { strong: true as const }) };
}

/** The lines above the figures: the column field and its items, then what each column of figures is. */
function headings(plan: PivotPlan, columns: readonly Item[], format: string, labels: number): Line[] {
  const { data, rows } = plan;
  const names: Line = rows.map((name) => ({ value: name, strong: true }));
  const label = (value: CellValue, of?: string): PivotCell => ({
    value,
    strong: true,
    ...(of !== undefined && { format: of }),
  });
  if (plan.columns.length === 0) return [[...padded(names, labels), ...data.map(({ name }) => label(name))]];
  const wide = Math.max(data.length, 1);
  const spread = (cell: PivotCell): Line => padded([cell], wide);
  const items = columns.flatMap(({ value }) => spread(label(value, format)));
  const one = data.length === 1 ? data[0]!.name : "";
  const top: Line = [...padded(one === "" ? [] : [label(one)], labels), label(plan.columns[0]!)];
  if (data.length < 2)
    return [top, [...padded(names, labels), ...items, ...(plan.rowTotals ? [label("Grand Total")] : [])]];
  const totals = plan.rowTotals ? data.map(({ name }) => label(`Total ${name}`)) : [];
  const each = columns.flatMap(() => data.map(({ name }) => label(name)));
  return [top, [...padded([], labels), ...items, ...totals], [...padded(names, labels), ...each]];
}

const padded = (line: Line, width: number): Line => [
  ...line,
  ...Array.from({ length: Math.max(0, width - line.length) }, () => null),
];

function squared(lines: Line[]): Line[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return lines.map((line) => padded(line, width));
}

function push(into: Map<string, number[]>, key: string, row: number): void {
  const list = into.get(key);
  if (list) list.push(row);
  else into.set(key, [row]);
}
