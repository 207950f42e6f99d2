import { expect, test } from "vitest";
import { treeOf } from "./tree.ts";

const subject = (id: string) => ({ id, register: "resources", code: id.toUpperCase(), name: id });

test("the tree hangs each hit under what it goes down through, the nearest ones first", () => {
  const hit = (id: string, through: string) => ({ ...subject(id), through, way: "" });
  const impact = { failed: [subject("r")], hits: [hit("a", "r"), hit("b", "r"), hit("c", "a")] };
  const shape = (limit: number) =>
    treeOf(impact, limit).map(function plain(branch): unknown {
      return [branch.subject.id, branch.branches.map(plain)];
    });
  expect(shape(10)).toEqual([
    [
      "r",
      [
        ["a", [["c", []]]],
        ["b", []],
      ],
    ],
  ]);
  expect(shape(2)).toEqual([
    [
      "r",
      [
        ["a", []],
        ["b", []],
      ],
    ],
  ]);
});
