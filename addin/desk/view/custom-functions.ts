import { LifecycleService, LifecycleStages } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/preset-sheets-core";
import type { Language } from "../../../schema/registers/words.ts";
import type { FunctionMetadata } from "../../functions/metadata.ts";
import type { FunctionCalls } from "../functions/calls.ts";
import { CellCalls, type CellPlace } from "../functions/cell-calls.ts";
import { formatBox, quoteSheet } from "../model/address.ts";
import type { WorkbookModel } from "../model/workbook.ts";
import type { Grid } from "./grid.ts";

export interface FunctionView {
  /** The sentence of the error that a cell shows, or null. */
  messageAt(place: CellPlace): string | null;
  stop(): void;
}

/**
 * Lets formulas call the add-in's functions. Univer could wait for each of them, but one after the other; so a cell
 * shows that it is busy, as in Excel, and is calculated again when its answer is there.
 */
export function callCustomFunctions(
  grid: Grid,
  model: WorkbookModel,
  calls: FunctionCalls,
  language: Language,
  changed: () => void,
): FunctionView {
  const { injector } = grid.app;
  const functions = calls.functions(language);
  const cells = new CellCalls({
    calls,
    addressOf: ({ sheet, row, column }) =>
      `${quoteSheet(model.sheet(sheet).name)}!${formatBox({ row, column, rows: 1, columns: 1 })}`,
    cachedAt: (place) => cachedAt(model, functions, place),
    calling: () => cellsCalling(model, functions),
    asks: ({ sheet, row, column }) => model.findSheet(sheet)?.content(row, column)?.formula !== undefined,
    recalculate: (places) => {
      for (const sheet of new Set(places.map((place) => place.sheet)))
        grid.recalculate(sheet, boxes(places.filter((place) => place.sheet === sheet)));
      changed();
    },
    later: (run) => setTimeout(run),
  });
  injector
    .get(IFunctionService)
    .registerExecutors(...[...functions].map(([typed, metadata]) => new CustomFunction(typed, metadata, cells)));
  injector.get(IDescriptionService).registerDescriptions([...functions].map(([typed, each]) => described(typed, each)));
  const stops = [
    onceSettled(injector.get(LifecycleService), () => calls.onCalculateAll(() => cells.forget())),
    model.listen(() => cells.look()),
    model.onRestored(() => cells.clear()),
  ];
  return {
    messageAt: (place) => cells.messageAt(place),
    stop: () => {
      for (const stop of stops) stop();
      cells.clear();
    },
  };
}

/** Begins when the grid calculates: what it is asked before that would be lost. Gives how to stop. */
function onceSettled(lifecycle: LifecycleService, begin: () => () => void): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  void lifecycle.onStage(LifecycleStages.Steady).then(
    () => {
      if (!stopped) stop = begin();
    },
    // Closed before it stood.
    () => undefined,
  );
  return () => {
    stopped = true;
    stop?.();
  };
}

const ERRORS: ReadonlySet<ErrorType> = new Set(Object.values(ErrorType));

class CustomFunction extends BaseFunction {
  readonly #cells: CellCalls;
  readonly #metadata: FunctionMetadata;

  constructor(typed: string, metadata: FunctionMetadata, cells: CellCalls) {
    super(typed);
    this.#cells = cells;
    this.#metadata = metadata;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const wrong = variants.find((variant) => variant.isError());
    if (wrong) return wrong;
    const given = this.#metadata.parameters.map((_, at) => single(variants[at]));
    const place = { sheet: this.subUnitId ?? "", row: this.row, column: this.column };
    return valueObject(this.#cells.valueOf(place, this.#metadata.id, given));
  }
}

/** Of a range its first cell: none of the functions takes more. Null for what was left out. */
function single(variant: BaseValueObject | undefined): string | number | boolean | null {
  const first = variant?.isArray() ? (variant as ArrayValueObject).getFirstCell() : variant;
  return first === undefined || first.isNull() ? null : first.getValue();
}

/** A value as the formula engine knows it. Text stays text, also where it looks like a date. */
function valueObject(value: unknown): BaseValueObject {
  if (Array.isArray(value)) return spilled(value as unknown[][]);
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  const text = typeof value === "string" ? value : "";
  return ERRORS.has(text as ErrorType) ? ErrorValueObject.create(text as ErrorType) : StringValueObject.create(text);
}

function spilled(rows: readonly (readonly unknown[])[]): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(valueObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** What the cell's formula gave when the workbook was kept, where it is nothing but a call; the rest is worked out anew. */
function cachedAt(model: WorkbookModel, functions: ReadonlyMap<string, FunctionMetadata>, place: CellPlace) {
  const content = model.findSheet(place.sheet)?.content(place.row, place.column);
  const called = /^=([\p{L}\d._]+)\([^()]*\)$/u.exec(content?.formula ?? "")?.[1]?.toUpperCase() ?? "";
  const spills = functions.get(called)?.result.dimensionality !== "scalar";
  if (!content || spills || content.error || content.value === "" || typeof content.value === "boolean") return null;
  return content.value;
}

/** Cells whose formula names one of the functions, in whatever part of it. */
function cellsCalling(model: WorkbookModel, functions: ReadonlyMap<string, FunctionMetadata>): readonly CellPlace[] {
  const found: CellPlace[] = [];
  for (const sheet of model.sheets.filter(({ mayHaveFormulas }) => mayHaveFormulas))
    for (const [row, cells] of sheet.cells.filled())
      cells.forEach((stored, column) => {
        const formula = typeof stored === "object" ? stored.formula?.toUpperCase() : undefined;
        if (formula !== undefined && [...functions.keys()].some((typed) => formula.includes(`${typed}(`)))
          found.push({ sheet: sheet.id, row, column });
      });
  return found;
}

function described(typed: string, { description, parameters }: FunctionMetadata) {
  return {
    functionName: typed,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? (0 as const) : (1 as const),
      repeat: 0 as const,
    })),
  };
}

/** Cells in runs down their columns. */
function boxes(places: readonly CellPlace[]) {
  const sorted = places.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const found: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const { row, column } of sorted) {
    const last = found.at(-1);
    if (last?.column === column && last.row + last.rows === row) last.rows++;
    else found.push({ row, column, rows: 1, columns: 1 });
  }
  return found;
}
