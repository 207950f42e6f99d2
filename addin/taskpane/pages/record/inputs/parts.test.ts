import { expect, test } from "vitest";
import { lastPart, withLast } from "./parts.ts";

test("of several names the last one is being typed, and a chosen one takes its place alone", () => {
  expect(lastPart("Anna; Jā")).toBe("Jā");
  expect(lastPart("Anna; ")).toBe("");
  expect(withLast("Anna; Jā", "Jānis Bērziņš (D006)")).toBe("Anna; Jānis Bērziņš (D006); ");
  expect(withLast("", "Anna (D1)")).toBe("Anna (D1); ");
});
