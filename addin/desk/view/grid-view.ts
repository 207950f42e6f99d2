import {
  CommandType,
  type ICellData,
  type ICommandInfo,
  LifecycleService,
  LifecycleStages,
  type Nullable,
} from "@univerjs/core";
import {
  IEditorBridgeService,
  INTERCEPTOR_POINT,
  type ISetRangeValuesMutationParams,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import type { Words } from "../../../schema/registers/words.ts";
import type { FunctionCalls } from "../functions/calls.ts";
import { cultureOf } from "../model/culture.ts";
import { ModelError } from "../model/error.ts";
import type { Operation } from "../model/operations.ts";
import type { Result, WorkbookModel } from "../model/workbook.ts";
import { contentOf } from "./cell-data.ts";
import { compare } from "./compare.ts";
import { callCustomFunctions, type FunctionView } from "./custom-functions.ts";
import { showDaysOf1904 } from "./days-of-1904.ts";
import { type Aspect, WHOLE_SHEET } from "./dirty.ts";
import { Grid } from "./grid.ts";
import type { Language } from "./locale.ts";
import { Mirror } from "./mirror.ts";
import { boxOfRange } from "./paint-features.ts";
import { pasteForeignTextAsTyped } from "./pasting.ts";
import { cellsOf, filters, isOfNoMatter, meaningOf } from "./person.ts";
import { cellMiddle, type Point, sheetPlace, type SheetPlace } from "./screen.ts";
import { readPasted, readTypingAsExcel, type Rules } from "./typing.ts";
import { startUniver, type UniverApp } from "./univer-app.ts";

export interface GridViewOptions {
  readonly language: Language;
  readonly dark: boolean;
  /** The workbook refused what a person did in the grid; the grid has been put back. The reason is the model's. */
  readonly onRefused: (reason: Words) => void;
  /** Results of formulas reached the model: not an edit, but to be kept. */
  readonly onResults: () => void;
  /** The functions that the add-in brings. */
  readonly calls: FunctionCalls;
  /** Why the selected cell shows an error, where one of the add-in's functions said so. */
  readonly onMessage: (message: string | null) => void;
}

const SHIFTS =
  /^sheet\.mutation\.(?:insert-row|remove-rows|insert-col|remove-col|move-rows|move-columns|reorder-range)$/;
/** What Univer moves by itself and the model too: looked over once the person's command is done. */
const ASPECTS: readonly (readonly [RegExp, Aspect])[] = [
  [/-table$/, "tables"],
  [/^data-validation\.mutation\./, "validations"],
  [/^sheet\.mutation\..*note/, "notes"],
];
/** Before Univer's own filter (100): which rows a table's filter hides is for the model to say. */
const BEFORE_FILTERS = 1000;

/**
 * A spreadsheet grid that shows a workbook model and turns what a person does in it into operations on that model.
 * The model is the truth: what it refuses is undone in the grid.
 */
export class GridView {
  readonly grid: Grid;
  readonly #app: UniverApp;
  readonly #model: WorkbookModel;
  readonly #options: GridViewOptions;
  readonly #mirror: Mirror;
  readonly #stops: (() => void)[] = [];
  readonly #functions: FunctionView;
  #message: string | null = null;
  readonly #rules: Rules = () => ({
    culture: cultureOf(this.#options.language),
    date1904: this.#model.date1904,
    year: new Date().getFullYear(),
  });
  /** True while an operation is passed on from the grid: the grid has it already. */
  #passing = false;
  #refused = false;
  #refilter = new Set<string>();
  #unknown: string[] = [];

  constructor(container: HTMLElement, model: WorkbookModel, options: GridViewOptions) {
    this.#model = model;
    this.#options = options;
    this.#app = startUniver(container, options.language, options.dark, model.activeSheet.id);
    this.grid = new Grid(this.#app);
    this.#mirror = new Mirror(this.grid, model);
    const { calls, language } = options;
    this.#functions = callCustomFunctions(this.grid, model, calls, language, () => this.#tellMessage());
    const { commands } = this.#app;
    const before = commands.beforeCommandExecuted(({ type }) => {
      // Within a command, mutations follow one another that only together make sense.
      if (type !== CommandType.MUTATION && !this.grid.isOwn && !this.#passing) this.#mirror.flush();
    });
    const after = commands.onCommandExecuted((command, options_) => {
      if (command.type === CommandType.MUTATION) this.#onMutation(command, options_?.["fromFormula"] === true);
      else this.#onOperation(command);
    });
    this.#stops.push(
      () => before.dispose(),
      () => after.dispose(),
      readTypingAsExcel(this.grid, model, this.#rules),
      pasteForeignTextAsTyped(this.grid, model, this.#rules),
      showDaysOf1904(this.grid, model),
      this.#hideFilteredRows(),
      () => this.#functions.stop(),
      model.listen((announcement) => {
        this.#tellMessage();
        const known = this.#passing && announcement.origin === "person" && !announcement.consequence;
        if (!known) this.#mirror.mark(announcement);
      }),
      model.onRestored(() => {
        void this.#app.api.getActiveWorkbook()?.abortEditingAsync();
        this.#mirror.markAll();
      }),
    );
    this.#mirror.markAll();
    this.#mirror.flush();
    void this.#app.injector
      .get(LifecycleService)
      .onStage(LifecycleStages.Steady)
      .then(
        () => this.#mirror.markPlace(),
        // Closed before it stood.
        () => undefined,
      );
  }

  dispose(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.grid.stop();
    this.#app.dispose();
  }

  setDark(dark: boolean): void {
    this.#app.api.toggleDarkMode(dark);
  }

  /** Ids of mutations that were met without knowing their meaning, for tests. */
  get unknownMutations(): readonly string[] {
    return this.#unknown;
  }

  /** Paints what is pending and tells every difference between model and grid; none when all is well. */
  compare(): string[] {
    this.#mirror.flush();
    return compare(this.grid, this.#model);
  }

  /** The middle of a cell of the active sheet in the page's pixels; null before the first drawing. */
  cellPosition(row: number, column: number): Point | null {
    this.#mirror.flush();
    this.grid.redraw();
    return cellMiddle(this.#app, row, column);
  }

  /** Where the active sheet stands on the page; null before the first drawing. */
  place(): SheetPlace | null {
    return sheetPlace(this.#app);
  }

  /** Calls back when the sheet may stand elsewhere: scrolled, zoomed, another one. Returns how to stop. */
  onPlace(listener: () => void): () => void {
    const watch = this.#app.commands.onCommandExecuted(({ id }) => {
      if (/scroll|zoom|active|freeze|width|height/i.test(id)) listener();
    });
    return () => watch.dispose();
  }

  /** Whether the grid listens to all keys and clicks: it begins to a moment after its first drawing. */
  get isSettled(): boolean {
    return this.#app.injector.get(LifecycleService).stage >= LifecycleStages.Steady;
  }

  /** Whether a person is typing into a cell right now. */
  get isEditing(): boolean {
    return this.#app.injector.get(IEditorBridgeService).isVisible().visible;
  }

  /** Resolves when nobody is typing into a cell. */
  editingEnded(): Promise<void> {
    if (!this.isEditing) return Promise.resolve();
    const { visible$ } = this.#app.injector.get(IEditorBridgeService);
    return new Promise((resolve) => {
      const watch = visible$.subscribe(({ visible }) => {
        if (visible) return;
        queueMicrotask(() => watch.unsubscribe());
        resolve();
      });
    });
  }

  #onMutation(command: ICommandInfo, fromFormula: boolean): void {
    if (this.grid.isOwn || this.#refused) return;
    const sheet = sheetOf(command);
    const aspect = sheet === undefined ? undefined : ASPECTS.find(([pattern]) => pattern.test(command.id))?.[1];
    if (sheet !== undefined && aspect) this.#mirror.markAspect(sheet, aspect);
    if (isOfNoMatter(command.id)) return;
    if (fromFormula) {
      if (command.id === "sheet.mutation.set-range-values")
        this.#takeResults(command.params as ISetRangeValuesMutationParams);
      return;
    }
    const trigger = (command.params as { trigger?: string } | undefined)?.trigger;
    if (command.id === "sheet.mutation.set-range-values" && trigger !== "univer.command.undo")
      readPasted(this.grid, this.#model, this.#rules(), command.params as ISetRangeValuesMutationParams);
    if (sheet !== undefined && SHIFTS.test(command.id)) this.#mirror.spread(sheet);
    const meaning = meaningOf(command, { grid: this.grid, model: this.#model });
    if (meaning === null) this.#reread(command.id, sheet);
    else for (const operation of meaning) if (!this.#pass(operation)) return;
    if (command.id === "sheet.mutation.insert-sheet") this.#takeSheet(command);
    if (sheet !== undefined && SHIFTS.test(command.id)) {
      this.#mirror.markShifted(sheet);
      this.#refilterLater(sheet);
    }
  }

  /** Hands an operation to the model. When it refuses, the grid is put back and false returned. */
  #pass(operation: Operation): boolean {
    const outer = this.#passing;
    this.#passing = true;
    try {
      this.#model.apply(operation, "person");
      return true;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      for (const { id } of this.#model.sheets) this.#mirror.markSheet(id);
      // The rest of the person's command builds on what was refused; all of it is painted over.
      this.#refused = true;
      queueMicrotask(() => {
        this.#mirror.flush();
        this.#refused = false;
      });
      this.#options.onRefused(error.words);
      return false;
    } finally {
      this.#passing = outer;
    }
  }

  #reread(id: string, sheet: string | undefined): void {
    this.#unknown.push(id);
    console.error(`The desk does not know the grid's mutation ${id}; it reads the sheet anew.`);
    const place = { grid: this.grid, model: this.#model };
    const sheets = sheet === undefined ? this.#model.sheets.map((each) => each.id) : [sheet];
    for (const each of sheets) for (const operation of cellsOf(each, [this.#used(each)], place)) this.#pass(operation);
  }

  /** The cells of a copied sheet, which come with the sheet itself. */
  #takeSheet({ params }: ICommandInfo): void {
    const { id } = (params as { sheet: { id: string } }).sheet;
    for (const operation of cellsOf(id, [this.#used(id)], { grid: this.grid, model: this.#model }))
      this.#pass(operation);
  }

  #used(sheet: string) {
    const matrix = this.grid.sheet(sheet)?.getCellMatrix();
    const { endRow = 0, endColumn = 0 } = matrix?.getDataRange() ?? {};
    const kept = this.#model.usedBox(sheet);
    const rows = Math.max(endRow + 1, kept ? kept.row + kept.rows : 0);
    const columns = Math.max(endColumn + 1, kept ? kept.column + kept.columns : 0);
    return { ...WHOLE_SHEET, rows, columns };
  }

  /** Univer writes a formula's cell twice: first without, then with its result. Only results count. */
  #takeResults({ subUnitId: sheet, cellValue }: ISetRangeValuesMutationParams): void {
    if (!this.#model.findSheet(sheet)) return;
    const results: Result[] = [];
    for (const [row, line] of Object.entries(cellValue ?? {}))
      for (const [column, cell] of Object.entries((line ?? {}) as Record<string, Nullable<ICellData>>)) {
        if (!cell || cell.v === null || cell.v === undefined) continue;
        const content = contentOf(cell);
        const { value, error } = content ?? { value: "" };
        results.push({ sheet, row: Number(row), column: Number(column), value, ...(error && { error }) });
      }
    if (results.length === 0) return;
    this.#model.takeResults(results);
    this.#options.onResults();
  }

  #tellMessage(): void {
    const message = this.#functions.messageAt(this.#model.selection);
    if (message === this.#message) return;
    this.#message = message;
    this.#options.onMessage(message);
  }

  #onOperation({ id, params }: ICommandInfo): void {
    if (this.grid.isOwn) return;
    const { subUnitId: sheet } = (params ?? {}) as { subUnitId?: string };
    if (sheet === undefined || this.#model.findSheet(sheet)?.visibility !== "Visible") return;
    if (id === "sheet.operation.set-worksheet-active" && this.#model.activeSheet.id !== sheet)
      this.#pass({ type: "activate", sheet });
    if (id !== "sheet.operation.set-selections") return;
    const { selections } = params as { selections: { range: Parameters<typeof boxOfRange>[0] }[] };
    const last = selections.at(-1);
    if (!last) return;
    const area = { sheet, ...boxOfRange(last.range) };
    const now = this.#model.selectionOn(sheet);
    const same = (["row", "column", "rows", "columns"] as const).every((edge) => now[edge] === area[edge]);
    if (!same && area.row >= 0 && area.column >= 0) this.#pass({ type: "select", area });
  }

  /** Rows that move under a filter are filtered anew once the person's command is done. */
  #refilterLater(sheet: string): void {
    if (this.#refilter.size === 0)
      queueMicrotask(() => {
        const sheets = [...this.#refilter];
        this.#refilter.clear();
        for (const each of sheets)
          for (const operation of filters(each, { grid: this.grid, model: this.#model })) this.#pass(operation);
      });
    this.#refilter.add(sheet);
  }

  #hideFilteredRows(): () => void {
    const hidden = this.#app.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
      priority: BEFORE_FILTERS,
      handler: (_filtered, { subUnitId, row }) => this.#filteredRows(subUnitId).has(row),
    });
    return () => hidden.dispose();
  }

  readonly #filtered = new Map<string, { lists: readonly (readonly number[] | null)[]; rows: Set<number> }>();

  #filteredRows(sheet: string): ReadonlySet<number> {
    const lists = this.#model.findSheet(sheet) ? this.#model.tablesOn(sheet).map((table) => table.hiddenRows) : [];
    const known = this.#filtered.get(sheet);
    if (known && known.lists.length === lists.length && lists.every((list, i) => list === known.lists[i]))
      return known.rows;
    const rows = new Set(lists.flatMap((list) => list ?? []));
    this.#filtered.set(sheet, { lists, rows });
    return rows;
  }
}

function sheetOf({ params }: ICommandInfo): string | undefined {
  const { subUnitId, sheetId } = (params ?? {}) as { subUnitId?: string; sheetId?: string };
  return subUnitId ?? sheetId;
}
