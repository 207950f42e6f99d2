import type { CallResult, FunctionCalls } from "./calls.ts";

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface CellCallPorts {
  readonly calls: FunctionCalls;
  readonly addressOf: (place: CellPlace) => string;
  /** What a kept workbook says the call gave, or null. */
  readonly cachedAt: (place: CellPlace) => unknown;
  /** All cells whose formula calls one of the functions. */
  readonly calling: () => readonly CellPlace[];
  /** Whether the cell still holds a formula. */
  readonly asks: (place: CellPlace) => boolean;
  readonly recalculate: (places: readonly CellPlace[]) => void;
  readonly later: (run: () => void) => void;
}

interface Call {
  /** To cancel it by, while it is under way. */
  number: number | null;
  result: CallResult | null;
}
interface Cell {
  readonly place: CellPlace;
  /** By function and arguments: a formula may hold several calls. */
  readonly calls: Map<string, Call>;
}

/** What a cell shows while its function has not answered. */
export const BUSY = "#BUSY!";
/** Calls that a cell remembers; one that is typed into again and again forgets the oldest. */
const REMEMBERED = 20;

/**
 * The calls that cells make, and what came out. A cell is worked out at once with what is known: a call that is new
 * begins, and the cell with all others that wait is calculated again when answers have come.
 */
export class CellCalls {
  readonly #ports: CellCallPorts;
  readonly #cells = new Map<string, Cell>();
  #answered: CellPlace[] = [];
  #looking = false;

  constructor(ports: CellCallPorts) {
    this.#ports = ports;
  }

  /** The value of a call in a cell, or what to show until there is one. */
  valueOf(place: CellPlace, id: string, given: readonly unknown[]): unknown {
    const key = keyOf(place);
    const seen = this.#cells.get(key);
    const cell = seen ?? { place, calls: new Map<string, Call>() };
    if (!seen) this.#cells.set(key, cell);
    const asked = JSON.stringify([id, given]);
    const known = cell.calls.get(asked);
    if (known) return known.result ? shown(known.result) : BUSY;
    // A workbook just opened shows what it was kept with, until somebody asks anew.
    const cached = seen ? null : this.#ports.cachedAt(place);
    const call: Call = { number: null, result: cached === null ? null : { value: cached } };
    this.#remember(cell, asked, call);
    if (call.result) return shown(call.result);
    const address = this.#ports.addressOf(place);
    call.number = this.#ports.calls.invoke({ id, given, address }, (result) => {
      call.number = null;
      call.result = result;
      this.#recalculate(place);
    });
    return BUSY;
  }

  /** The sentence of the error that one of the cell's calls gave last. */
  messageAt(place: CellPlace): string | null {
    const calls = [...(this.#cells.get(keyOf(place))?.calls.values() ?? [])];
    const result = calls.at(-1)?.result;
    return result && "error" in result && result.message !== "" ? result.message : null;
  }

  /** Forgets all results and has every calling cell calculated anew, those too that only show what they were kept with. */
  forget(): void {
    for (const { calls } of this.#cells.values()) for (const { number } of calls.values()) this.#cancel(number);
    this.#cells.clear();
    const places = this.#ports.calling();
    // A cell that is known has called before: what it was kept with is not shown again.
    for (const place of places) this.#cells.set(keyOf(place), { place, calls: new Map() });
    for (const place of places) this.#recalculate(place);
  }

  /** Another workbook is there. */
  clear(): void {
    for (const { calls } of this.#cells.values()) for (const { number } of calls.values()) this.#cancel(number);
    this.#cells.clear();
    this.#answered = [];
  }

  /** Cells may have changed: calls of those that hold no formula any more are cancelled. */
  look(): void {
    if (this.#looking || this.#cells.size === 0) return;
    this.#looking = true;
    this.#ports.later(() => {
      this.#looking = false;
      for (const [key, { place, calls }] of this.#cells) {
        if (this.#ports.asks(place)) continue;
        for (const { number } of calls.values()) this.#cancel(number);
        this.#cells.delete(key);
      }
    });
  }

  #remember(cell: Cell, asked: string, call: Call): void {
    cell.calls.set(asked, call);
    const [oldest] = cell.calls.keys();
    if (cell.calls.size <= REMEMBERED || oldest === undefined) return;
    this.#cancel(cell.calls.get(oldest)?.number ?? null);
    cell.calls.delete(oldest);
  }

  #cancel(number: number | null): void {
    if (number !== null) this.#ports.calls.cancel(number);
  }

  #recalculate(place: CellPlace): void {
    if (this.#answered.push(place) > 1) return;
    this.#ports.later(() => {
      const places = this.#answered;
      this.#answered = [];
      if (places.length > 0) this.#ports.recalculate(places);
    });
  }
}

const keyOf = ({ sheet, row, column }: CellPlace): string => `${sheet}!${row},${column}`;

/** A result as the formula engine takes it; empty cells of spilled rows stay empty. */
function shown(result: CallResult): unknown {
  return "error" in result ? result.error : result.value;
}
