import type { Words } from "../registers/words.ts";
import type { Named, RowTimer, RowTimers, TimerTurn, ToldPiece } from "../timers/answers.ts";
import { TIMER_KINDS, TIMER_STATES } from "../timers/timer.ts";
import { builder } from "./builder.ts";
import { signedIn, uuid } from "./guard.ts";
import { term } from "./term.ts";
import { WordsRef } from "./words.ts";

/** Keys of a list of words as values of an enum, described by the words. */
const valuesOf = <Key extends string>(words: Readonly<Record<Key, Words>>) =>
  Object.fromEntries(
    Object.entries<Words>(words).map(([key, label]) => [key, { value: key, description: term(label) }]),
  ) as Record<Key, { value: Key; description: string }>;

const TimerKindRef = builder.enumType("TimerKind", {
  description: "What is timed; defined in docs/time.md.",
  values: valuesOf(TIMER_KINDS),
});
const TimerStateRef = builder.enumType("TimerState", {
  description: "How a timer stands.",
  values: valuesOf(TIMER_STATES),
});
const TimerPieceKind = builder.enumType("TimerPieceKind", {
  description: "Whether a stretch counts.",
  values: {
    COUNTED: { description: "Service time that counts." },
    PAUSED: { description: "Service time in which the clock stood." },
    CLOSED: { description: "Outside service hours." },
  } as const,
});

const NamedRef = builder.objectRef<Named>("TimerBasis").implement({
  description: "A level or calendar that a timer rests on.",
  fields: (t) => ({ id: t.exposeID("id"), code: t.exposeString("code"), name: t.exposeString("name") }),
});

const PieceRef = builder.objectRef<ToldPiece>("TimerPiece").implement({
  description: "A stretch of a timer; they follow one another without gaps. Half open.",
  fields: (t) => ({
    kind: t.expose("kind", { type: TimerPieceKind }),
    from: t.expose("from", { type: "DateTime" }),
    to: t.expose("to", { type: "DateTime" }),
    counted: t.exposeInt("counted", { description: "Service seconds that count." }),
    why: t.expose("why", { type: WordsRef, description: "Why it counts or does not." }),
  }),
});

const TimerRef = builder.objectRef<RowTimer>("Timer").implement({
  description:
    "A timer of an agreed service level, computed now from the row's facts, the level and the calendar's editions.",
  fields: (t) => ({
    kind: t.expose("kind", { type: TimerKindRef }),
    state: t.expose("state", { type: TimerStateRef }),
    from: t.expose("from", { type: "DateTime" }),
    to: t.expose("to", { type: "DateTime", nullable: true, description: "Null while it runs." }),
    priority: t.exposeString("priority", { nullable: true }),
    target: t.exposeInt("target", { nullable: true, description: "Agreed minutes of service time." }),
    level: t.expose("level", { type: NamedRef, nullable: true, description: "The agreed level valid as it began." }),
    calendar: t.expose("calendar", {
      type: NamedRef,
      nullable: true,
      description: "The calendar counted by; null for 24×7.",
    }),
    used: t.exposeInt("used", { description: "Service seconds counted so far, or until the end." }),
    clock: t.exposeInt("clock", { description: "Seconds by the clock, pauses and closed times included." }),
    remaining: t.exposeInt("remaining", {
      nullable: true,
      description: "Service seconds left; below zero is how much over.",
    }),
    due: t.expose("due", { type: "DateTime", nullable: true, description: "Null while the clock stands." }),
    warning: t.expose("warning", { type: "DateTime", nullable: true, description: "When four fifths have passed." }),
    pieces: t.expose("pieces", { type: [PieceRef], description: "Every stretch from beginning to end, or to now." }),
  }),
});

const TurnRef = builder.objectRef<TimerTurn>("TimerTurn").implement({
  description: "Something that happened to timers underway, such as another priority. They count with what holds now.",
  fields: (t) => ({ at: t.expose("at", { type: "DateTime" }), what: t.expose("what", { type: WordsRef }) }),
});

const TimersRef = builder.objectRef<RowTimers>("Timers").implement({
  description: "Timers of a row.",
  fields: (t) => ({
    timers: t.expose("timers", { type: [TimerRef], description: "None for registers and rows that are not timed." }),
    turns: t.expose("turns", { type: [TurnRef], description: "Oldest first." }),
  }),
});

builder.queryField("timers", (t) =>
  t.field({
    type: TimersRef,
    nullable: true,
    description: "Reaction, restoration and fulfilment of a row, and why; null for a row there is not.",
    args: { register: t.arg.string({ required: true }), row: t.arg.id({ required: true }) },
    resolve: (_root, { register, row }, context) => context.use.timers(signedIn(context), register, uuid(row, "row")),
  }),
);
