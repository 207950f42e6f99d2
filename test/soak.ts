import * as fc from "fast-check";
import { histories, liveOnReference } from "./sync/history.ts";

/**
 * `npm run soak [histories] [seed]`: long runs of what the suite runs briefly. A failure prints the smallest history
 * that shows it, and the seed to run it again.
 */
const numRuns = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? Date.now() % 2_147_483_647);
if (!Number.isInteger(numRuns) || numRuns < 1 || !Number.isInteger(seed)) {
  console.error("Usage: npm run soak [number of histories] [seed]");
  process.exit(2);
}
console.log(`${numRuns} histories, seed ${seed}`);
const started = Date.now();
let lived = 0;
const property = fc.asyncProperty(histories, async (history) => {
  await liveOnReference(history);
  if (++lived % 1_000 === 0) console.log(`${lived} histories, ${Math.round((Date.now() - started) / 1000)} s`);
});
const result = await fc.check(property, { numRuns, seed });
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  console.error(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance);
  process.exit(1);
}
console.log(`All ${numRuns} histories came together (seed ${seed}).`);
