import { perRegister } from "../../schema/registers/per-register.ts";
import type { Register } from "../../schema/registers/register.ts";
import { correctedBy, spanBack, spansOf, type Span } from "../../schema/registers/spans.ts";
import type { Changes } from "../store/events.ts";
import type { SpanLog } from "../store/spans.ts";
import type { StoredCells } from "../store/stored-row.ts";

interface Written {
  readonly id: string;
  readonly version: number;
  readonly before: StoredCells | null;
  readonly after: StoredCells;
  readonly changes: Changes | StoredCells;
}

/** Columns of a register on which the spans of its rows' states hang: for most writes it is enough that none changed. */
const bearingOf = perRegister(({ lifecycle }): readonly string[] => {
  if (!lifecycle) return [];
  const times = lifecycle.transitions.map(({ at }) => at);
  const keys = [lifecycle.column, lifecycle.waits?.column, lifecycle.since, ...times];
  return [...new Set(keys.flatMap((key) => key ?? []))];
});

/** Whether any state's beginning has a column of its own, in which it is told and may be corrected later. */
const isTimed = ({ lifecycle }: Register): boolean =>
  lifecycle?.since !== undefined || lifecycle?.transitions.some(({ at }) => at !== undefined) === true;

/** Without states that a write only passes through at one and the same moment, where nobody can date them later. */
function lasting(register: Register, spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2 || isTimed(register)) return spans;
  return spans.filter(({ from }, at) => spans[at + 1]?.from !== from);
}

/** Notes what states a write leads a row through, and which times of earlier steps it corrects; `back` for an undo. */
export function noteSpans(
  spans: SpanLog,
  register: Register,
  { id, version, before, after, changes }: Written,
  now: string,
  back = false,
): void {
  if (!register.lifecycle) return;
  if (before === null) return spans.add(id, version, lasting(register, spansOf(register, null, after, { now })), true);
  if (!bearingOf(register).some((key) => Object.hasOwn(changes, key))) return;
  spans.add(id, version, lasting(register, (back ? spanBack : spansOf)(register, before, after, { now })), false);
  spans.correct(id, correctedBy(register, before, after));
}
