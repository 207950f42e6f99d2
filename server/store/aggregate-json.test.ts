import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnJson, literalTexts, type FieldAs } from "./aggregate-json.ts";
import { copyField } from "./copy-text.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', "\\", "\t", "\n", "\r", "\b", "N", "v", "f", ",", "{", "}", "\u0001", "ā", "\u2028", "😀"),
    fc.string({ minLength: 1, maxLength: 1 }).filter((text) => !/[\u0000\v\f]/.test(text)),
  ),
});
/** As PostgreSQL aggregates a column and writes it by COPY (its documentation, “Text Format”). */
const aggregated = (cells: readonly (string | null)[]) =>
  cells
    .map((cell) => cell ?? "\f")
    .join("\v")
    .replace(
      /[\\\b\f\n\r\t\v]/g,
      (c) => ({ "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v" })[c] ?? c,
    );
const read = (cells: readonly (string | null)[], as: FieldAs, count = cells.length): unknown =>
  JSON.parse(
    Buffer.from(columnJson(Buffer.from(aggregated(cells)).toString("latin1"), as, count), "latin1").toString(),
  );

describe("an aggregated column as JSON", () => {
  it("gives every text back as it was, nothing as null", () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyText), { maxLength: 30 }), (cells) => {
        expect(read(cells, "text")).toEqual(cells);
        expect(read(cells, (cell) => JSON.stringify([cell]))).toEqual(
          cells.map((cell) => (cell === null ? null : [cell])),
        );
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it("gives numbers as numbers", () => expect(read(["1", null, "-2.5"], "number")).toEqual([1, null, -2.5]));
  it("refuses a column in which a text broke the cells apart", () => {
    expect(() => read(["a\vb", "c"], "text")).toThrow("3 cells in 2 rows");
    expect(() => read(["a\vb", "c"], (cell) => cell)).toThrow("3 cells in 2 rows");
  });
  it("reads array literals as written for COPY", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (list) => {
        // Through COPY's own escaping and back, as the database would do.
        const field = copyField(list).replace(
          /\\([\\tnr])/g,
          (_, c: string) => ({ "\\": "\\", t: "\t", n: "\n", r: "\r" })[c] ?? c,
        );
        expect(literalTexts(field)).toEqual(list);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
