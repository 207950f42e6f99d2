import { expect, it } from "vitest";
import { DirtySheet } from "./dirty.ts";

const box = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

it("neighbouring strips of one bulk write become one box", () => {
  const dirty = new DirtySheet();
  for (let row = 0; row < 700; row += 70) dirty.add(box(row, 0, 70, 20));
  expect(dirty.boxes).toEqual([box(0, 0, 700, 20)]);
});

it("boxes that lie apart stay apart until they are too many", () => {
  const dirty = new DirtySheet();
  for (let i = 0; i < 64; i++) dirty.add(box(i * 2, i * 2, 1, 1));
  expect(dirty.boxes).toHaveLength(64);
  dirty.add(box(200, 3, 1, 1));
  expect(dirty.boxes).toEqual([box(0, 0, 201, 127)]);
});
