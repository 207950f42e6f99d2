import type { Impact, Subject } from "../../records/port.ts";

/** A service or resource with those that go down through it. */
export interface Branch {
  /** Unique in the tree: a resource that failed may also be hit through another. */
  readonly key: string;
  readonly subject: Subject;
  readonly branches: readonly Branch[];
}

/** The hits as a tree under what failed, each under what it needs, at most `limit` of them: the nearest. */
export function treeOf({ failed, hits }: Impact, limit: number): readonly Branch[] {
  const below = new Map<string, Subject[]>();
  for (const hit of hits.slice(0, limit)) {
    const same = below.get(hit.through);
    if (same) same.push(hit);
    else below.set(hit.through, [hit]);
  }
  const branch = (subject: Subject, above: string): Branch => {
    const key = `${above}/${subject.id}`;
    return { key, subject, branches: (below.get(subject.id) ?? []).map((each) => branch(each, key)) };
  };
  return failed.map((subject) => branch(subject, ""));
}
