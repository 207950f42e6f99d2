/** Those of `candidates` that differ from `word` by one slip of the finger, or by two in a long word; nearest first. */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const most = word.length < 7 ? 1 : 2;
  return candidates
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .map(({ candidate }) => candidate);
}

/** Letters to put in, take out, change, or swap with the next, from one word to the other. */
export function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      const changed = (last[at - 1] ?? 0) + (same ? 0 : 1);
      const swapped =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
          ? (before[at - 2] ?? 0) + 1
          : Infinity;
      next.push(Math.min(changed, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, swapped));
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}
