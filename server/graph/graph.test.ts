import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DependencyGraph, type Edge } from "./graph.ts";
import { impactOf } from "./impact.ts";

const edge = (from: string, to: string, group: string | null = null, critical = true): Edge => ({
  id: `${from}>${to}`,
  from,
  to,
  critical,
  group,
});

describe("impact", () => {
  test("reaches through any number of steps and tells the way", () => {
    const graph = new DependencyGraph([edge("service", "system"), edge("system", "server"), edge("other", "printer")]);
    expect(impactOf(graph, ["server"])).toEqual([
      { id: "system", path: ["system", "server"] },
      { id: "service", path: ["service", "system", "server"] },
    ]);
  });
  test("a dependency that is not critical carries nothing", () => {
    expect(impactOf(new DependencyGraph([edge("a", "b", null, false)]), ["b"])).toEqual([]);
  });
  test("a redundancy group is down only when all its members are", () => {
    const graph = new DependencyGraph([
      edge("s", "one", "g"),
      edge("s", "two", "g"),
      edge("one", "power"),
      edge("two", "power"),
    ]);
    expect(impactOf(graph, ["one"])).toEqual([]);
    expect(impactOf(graph, ["one", "two"]).map(({ id }) => id)).toEqual(["s"]);
    expect(impactOf(graph, ["power"]).map(({ id }) => id)).toEqual(["one", "two", "s"]);
  });

  test("what is retired is not hit, carries nothing further and stands in for nobody", () => {
    const graph = new DependencyGraph([
      edge("s", "old"),
      edge("old", "server"),
      edge("t", "one", "g"),
      edge("t", "gone", "g"),
    ]);
    const gone = (id: string) => id === "old" || id === "gone";
    expect(impactOf(graph, ["server"], gone)).toEqual([]);
    expect(impactOf(graph, ["one"], gone).map(({ id }) => id)).toEqual(["t"]);
  });

  test("agrees with a plain fixpoint on random graphs", () => {
    const node = fc.integer({ min: 0, max: 9 }).map(String);
    const edges = fc.array(
      fc.record({ from: node, to: node, critical: fc.boolean(), group: fc.constantFrom(null, "g", "h") }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(edges, fc.uniqueArray(node, { minLength: 1, maxLength: 3 }), (list, failed) => {
        const all = list.map((one, at) => ({ ...one, id: String(at) }));
        const down = new Set(failed);
        for (let grown = true; grown;) {
          grown = false;
          for (const { from } of all) {
            if (down.has(from)) continue;
            const needs = all.filter((one) => one.from === from && one.critical);
            const alone = needs.some((one) => one.group === null && down.has(one.to));
            const group = ["g", "h"].some((name) => {
              const members = needs.filter((one) => one.group === name);
              return members.length > 0 && members.every((one) => down.has(one.to));
            });
            if (alone || group) {
              down.add(from);
              grown = true;
            }
          }
        }
        const hits = impactOf(new DependencyGraph(all), failed);
        expect(new Set([...failed, ...hits.map(({ id }) => id)])).toEqual(down);
        for (const { path } of hits)
          for (let at = 1; at < path.length; at++)
            expect(all.some((one) => one.critical && one.from === path[at - 1] && one.to === path[at])).toBe(true);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe("cycles", () => {
  test("the cycle that a dependency would close is told in order", () => {
    const graph = new DependencyGraph([edge("b", "c"), edge("c", "d"), edge("d", "a")]);
    expect(graph.cycleClosedBy("a", "b")).toEqual(["a", "b", "c", "d", "a"]);
    expect(graph.cycleClosedBy("x", "b")).toBeNull();
    expect(graph.cycleClosedBy("a", "a")).toEqual(["a", "a"]);
  });
  test("one that is gone or no longer critical closes nothing", () => {
    const graph = new DependencyGraph([edge("b", "a")]);
    expect(graph.cycleClosedBy("a", "b")).not.toBeNull();
    graph.add(edge("b", "a", null, false));
    expect(graph.cycleClosedBy("a", "b")).toBeNull();
  });
});
