import type { WorkbookModel } from "../model/workbook.ts";
import type { KeptWorkbook } from "./workbook-store.ts";

export type SaveState =
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "failed"; readonly reason: string };

export interface KeeperOptions {
  readonly model: WorkbookModel;
  readonly name: () => string;
  readonly store: { save(kept: KeptWorkbook): Promise<void> };
  readonly onState: (state: SaveState) => void;
  /** Quiet time after an edit before it is written, in milliseconds. */
  readonly delay?: number;
  readonly now?: () => number;
}

/** The add-in counts as at work for this many milliseconds after it asked something. */
const AT_WORK = 500;
/** While it keeps asking, a change waits no longer than this many milliseconds. */
const LONGEST = 30_000;
/** Of this many milliseconds, one at most goes into handing snapshots over. */
const REST = 20;
/** What only concerns where one looks is not worth writing a whole workbook. */
const PASSING = new Set(["select", "activate"]);

/** Writes the workbook into the browser a moment after each change, one write at a time, the latest state last. */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #stops: (() => void)[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  #again = false;
  /** When the oldest change was made that is not written yet. */
  #since = 0;
  #asked = -Infinity;
  /** Milliseconds that handing over the last snapshot took. */
  #cost = 0;
  #state: SaveState = { kind: "unsaved" };

  constructor(options: KeeperOptions) {
    this.#options = options;
    const { model } = options;
    this.#stops = [
      model.listen(({ operation }) => {
        if (!PASSING.has(operation.type)) this.touch();
      }),
      model.onRestored(() => this.touch()),
    ];
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Something changed: write soon. Large workbooks, which hold the page up when they are handed over, less often. */
  touch(): void {
    if (this.#timer === null) this.#since = performance.now();
    else clearTimeout(this.#timer);
    this.#plan(Math.max(this.#options.delay ?? 800, this.#cost * REST));
  }

  /** The add-in asked something: what waits to be written goes on waiting until it is done, so as not to hold it up. */
  later(): void {
    this.#asked = performance.now();
  }

  #plan(delay: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      if (now - this.#asked < AT_WORK && now - this.#since < LONGEST) this.#plan(AT_WORK);
      else void this.flush();
    }, delay);
  }

  get hasUnwritten(): boolean {
    return this.#timer !== null || this.#writing !== null;
  }

  /** Writes what is not written yet. Never rejects: a failure shows in the state. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    else if (this.#writing === null) return;
    const due = this.#timer !== null;
    this.#timer = null;
    if (this.#writing) {
      this.#again ||= due;
      return this.#writing;
    }
    this.#writing = this.#write();
    await this.#writing;
  }

  dispose(): void {
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    const { model, name, store, now = Date.now } = this.#options;
    do {
      this.#again = false;
      this.#tell({ kind: "saving" });
      const savedAt = now();
      try {
        const begun = performance.now();
        const written = store.save({ name: name(), savedAt, workbook: model.snapshot() });
        this.#cost = performance.now() - begun;
        await written;
        this.#tell({ kind: "saved", at: savedAt });
      } catch (error) {
        this.#tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
      }
    } while (this.#again);
    this.#writing = null;
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
