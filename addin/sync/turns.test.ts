import { expect, test } from "vitest";
import { takeTurns } from "./turns.ts";
import type { Work } from "./service.ts";

const steps = async (count: number, { signal }: Work, step: () => void): Promise<void> => {
  for (let at = 0; at < count; at++) {
    signal?.throwIfAborted();
    step();
    await Promise.resolve();
  }
};

test("calls run one after another, whatever becomes of them", async () => {
  const { inTurn } = takeTurns();
  const said: string[] = [];
  const first = inTurn(undefined, async () => {
    await steps(3, {}, () => said.push("first"));
    throw new Error("no");
  });
  const second = inTurn(undefined, async () => void said.push("second"));
  await expect(first).rejects.toThrow("no");
  await second;
  expect(said).toEqual(["first", "first", "first", "second"]);
});

test("a reading breaks off for work a person asked for and is done anew after it", async () => {
  const { inTurn, reading } = takeTurns();
  const said: string[] = [];
  let state = "before";
  const read = reading(async (work) => {
    await steps(5, work, () => said.push("read"));
    return state;
  });
  await Promise.resolve();
  await Promise.resolve();
  const work = inTurn({}, async () => {
    said.push("work");
    state = "after";
  });
  await work;
  expect(await read).toBe("after");
  expect(said.slice(said.indexOf("work"))).toEqual(["work", ...new Array<string>(5).fill("read")]);
  expect(said.indexOf("work")).toBeLessThan(5);
});

test("a reading goes on when nobody waits for what comes after it, and its own failure is told", async () => {
  const { inTurn, reading } = takeTurns();
  const said: string[] = [];
  const read = reading(async (work) => steps(4, work, () => said.push("read")));
  await inTurn(undefined, async () => void said.push("after"));
  await read;
  expect(said).toEqual(["read", "read", "read", "read", "after"]);
  await expect(reading(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

test("cancelled work is told as that", async () => {
  const { inTurn } = takeTurns();
  const signal = AbortSignal.abort();
  await expect(inTurn({ signal }, () => Promise.resolve())).rejects.toMatchObject({ code: "CANCELLED" });
});
