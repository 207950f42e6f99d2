import { type Box, intersect, onSheet } from "./address.ts";
import { notFound } from "./error.ts";
import { type Area, type CellContent, type Chart, type ChartSeries, type Operation } from "./operations.ts";
import { type Pivot } from "./pivot.ts";
import { type Rewrite, rewriteReferences } from "./references.ts";
import { sameName } from "./rules.ts";
import { type Sheet, type Stored } from "./sheet.ts";
import { type Table } from "./table.ts";

export interface DefinedName {
  readonly name: string;
  /** Begins with `=`. */
  readonly formula: string;
  readonly visible: boolean;
}

/** What carrying out an operation brings about besides the change itself. */
export interface Effect {
  readonly before?: readonly (readonly (CellContent | null)[])[];
  /** Operations that Excel would do of itself, carried out and announced right after. */
  readonly follow?: readonly Operation[];
}

/** The state behind a WorkbookModel: finders only, no rules. */
export class Book {
  sheets: Sheet[] = [];
  tables: Table[] = [];
  names: DefinedName[] = [];
  pivots: Pivot[] = [];
  charts: Chart[] = [];
  /** Id of the active sheet. */
  active = "";
  /** Each sheet keeps its own selection, by its id. */
  readonly selections = new Map<string, Box>();

  findSheet(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key) ?? this.sheets.find((sheet) => sameName(sheet.name, key));
  }
  /** By id or name. Throws ItemNotFound. */
  sheet(key: string): Sheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw notFound();
    return sheet;
  }

  findTable(key: string): Table | undefined {
    return this.tables.find((table) => table.id === key) ?? this.tables.find((table) => sameName(table.name, key));
  }
  /** By id or name. Throws ItemNotFound. */
  table(key: string): Table {
    const table = this.findTable(key);
    if (!table) throw notFound();
    return table;
  }
  tablesOn(sheet: string): Table[] {
    return this.tables.filter((table) => table.sheet === sheet);
  }
  tablesTouching(area: Area): Table[] {
    return this.tables.filter((table) => table.sheet === area.sheet && intersect(table.box, area));
  }

  findName(name: string): DefinedName | undefined {
    return this.names.find((known) => sameName(known.name, name));
  }

  /**
   * Passes every reference of every formula, name and validation through `rewrite`, with the id of the sheet it
   * points to (null when that sheet does not exist). Reports and what charts show move along.
   */
  rewriteAll(rewrite: (target: string | null, box: Box, written: boolean) => ReturnType<Rewrite>): void {
    const on = (home: string | null) => (formula: string) =>
      rewriteReferences(formula, ({ sheet, box }) =>
        rewrite(sheet === null ? home : (this.findSheet(sheet)?.id ?? null), box, sheet !== null),
      );
    this.names = this.names.map((name) => ({ ...name, formula: on(null)(name.formula) }));
    for (const sheet of this.sheets) {
      const here = on(sheet.id);
      sheet.validations = sheet.validations.map(({ box, rule }) => ({
        box,
        rule: rule.source.startsWith("=") ? { ...rule, source: here(rule.source) } : rule,
      }));
      if (sheet.mayHaveFormulas) for (const [, cells] of sheet.cells.filled()) rewriteRow(cells, here);
    }
    const moved = <A extends Area | null>(area: A): A | null => {
      const answer = area && rewrite(area.sheet, area, false);
      return area && answer && { ...area, ...answer.box };
    };
    this.pivots = this.pivots.flatMap((pivot) => {
      const area = moved(onSheet(pivot.sheet, pivot.box));
      return area ? [{ ...pivot, box: { ...pivot.box, row: area.row, column: area.column } }] : [];
    });
    const series = (one: ChartSeries): ChartSeries[] => {
      const values = moved(one.values);
      return values ? [{ name: moved(one.name), values, categories: moved(one.categories) }] : [];
    };
    this.charts = this.charts.map((chart) => ({ ...chart, series: chart.series.flatMap(series) }));
  }
}

function rewriteRow(cells: (Stored | undefined)[], rewrite: (formula: string) => string): void {
  for (let column = 0; column < cells.length; column++) {
    const stored = cells[column];
    if (typeof stored !== "object" || stored.formula === undefined) continue;
    const formula = rewrite(stored.formula);
    if (formula !== stored.formula) cells[column] = { ...stored, formula };
  }
}
