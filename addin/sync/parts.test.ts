import { expect, test } from "vitest";
import { splitIntoParts } from "./parts.ts";

const row = (name: string) => ({ row: "id", base: null, cells: { name } });

test("parts hold at most so many rows and bytes, and all rows in order", () => {
  const rows = Array.from({ length: 25 }, (_, at) => row(`ā${at}`));
  expect(splitIntoParts(rows, 10).map((part) => part.length)).toEqual([10, 10, 5]);
  const parts = splitIntoParts(rows, 1_000, 200);
  expect(parts.flat()).toEqual(rows);
  for (const part of parts) expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThanOrEqual(200);
});

test("nothing makes no part; a row larger than a part travels alone", () => {
  expect(splitIntoParts([])).toEqual([]);
  expect(splitIntoParts([row("a"), row("b".repeat(300)), row("c")], 10, 200).map((part) => part.length)).toEqual([
    1, 1, 1,
  ]);
});
