import { sameCell } from "./cells.ts";
import { isEmpty, stateOf } from "./lifecycle.ts";
import type { Moment } from "./prepare-row.ts";
import type { Register, Row } from "./register.ts";
import { wayOf } from "./steps.ts";

/** From when on a row is in a state; it lasts until the next one begins. */
export interface Span {
  readonly state: string;
  /** Instant, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly from: string;
  /** For whom the row waits, in the state in which it does. */
  readonly waitsFor: string | null;
}

/**
 * The states that a write leads a row through, in order, each with its beginning: the first state too where the row is
 * new, and a pause anew where it is for somebody else now. `after` is the row as {@link prepareRow} completed it.
 * A step's time is its `at` column; a step that nobody gave a time takes that of the step before it, or else of the one
 * after it, or else now. Times never run backwards.
 */
export function spansOf(
  register: Register,
  before: Row | null,
  after: Row,
  { now }: Pick<Moment, "now">,
): readonly Span[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const given = (column: string | undefined): string | null => {
    const cell = column === undefined ? null : after[column];
    return typeof cell === "string" && cell !== "" ? cell : null;
  };
  const waits = (state: string) => (state === lifecycle.waits?.state ? given(lifecycle.waits.column) : null);
  const way = wayOf(register, before, after) ?? [];
  const entered = [
    ...(before === null ? [{ state: stateOf(register, null), at: given(lifecycle.since) }] : []),
    ...way.map((step) => ({ state: step.to, at: given(step.at) })),
  ];
  if (entered.length === 0) return pauseAnew(register, before, after, now);
  const spans: Span[] = [];
  let last = entered.find(({ at }) => at !== null)?.at ?? now;
  for (const { state, at } of entered) {
    if (at !== null && at > last) last = at;
    spans.push({ state, from: last, waitsFor: waits(state) });
  }
  return spans;
}

/** A row that goes on waiting, but for somebody else: since its `at` where that was given anew, else now. */
function pauseAnew(register: Register, before: Row | null, after: Row, now: string): readonly Span[] {
  const { lifecycle } = register;
  const state = stateOf(register, after);
  if (!lifecycle?.waits || state !== lifecycle.waits.state || before === null) return [];
  const { column } = lifecycle.waits;
  const changed = (key: string) => !sameCell(before[key] ?? null, after[key] ?? null);
  if (!changed(column) || isEmpty(after[column])) return [];
  const at = lifecycle.transitions.find(({ to, at }) => to === state && at !== undefined)?.at;
  const since = at !== undefined && changed(at) ? after[at] : null;
  return [{ state, from: typeof since === "string" ? since : now, waitsFor: String(after[column]) }];
}

/** The span of a row that an undo puts back into a state: nobody walked there, so it begins now. */
export function spanBack(register: Register, before: Row, after: Row, { now }: Pick<Moment, "now">): readonly Span[] {
  const state = stateOf(register, after);
  if (!register.lifecycle || state === stateOf(register, before)) return [];
  const { waits } = register.lifecycle;
  const forWhom = state === waits?.state ? after[waits.column] : null;
  return [{ state, from: now, waitsFor: typeof forWhom === "string" ? forWhom : null }];
}

/** A state whose beginning a write tells anew, though the row came into it by an earlier one. */
export interface Corrected {
  readonly state: string;
  readonly from: string;
}

/**
 * Times of steps that a write changes without taking them: each corrects the span that the step began. What a write
 * empties corrects nothing: nobody knows better now.
 */
export function correctedBy(register: Register, before: Row, after: Row): readonly Corrected[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const way = wayOf(register, before, after) ?? [];
  const given = (column: string): string | null => {
    const cell = after[column];
    return typeof cell === "string" && cell !== "" && !sameCell(before[column] ?? null, cell) ? cell : null;
  };
  const corrected = new Map<string, string>();
  const since = lifecycle.since === undefined ? null : given(lifecycle.since);
  if (since !== null) corrected.set(lifecycle.initial, since);
  for (const { to, at } of lifecycle.transitions) {
    const from = at === undefined ? null : given(at);
    if (from !== null) corrected.set(to, from);
  }
  for (const { to } of way) corrected.delete(to);
  // For somebody else now: that is a pause anew.
  const { waits } = lifecycle;
  if (waits && !sameCell(before[waits.column] ?? null, after[waits.column] ?? null)) corrected.delete(waits.state);
  return [...corrected].map(([state, from]) => ({ state, from }));
}

/** A span as it is kept: until when it lasted, null while it does. */
export interface KeptSpan {
  readonly state: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * A row's spans, in order, with a beginning corrected: that of its last one in the state. Steps after it to which
 * nobody gave a time of their own began with it and move along; times never run backwards, so it stays between the
 * span before and the one after.
 */
export function correctSpans<One extends KeptSpan>(
  register: Register,
  spans: readonly One[],
  { state, from }: Corrected,
): readonly One[] {
  const at = spans.findLastIndex((span) => span.state === state);
  const old = spans[at];
  if (!old || old.from === from) return spans;
  const timed = new Set(register.lifecycle?.transitions.flatMap(({ to, at: column }) => (column ? [to] : [])));
  let last = at;
  for (let next = at + 1; spans[next]?.from === old.from && !timed.has(spans[next]?.state ?? ""); next++) last = next;
  const [floor, roof] = [spans[at - 1]?.from ?? from, spans[last + 1]?.from ?? from];
  const begins = from < floor ? floor : from > roof ? roof : from;
  return spans.map((span, index) => {
    if (index === at - 1) return { ...span, to: begins };
    if (index < at || index > last) return span;
    return { ...span, from: begins, ...(index < last && { to: begins }) };
  });
}
