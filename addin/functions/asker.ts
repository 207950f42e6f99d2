import { ASKS_A_REQUEST, type FigureAnswer, type FigureAsk } from "../../schema/functions/asks.ts";

/** Milliseconds in which cells that are calculated together have all asked. */
const GATHER = 30;
/** An answer is as good as new for so long (milliseconds); what changes it in this workbook empties the cache before. */
const KEEP = 5 * 60_000;
const KEPT_AT_MOST = 50_000;

export interface AskerPorts {
  /** Answers in the order asked. May throw. */
  readonly send: (asks: readonly FigureAsk[], signal: AbortSignal) => Promise<readonly FigureAnswer[]>;
  /** Milliseconds, ever growing. */
  readonly now: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

/** An ask under way, shared by every cell that asks the same. */
interface Open {
  readonly ask: FigureAsk;
  readonly answer: Promise<FigureAnswer>;
  readonly settle: (answer: FigureAnswer) => void;
  readonly refuse: (error: unknown) => void;
  /** Cells that still want to know. */
  wanted: number;
  /** Stops the request that carries it, once it is on its way. */
  dropped: (() => void) | null;
}

/**
 * Asks the server for many cells at once. Whatever is asked within a moment goes in one request, the same ask but once,
 * at most {@link ASKS_A_REQUEST} at a time and one request after the other: what is asked meanwhile joins the next.
 * Answers are kept for a while; failures are not.
 */
export class Asker {
  readonly #ports: AskerPorts;
  readonly #kept = new Map<string, { readonly answer: FigureAnswer; readonly until: number }>();
  readonly #open = new Map<string, Open>();
  #queue = new Set<string>();
  #gathering = false;
  #sending = false;
  #forgotten = 0;

  constructor(ports: AskerPorts) {
    this.#ports = ports;
  }

  /** Throws what `send` threw. `cancelled` is called with what to do when the cell no longer wants to know. */
  ask(ask: FigureAsk, cancelled: (stop: () => void) => void = () => undefined): Promise<FigureAnswer> {
    const key = JSON.stringify(ask);
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#ports.now()) return Promise.resolve(kept.answer);
    const open = this.#open.get(key) ?? this.#begin(key, ask);
    open.wanted++;
    let wants = true;
    cancelled(() => {
      if (wants) this.#unwant(key, open);
      wants = false;
    });
    return open.answer;
  }

  /** What was answered may be out of date: asked anew from now on. */
  forget(): void {
    this.#kept.clear();
    // An ask under way was made before what changed; who asks now gets a newer answer.
    for (const [key, open] of this.#open) if (open.dropped) this.#open.delete(key);
    this.#forgotten++;
  }

  #begin(key: string, ask: FigureAsk): Open {
    const { promise, resolve, reject } = withResolvers<FigureAnswer>();
    const open: Open = { ask, answer: promise, settle: resolve, refuse: reject, wanted: 0, dropped: null };
    this.#open.set(key, open);
    this.#queue.add(key);
    this.#gather();
    return open;
  }

  #gather(): void {
    if (this.#gathering || this.#sending) return;
    this.#gathering = true;
    this.#ports.later(() => {
      this.#gathering = false;
      void this.#sendAll();
    }, GATHER);
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    while (this.#queue.size > 0) {
      const keys = [...this.#queue].slice(0, ASKS_A_REQUEST);
      for (const key of keys) this.#queue.delete(key);
      await this.#send(keys.flatMap((key) => this.#opened(key)));
    }
    this.#sending = false;
  }

  #opened(key: string): [string, Open][] {
    const open = this.#open.get(key);
    return open ? [[key, open]] : [];
  }

  async #send(batch: readonly (readonly [string, Open])[]): Promise<void> {
    const controller = new AbortController();
    let wanted = batch.length;
    for (const [, open] of batch)
      open.dropped = () => {
        if (--wanted === 0) controller.abort();
      };
    const asked = this.#forgotten;
    try {
      const answers = await this.#ports.send(
        batch.map(([, { ask }]) => ask),
        controller.signal,
      );
      batch.forEach(([key, open], at) => {
        const answer = answers[at];
        if (!answer) return open.refuse(new Error("The server left an ask unanswered."));
        if (asked === this.#forgotten) this.#keep(key, answer);
        open.settle(answer);
      });
    } catch (error) {
      for (const [, open] of batch) open.refuse(error);
    } finally {
      for (const [key, open] of batch) if (this.#open.get(key) === open) this.#open.delete(key);
    }
  }

  #keep(key: string, answer: FigureAnswer): void {
    if (this.#kept.size >= KEPT_AT_MOST) this.#kept.clear();
    this.#kept.set(key, { answer, until: this.#ports.now() + KEEP });
  }

  #unwant(key: string, open: Open): void {
    if (--open.wanted > 0) return;
    if (open.dropped) return open.dropped();
    // Not sent yet: it need not be.
    this.#queue.delete(key);
    if (this.#open.get(key) === open) this.#open.delete(key);
  }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Nobody may be left who wants to know.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
