import { describe, expect, test, vi } from "vitest";
import { ASKS_A_REQUEST, type FigureAnswer, type FigureAsk } from "../../schema/functions/asks.ts";
import { Asker } from "./asker.ts";

const kpi = (name: string): FigureAsk => ({ function: "KPI", name });

/** An asker whose clock and timer the test moves, and whose server answers when it is told to. */
function world() {
  const requests: {
    readonly asks: readonly FigureAsk[];
    readonly signal: AbortSignal;
    readonly answer: (values?: readonly FigureAnswer[]) => void;
    readonly refuse: (error: unknown) => void;
  }[] = [];
  const timers: (() => void)[] = [];
  const clock = { now: 0 };
  const asker = new Asker({
    now: () => clock.now,
    later: (run) => timers.push(run),
    send: (asks, signal) =>
      new Promise((resolve, reject) =>
        requests.push({
          asks,
          signal,
          refuse: reject,
          answer: (values = asks.map(({ name }) => ({ value: Number(name) }))) => resolve(values),
        }),
      ),
  });
  /** Ends the moment in which asks gather, and lets what follows happen. */
  const pass = async () => {
    for (const run of timers.splice(0)) run();
    await vi.waitFor(() => expect(timers).toEqual([]));
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { asker, requests, clock, pass };
}

describe("asks of cells", () => {
  test("made within a moment go in one request, the same ask but once", async () => {
    const { asker, requests, pass } = world();
    const answers = ["1", "2", "1"].map((name) => asker.ask(kpi(name)));
    await pass();
    expect(requests.map(({ asks }) => asks.map(({ name }) => name))).toEqual([["1", "2"]]);
    requests[0]?.answer();
    expect(await Promise.all(answers)).toEqual([{ value: 1 }, { value: 2 }, { value: 1 }]);
  });

  test("of thousands of cells go a thousand at a time, one request after the other", async () => {
    const { asker, requests, pass } = world();
    const answers = Array.from({ length: 2_500 }, (_, at) => asker.ask(kpi(String(at))));
    await pass();
    const sizes = () => requests.map(({ asks }) => asks.length);
    expect(sizes()).toEqual([ASKS_A_REQUEST]);
    for (const at of [0, 1, 2]) {
      requests[at]?.answer();
      await pass();
    }
    expect(sizes()).toEqual([1_000, 1_000, 500]);
    expect((await Promise.all(answers)).map(({ value }) => value)).toEqual(answers.map((_, at) => at));
  });

  test("made while a request is on its way join the next", async () => {
    const { asker, requests, pass } = world();
    void asker.ask(kpi("1"));
    await pass();
    void asker.ask(kpi("2"));
    void asker.ask(kpi("3"));
    await pass();
    expect(requests).toHaveLength(1);
    requests[0]?.answer();
    await pass();
    expect(requests.map(({ asks }) => asks.length)).toEqual([1, 2]);
  });

  test("are answered from what was answered before, for five minutes", async () => {
    const { asker, requests, clock, pass } = world();
    const ask = async () => {
      const answer = asker.ask(kpi("7"));
      await pass();
      requests.at(-1)?.answer();
      return answer;
    };
    expect(await ask()).toEqual({ value: 7 });
    clock.now = 299_999;
    expect(await ask()).toEqual({ value: 7 });
    expect(requests).toHaveLength(1);
    clock.now = 300_001;
    expect(await ask()).toEqual({ value: 7 });
    expect(requests).toHaveLength(2);
  });

  test("are made anew once what was answered is forgotten, and an answer to an older ask is not kept", async () => {
    const { asker, requests, pass } = world();
    const old = asker.ask(kpi("1"));
    await pass();
    asker.forget();
    const fresh = asker.ask(kpi("1"));
    requests[0]?.answer([{ value: 10 }]);
    await pass();
    requests[1]?.answer([{ value: 11 }]);
    expect([await old, await fresh]).toEqual([{ value: 10 }, { value: 11 }]);
    expect(await asker.ask(kpi("1"))).toEqual({ value: 11 });
  });

  test("that fail are told to each cell and not remembered", async () => {
    const { asker, requests, pass } = world();
    const [one, other] = [asker.ask(kpi("1")), asker.ask(kpi("2"))];
    await pass();
    requests[0]?.refuse(new Error("offline"));
    await expect(one).rejects.toThrow("offline");
    await expect(other).rejects.toThrow("offline");
    void asker.ask(kpi("1"));
    await pass();
    expect(requests).toHaveLength(2);
  });

  test("that the server leaves unanswered fail, the others do not", async () => {
    const { asker, requests, pass } = world();
    const [one, other] = [asker.ask(kpi("1")), asker.ask(kpi("2"))];
    await pass();
    requests[0]?.answer([{ value: 1 }]);
    expect(await one).toEqual({ value: 1 });
    await expect(other).rejects.toThrow("unanswered");
  });
});

describe("a cell that no longer wants to know", () => {
  const asking = (asker: Asker, name: string) => {
    let stop = () => undefined as void;
    void asker.ask(kpi(name), (cancel) => (stop = cancel)).catch(() => undefined);
    return stop;
  };

  test("is not asked for, unless another cell asks the same", async () => {
    const { asker, requests, pass } = world();
    const [first, shared] = [asking(asker, "1"), asking(asker, "2")];
    const other = asker.ask(kpi("2"));
    first();
    shared();
    shared();
    await pass();
    expect(requests.map(({ asks }) => asks.map(({ name }) => name))).toEqual([["2"]]);
    requests[0]?.answer();
    expect(await other).toEqual({ value: 2 });
  });

  test("stops the request once none of its cells wants to know", async () => {
    const { asker, requests, pass } = world();
    const [one, other] = [asking(asker, "1"), asking(asker, "2")];
    await pass();
    one();
    expect(requests[0]?.signal.aborted).toBe(false);
    other();
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  test("leaves nothing to send when all were cancelled in time", async () => {
    const { asker, requests, pass } = world();
    asking(asker, "1")();
    await pass();
    expect(requests).toEqual([]);
  });
});
