/** A value axis: round steps that hold all values, and zero where columns stand on it. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** About `wanted` ticks at round numbers around the values; a single value gets room on both sides. */
export function scaleOf(values: readonly number[], fromZero: boolean, wanted = 4): Scale {
  const all = values.filter(Number.isFinite);
  if (all.length === 0) return { low: 0, high: 1, ticks: [0, 1] };
  let low = Math.min(...all, ...(fromZero ? [0] : []));
  let high = Math.max(...all, ...(fromZero ? [0] : []));
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 10, high + Math.abs(high) / 10];
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((one) => one * power >= rough) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiples, not sums: 0.1 + 0.2 would show on the axis.
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}
