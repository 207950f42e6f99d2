import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CopyColumns, literalTexts, type FieldAs } from "./copy-json.ts";

const anyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        '"',
        "\\",
        "\t",
        "\n",
        "\r",
        "\v",
        "\b",
        "\f",
        "N",
        "v",
        ",",
        "{",
        "}",
        "\u0001",
        "ā",
        "\u2028",
        "😀",
      ),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.replaceAll("\u0000", ""));
/** As PostgreSQL writes a text in COPY (its documentation, “Text Format”). */
const postgres = (text: string | null) =>
  text === null
    ? "\\N"
    : text.replace(
        /[\\\b\f\n\r\t\v]/g,
        (c) => ({ "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v" })[c] ?? c,
      );

/** In pieces of any size, also ones that cut letters and escapes. */
function columnsOf(text: string, fields: readonly FieldAs[], piece: number) {
  const bytes = Buffer.from(text);
  const columns = new CopyColumns(fields);
  for (let at = 0; at < bytes.length; at += piece) columns.add(bytes.subarray(at, at + piece));
  return { columns: columns.end().map((texts) => texts.join("")), count: columns.count };
}

describe("COPY text as JSON", () => {
  it("gives every text back as it was, null as null", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(anyText), fc.option(fc.integer()), fc.boolean()), { maxLength: 30 }),
        fc.integer({ min: 1, max: 200 }),
        (rows, piece) => {
          const text = rows.map(([a, b, c]) => `${postgres(a)}\t${b ?? "\\N"}\t${c ? "t" : "f"}\n`).join("");
          const { columns, count } = columnsOf(text, ["text", "number", (field) => String(field === "t")], piece);
          expect(count).toBe(rows.length);
          expect(columns.map((column) => JSON.parse(Buffer.from(column, "latin1").toString()) as unknown)).toEqual([
            rows.map((row) => row[0]),
            rows.map((row) => row[1]),
            rows.map((row) => row[2]),
          ]);
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });
  it("reads array literals as PostgreSQL writes them", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (list) => {
        // Plain words stand as they are, all else in quotes.
        const element = (text: string) =>
          /^[a-z]+$/.test(text) && text !== "null" ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
        const field = `{${list.map(element).join(",")}}`;
        expect(literalTexts(field)).toEqual(list);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
