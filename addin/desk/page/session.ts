import type { Words } from "../../../schema/registers/words.ts";
import { NAMESPACE } from "../../functions/declarations.ts";
import { functionsIn } from "../../functions/metadata.ts";
import { FunctionCalls } from "../functions/calls.ts";
import { Keeper, type SaveState } from "../storage/keeper.ts";
import { WorkbookStore } from "../storage/workbook-store.ts";
import { WorkbookModel } from "../model/workbook.ts";
import type { WorkbookSnapshot } from "../model/snapshot.ts";

/** Something a person should read: what could not be done, or what got lost on the way. */
export interface Notice {
  readonly kind: "notLoaded" | "refused" | "savedPlain";
  /** In both languages where it is the desk's own, else as the browser said it. */
  readonly reason: Words | string;
}

export interface DeskState {
  /** Empty until a person or a file gives one. */
  readonly name: string;
  readonly save: SaveState;
  readonly notice: Notice | null;
}

/** The open workbook with its name, kept in the browser while it is worked on. */
export class DeskSession {
  readonly model: WorkbookModel;
  readonly keeper: Keeper;
  /** The functions that the add-in brings. */
  readonly calls = new FunctionCalls(NAMESPACE, functionsIn);
  #state: DeskState;
  readonly #listeners = new Set<() => void>();

  private constructor(model: WorkbookModel, state: DeskState, store: WorkbookStore) {
    this.model = model;
    this.#state = state;
    this.keeper = new Keeper({
      model,
      store,
      name: () => this.#state.name,
      onState: (save) => this.#update({ save }),
    });
  }

  /** Takes up the workbook kept in this browser, or a new one. */
  static async resume(store = new WorkbookStore()): Promise<DeskSession> {
    const save: SaveState = { kind: "unsaved" };
    try {
      const kept = await store.load();
      if (!kept) return new DeskSession(new WorkbookModel(), { name: "", save, notice: null }, store);
      const state: DeskState = { name: kept.name, save: { kind: "saved", at: kept.savedAt }, notice: null };
      return new DeskSession(new WorkbookModel(kept.workbook), state, store);
    } catch (error) {
      const notice: Notice = { kind: "notLoaded", reason: reasonOf(error) };
      return new DeskSession(new WorkbookModel(), { name: "", save, notice }, store);
    }
  }

  readonly get = (): DeskState => this.#state;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  rename(name: string): void {
    if (name === this.#state.name) return;
    this.#update({ name });
    this.keeper.touch();
  }

  tell(notice: Notice | null): void {
    this.#update({ notice });
  }

  /** Whether replacing the workbook would lose something a person made. */
  get isEmpty(): boolean {
    const { sheets, tables, names } = this.model;
    const [only] = sheets;
    return sheets.length === 1 && tables.length === 0 && names.length === 0 && only?.cells.bounds() === null;
  }

  /** Puts another workbook, or a new one, in the place of the open one. */
  replace(workbook: WorkbookSnapshot | null, name: string): void {
    this.#update({ name, notice: null });
    this.model.restore(workbook ?? new WorkbookModel().snapshot());
  }

  #update(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
