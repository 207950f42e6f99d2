import fc from "fast-check";
import { expect, test } from "vitest";
import { type Operation } from "../../addin/desk/model/operations.ts";
import { WorkbookModel } from "../../addin/desk/model/workbook.ts";

/** A grid anyone can see to be right: a full matrix of strings. */
const SIZE = 12;
type Matrix = string[][];
const blank = (): string[] => new Array<string>(SIZE).fill("");
const fit = (rows: Matrix): Matrix =>
  Array.from({ length: SIZE }, (_, r) => Array.from({ length: SIZE }, (_unused, c) => rows[r]?.[c] ?? ""));
const turn = (rows: Matrix): Matrix => rows.map((_, i) => rows.map((row) => row[i] ?? ""));

function oracle(rows: Matrix, operation: Operation): Matrix {
  switch (operation.type) {
    case "setCells": {
      const next = rows.map((row) => [...row]);
      operation.contents.forEach((line, i) =>
        line.forEach((content, j) => {
          const row = next[operation.area.row + i];
          if (row && content !== null) row[operation.area.column + j] = content === "" ? "" : String(content.value);
        }),
      );
      return next;
    }
    case "insertRows":
      return fit(rows.toSpliced(operation.at, 0, ...Array.from({ length: operation.count }, blank)));
    case "deleteRows":
      return fit(rows.toSpliced(operation.at, operation.count));
    case "insertColumns":
      return turn(oracle(turn(rows), { ...operation, type: "insertRows" }));
    case "deleteColumns":
      return turn(oracle(turn(rows), { ...operation, type: "deleteRows" }));
    case "moveRows": {
      const { from, count, to } = operation;
      const block = rows.slice(from, from + count);
      if (to > from && to <= from + count) return rows;
      const rest = rows.toSpliced(from, count);
      return rest.toSpliced(to > from ? to - count : to, 0, ...block);
    }
    case "moveColumns":
      return turn(oracle(turn(rows), { ...operation, type: "moveRows" }));
    case "reorderRows": {
      const { area, order } = operation;
      return rows.map((row, r) => {
        const from = order[r - area.row];
        if (from === undefined) return row;
        return row.map((value, c) =>
          c >= area.column && c < area.column + area.columns ? (rows[area.row + from]?.[c] ?? "") : value,
        );
      });
    }
    default:
      throw new Error(operation.type);
  }
}

const sheet = "Sheet1";
const small = fc.integer({ min: 1, max: 3 });
const place = fc.integer({ min: 0, max: SIZE - 4 });
const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({
      row: place,
      column: place,
      cells: fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 3 }),
    })
    .map(({ row, column, cells }): Operation => ({
      type: "setCells",
      area: { sheet, row, column, rows: 1, columns: cells.length },
      contents: [cells.map((value) => (value === "" ? ("" as const) : { value }))],
    })),
  fc
    .record({ type: fc.constantFrom("insertRows" as const, "deleteRows" as const), at: place, count: small })
    .map((line): Operation => ({ ...line, sheet })),
  fc
    .record({ type: fc.constantFrom("insertColumns" as const, "deleteColumns" as const), at: place, count: small })
    .map((line): Operation => ({ ...line, sheet })),
  fc
    .record({
      type: fc.constantFrom("moveRows" as const, "moveColumns" as const),
      from: place,
      count: small,
      to: place,
    })
    .map((move): Operation => ({ ...move, sheet })),
  fc
    .record({ row: place, column: place, columns: small, order: fc.constantFrom([1, 0], [2, 0, 1], [0, 2, 1]) })
    .map(({ row, column, columns, order }): Operation => ({
      type: "reorderRows",
      area: { sheet, row, column, rows: order.length, columns },
      order,
    })),
);

test("whatever is done, the sheet holds what a plain matrix would, also after a reload", () => {
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 25 }), (steps) => {
      let model = new WorkbookModel();
      let expected: Matrix = Array.from({ length: SIZE }, blank);
      for (const [i, step] of steps.entries()) {
        model.apply(step, "person");
        expected = oracle(expected, step);
        // What is pushed past the oracle's edge is out of its sight: forget it in the model too.
        const beyond = { sheet, row: 0, column: SIZE, rows: 2 * SIZE, columns: SIZE };
        const below = { sheet, row: SIZE, column: 0, rows: SIZE, columns: 2 * SIZE };
        for (const area of [beyond, below]) {
          const contents = Array.from({ length: area.rows }, () => new Array<"">(area.columns).fill(""));
          model.apply({ type: "setCells", area, contents }, "file");
        }
        if (i % 5 === 4)
          model = new WorkbookModel(
            JSON.parse(JSON.stringify(model.snapshot())) as ReturnType<WorkbookModel["snapshot"]>,
          );
      }
      const all = { sheet, row: 0, column: 0, rows: SIZE, columns: SIZE };
      expect(model.contents(all).map((row) => row.map((cell) => cell?.value ?? ""))).toEqual(expected);
    }),
    { numRuns: 400, seed: 20_261_121 },
  );
});

test("a table keeps its columns' ids and its rows together through sorting, inserting and moving", () => {
  const deeds = fc.array(
    fc.oneof(
      fc.record({
        type: fc.constantFrom("insertRows" as const, "deleteRows" as const),
        at: fc.integer({ min: 0, max: 8 }),
        count: small,
      }),
      fc.record({
        type: fc.constant("moveColumns" as const),
        from: fc.integer({ min: 1, max: 3 }),
        count: fc.constant(1),
        to: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        type: fc.constantFrom("insertColumns" as const, "deleteColumns" as const),
        at: fc.integer({ min: 0, max: 4 }),
        count: fc.constant(1),
      }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(deeds, (steps) => {
      const model = new WorkbookModel();
      const rows = [["A", "B", "C"], ...[1, 2, 3, 4].map((n) => [`a${n}`, `b${n}`, `c${n}`])];
      const area = { sheet, row: 1, column: 1, rows: 5, columns: 3 };
      model.apply({ type: "setCells", area, contents: rows.map((row) => row.map((value) => ({ value }))) }, "file");
      model.apply({ type: "addTable", id: "1", name: "T", area, style: "TableStyleLight1" }, "file");
      const home = new Map([
        [1, "a"],
        [2, "b"],
        [3, "c"],
      ]);
      for (const step of steps) {
        try {
          model.apply({ ...step, sheet }, "person");
        } catch (error) {
          expect(error).toMatchObject({ name: "ModelError" });
        }
        const table = model.findTable("T");
        if (!table) return;
        expect(table.box.rows).toBeGreaterThan(1);
        expect(table.columns).toHaveLength(table.box.columns);
        expect(new Set(table.columns.map(({ name }) => name.toLowerCase())).size).toBe(table.columns.length);
        const contents = model.contents({ ...area, ...table.box });
        expect(contents[0]?.map((cell) => cell?.value)).toEqual(table.columns.map(({ name }) => name));
        for (const line of contents.slice(1)) {
          const letters = line.map(
            (cell, i) => [String(cell?.value ?? ""), home.get(table.columns[i]?.id ?? 0)] as const,
          );
          for (const [text, letter] of letters) if (text !== "") expect(text.charAt(0)).toBe(letter);
          expect(new Set(letters.flatMap(([text]) => (text === "" ? [] : [text.slice(1)]))).size).toBeLessThanOrEqual(
            1,
          );
        }
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});
