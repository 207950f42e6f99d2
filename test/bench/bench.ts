/** Says one figure: a name of the benchmark's own, its value, and the unit (`ms`, `kB`, `x` for a ratio). */
export type Report = (name: string, value: number, unit: string) => void;

/** What a `*.bench.ts` module exports. `run` reports every one of `names`; whatever else it has to say goes to stderr. */
export interface Bench {
  readonly names: readonly string[];
  run(report: Report): Promise<void>;
}

/** The middle value; of an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("There is no median of nothing.");
  return (low + high) / 2;
}
