import * as fc from "fast-check";
import { expect, test } from "vitest";
import { histories, liveOnReference } from "./history.ts";

test("500 histories of two sheets and a server come together, lose no edit and double no row", async () => {
  const property = fc.asyncProperty(histories, liveOnReference);
  const result = await fc.check(property, { numRuns: 500, seed: 20_261_121 });
  expect(result.failed ? fc.defaultReportMessage(result) : "").toBe("");
}, 120_000);
