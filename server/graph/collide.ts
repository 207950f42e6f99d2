import type { DependencyGraph } from "./graph.ts";
import { reached } from "./impact.ts";

/** A time in which a change, or a freeze, is to be: half open; instants of one format, which compare as text. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** How two changes meet: on the very same, on what depends on the other's, or on something that depends on both. */
export type Meeting = "SAME" | "DEPENDENT" | "SHARED";

export const overlap = (a: Window, b: Window): boolean => a.from < b.to && b.from < a.to;

/** What a change may touch: what it is on, and whatever depends on that, critically or not, through any number of steps. */
export class Reach {
  readonly on: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  constructor(graph: DependencyGraph, subjects: readonly string[]) {
    this.on = new Set(subjects);
    this.all = new Set([...subjects, ...reached(graph, subjects).ids]);
  }
}

/** How two changes meet, and on what; null where they do not (domain.md, section 4: the same or a dependent one). */
export function meeting(a: Reach, b: Reach): { readonly how: Meeting; readonly on: readonly string[] } | null {
  const same = common(a.on, b.on);
  if (same.length > 0) return { how: "SAME", on: same };
  const dependent = [...common(a.on, b.all), ...common(b.on, a.all)];
  if (dependent.length > 0) return { how: "DEPENDENT", on: dependent };
  const shared = common(a.all, b.all);
  return shared.length > 0 ? { how: "SHARED", on: shared } : null;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return [...few].filter((id) => many.has(id));
}
