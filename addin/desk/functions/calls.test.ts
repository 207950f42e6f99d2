import { expect, test } from "vitest";
import { FunctionCalls } from "./calls.ts";

test("what is asked to be calculated before the grid is there is calculated when it comes, once", () => {
  const calls = new FunctionCalls("SAIME", () => []);
  calls.calculateAll();
  calls.calculateAll();
  let asked = 0;
  const stop = calls.onCalculateAll(() => asked++);
  expect(asked).toBe(1);
  calls.calculateAll();
  expect(asked).toBe(2);
  stop();
  calls.onCalculateAll(() => asked++);
  expect(asked).toBe(2);
});
