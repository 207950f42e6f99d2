import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RawJsonSlots } from "./raw-json.ts";

describe("raw JSON in an answer", () => {
  test("a text stands in the answer as it was handed in, byte by byte", () => {
    const slots = new RawJsonSlots();
    const text = '{"a": [1,  2.50, 1e3]}';
    expect(slots.splice(JSON.stringify({ data: { page: slots.hold(text) } })).join("")).toBe(
      `{"data":{"page":${text}}}`,
    );
  });

  test("several texts keep their places, and one asked for twice stands twice", () => {
    const slots = new RawJsonSlots();
    const [a, b] = [slots.hold("[1]"), slots.hold("[2]")];
    expect(slots.splice(JSON.stringify({ b, a, again: b })).join("")).toBe('{"b":[2],"a":[1],"again":[2]}');
  });

  test("text that looks like a placeholder of another request stays text", () => {
    const other = new RawJsonSlots().hold("[1]");
    const slots = new RawJsonSlots();
    const answer = { typed: other, mine: slots.hold("[2]") };
    expect(JSON.parse(slots.splice(JSON.stringify(answer)).join(""))).toEqual({ typed: other, mine: [2] });
  });

  test("whatever people typed, the answer is the value with the texts in it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 4 }), (typed, raws) => {
        const slots = new RawJsonSlots();
        const answer = JSON.stringify({ typed, raws: raws.map((raw) => slots.hold(JSON.stringify(raw))) });
        expect(slots.splice(answer).join("")).toBe(JSON.stringify({ typed, raws }));
      }),
    );
  });

  test("a text handed in is not looked into for placeholders", () => {
    const slots = new RawJsonSlots();
    const first = slots.hold("1");
    const second = slots.hold(JSON.stringify([first]));
    expect(slots.splice(JSON.stringify([second])).join("")).toBe(JSON.stringify([[first]]));
  });

  test("texts are let go with the answer", () => {
    const slots = new RawJsonSlots();
    const held = slots.hold("[1]");
    slots.clear();
    expect(() => slots.splice(JSON.stringify(held))).toThrow(/holds no text/);
  });

  test("an empty text is refused before it can break the answer", () => {
    expect(() => new RawJsonSlots().hold(" ")).toThrow(/not JSON/);
  });
});
