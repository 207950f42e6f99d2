import { expect, test } from "vitest";
import { meeting, overlap, Reach } from "./collide.ts";
import { DependencyGraph } from "./graph.ts";

const graph = new DependencyGraph(
  [
    ["service", "system"],
    ["system", "server"],
    ["system", "database"],
    ["other", "printer"],
  ].map(([from = "", to = ""]) => ({ id: `${from}>${to}`, from, to, critical: true, group: null })),
);
const reach = (...subjects: string[]) => new Reach(graph, subjects);

test("changes meet on the same, on what depends on the other's, on what depends on both, or not at all", () => {
  expect(meeting(reach("server"), reach("server", "printer"))).toEqual({ how: "SAME", on: ["server"] });
  expect(meeting(reach("server"), reach("service"))).toEqual({ how: "DEPENDENT", on: ["service"] });
  expect(meeting(reach("service"), reach("server"))).toEqual({ how: "DEPENDENT", on: ["service"] });
  expect(meeting(reach("server"), reach("database"))).toEqual({ how: "SHARED", on: ["system", "service"] });
  expect(meeting(reach("server"), reach("printer"))).toBeNull();
});

test("windows that only touch do not overlap", () => {
  const window = (from: string, to: string) => ({ from: `2026-11-21T${from}:00Z`, to: `2026-11-21T${to}:00Z` });
  expect(overlap(window("10:00", "12:00"), window("12:00", "13:00"))).toBe(false);
  expect(overlap(window("10:00", "12:01"), window("12:00", "13:00"))).toBe(true);
  expect(overlap(window("10:00", "13:00"), window("11:00", "12:00"))).toBe(true);
});
