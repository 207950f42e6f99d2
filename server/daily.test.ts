import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { daily } from "./daily.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DAY_MS = 86_400_000;

test("works at once and once a day, also after a day that went wrong, until it is stopped", async () => {
  let count = 0;
  const wrong: unknown[] = [];
  const stop = daily(
    () => (++count === 2 ? Promise.reject(new Error("no disk")) : Promise.resolve()),
    (error) => void wrong.push(error),
  );
  await vi.advanceTimersByTimeAsync(DAY_MS - 1);
  expect(count).toBe(1);
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(count).toBe(3);
  expect(wrong).toEqual([new Error("no disk")]);
  await stop();
  await vi.advanceTimersByTimeAsync(5 * DAY_MS);
  expect(count).toBe(3);
});

test("stopping waits for what is under way", async () => {
  let done = false;
  let finish: () => void = () => undefined;
  const stop = daily(
    () => new Promise<void>((resolve) => (finish = resolve)).then(() => void (done = true)),
    () => undefined,
  );
  await Promise.resolve();
  const stopped = stop();
  expect(done).toBe(false);
  finish();
  await stopped;
  expect(done).toBe(true);
});
