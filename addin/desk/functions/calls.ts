import type { Language } from "../../../schema/registers/words.ts";
import type { FunctionMetadata } from "../../functions/metadata.ts";

/** What a function gave for a cell: a value, rows that spill, or an error with the sentence of its error card. */
export type CallResult = { readonly value: unknown } | { readonly error: string; readonly message: string };

export interface FunctionCall {
  /** As Excel's metadata has it. */
  readonly id: string;
  /** In the declared order, null for what was left out. */
  readonly given: readonly unknown[];
  /** The cell, such as `Sheet1!B3`. */
  readonly address: string;
}

/** What goes to the add-in: office.js's own numbers for its messages. */
export const INVOKE = 1000;
export const CANCEL = 1001;
export interface FunctionMessage {
  readonly type: typeof INVOKE | typeof CANCEL;
  readonly body: unknown;
}
/** Excel may cancel each of our calls; the flag tells office.js to hand over where to say so. */
const CANCELABLE = 1;

/** An add-in that answers calls. */
export interface Answering {
  send(messages: readonly FunctionMessage[]): void;
}

interface Pending extends FunctionCall {
  readonly settle: (result: CallResult) => void;
}

/**
 * The custom functions of the workbook's add-in, between the grid that calculates and the pane that answers. Calls wait
 * until the add-in's runtime is there, and go to the next one when it is loaded anew.
 */
export class FunctionCalls {
  readonly #namespace: string;
  readonly #metadata: (language: Language) => readonly FunctionMetadata[];
  readonly #pending = new Map<number, Pending>();
  #unsent: FunctionMessage[] = [];
  #answering: Answering | null = null;
  #last = 0;
  readonly #listeners = new Set<() => void>();
  /** Asked to calculate everything while nothing was there to do so. */
  #unheard = false;

  /** What Excel reads from the add-in's manifest and metadata files. */
  constructor(namespace: string, metadata: (language: Language) => readonly FunctionMetadata[]) {
    this.#namespace = namespace;
    this.#metadata = metadata;
  }

  /** The functions in a language, by what is typed: `SAIME.KPI`. */
  functions(language: Language): ReadonlyMap<string, FunctionMetadata> {
    return new Map(this.#metadata(language).map((each) => [`${this.#namespace}.${each.name}`.toUpperCase(), each]));
  }

  /** Calls a function; `settle` gets its result, unless it is cancelled. Returns the number to cancel it by. */
  invoke(call: FunctionCall, settle: (result: CallResult) => void): number {
    const number = ++this.#last;
    this.#pending.set(number, { ...call, settle });
    this.#send({ type: INVOKE, body: message(number, call) });
    return number;
  }

  cancel(number: number): void {
    if (!this.#pending.delete(number)) return;
    this.#send({ type: CANCEL, body: { invocationId: number } });
  }

  /** The add-in's runtime is there and listens. */
  ready(answering: Answering): void {
    this.#answering = answering;
    this.#unsent = [...this.#pending].map(([number, call]) => ({ type: INVOKE, body: message(number, call) }));
    this.#flush();
  }

  /** The add-in is gone. What it did not answer waits for the next one. */
  gone(answering: Answering): void {
    if (this.#answering === answering) this.#answering = null;
  }

  settle(number: number, result: CallResult): void {
    const call = this.#pending.get(number);
    this.#pending.delete(number);
    call?.settle(result);
  }

  /** Everything is to be calculated anew: `application.calculate` of Office's API. The grid may still be on its way. */
  calculateAll(): void {
    this.#unheard = this.#listeners.size === 0;
    for (const listener of this.#listeners) listener();
  }

  onCalculateAll(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#unheard) listener();
    this.#unheard = false;
    return () => this.#listeners.delete(listener);
  }

  #send(message: FunctionMessage): void {
    if (!this.#answering) return;
    // Cells that are calculated together are asked for together.
    if (this.#unsent.push(message) === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    const messages = this.#unsent;
    this.#unsent = [];
    if (messages.length > 0) this.#answering?.send(messages);
  }
}

const message = (number: number, { id, given, address }: FunctionCall) => [number, id, given, address, CANCELABLE];
