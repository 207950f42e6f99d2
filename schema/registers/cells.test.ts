import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCell, sameCell, showCell } from "./cells.ts";
import type { Cell, Column } from "./register.ts";
import { services } from "./services.ts";

const read = (key: keyof typeof services.columns, raw: string | number | boolean | null): Cell => {
  const parsed = parseCell(key, services.columns[key], raw);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return parsed.cell;
};
const refusal = (key: keyof typeof services.columns, raw: string | number | boolean | null) => {
  const parsed = parseCell(key, services.columns[key], raw);
  return parsed.ok ? null : parsed.refusal;
};

describe("reading a cell", () => {
  it.each(["0012", "12345678901234567890", "=1+1", "-5", "@x", "+371 67 000 000", "1e5", "TRUE"])(
    "text stays text: %s",
    (text) => {
      expect(read("costCentre", text)).toBe(text);
    },
  );
  it("text loses edge spaces, and nothing but spaces is empty", () => {
    expect(read("name", "  Dzīvesvietas deklarēšana \u00a0")).toBe("Dzīvesvietas deklarēšana");
    expect(read("name", "   ")).toBeNull();
  });
  it("a line ends as Excel ends it, and NUL goes", () =>
    expect(read("description", "a\r\nb\rc\u0000\vd\fe")).toBe("a\nb\nc\nd\ne"));
  it("half a character, as LEFT() of Excel makes one, is kept as a mark that nothing chokes on", () => {
    expect(read("name", "a\ud83d")).toBe("a\ufffd");
    expect(read("name", "😀")).toBe("😀");
    expect(read("name", "\u0000")).toBeNull();
  });
  it("text over its length is refused with both figures", () => {
    expect(refusal("costCentre", "x".repeat(41))).toMatchObject({ code: "TOO_LONG", column: "costCentre" });
    expect(refusal("costCentre", "x".repeat(41))?.message.en).toMatch(/41.*40/);
  });
  it.each([
    ["DELIVERING", "DELIVERING"],
    ["Sniegšana vai lietošana", "DELIVERING"],
    ["sniegsana VAI lietosana", "DELIVERING"],
    ["Delivering", "DELIVERING"],
    ["aktīvs", "DELIVERING"],
  ])("an option is read by key, label of either language or synonym, case and diacritics aside: %s", (typed, key) => {
    expect(read("stage", typed)).toBe(key);
  });
  it("an unknown option is refused with those allowed, in both languages", () => {
    const refused = refusal("stage", "Kaut kas");
    expect(refused?.code).toBe("NOT_AN_OPTION");
    expect(refused?.allowed).toContainEqual({ lv: "Plānošana", en: "Planning" });
    expect(refused?.allowed).toHaveLength(6);
    expect(refused?.message.lv).toContain("Kaut kas");
  });
  it("several options are parted by semicolons, kept once and in declared order", () => {
    expect(read("recipientGroups", "Uzņēmēji; iedzīvotājs;Businesses")).toEqual(["CITIZEN", "BUSINESS"]);
    expect(read("recipientGroups", " ; ")).toBeNull();
    expect(refusal("recipientGroups", "Iedzīvotāji; Marsieši")?.message.lv).toContain("Marsieši");
  });
  it.each([
    ["2026-03-01", "2026-03-01"],
    ["01.03.2026", "2026-03-01"],
    ["1.3.2026.", "2026-03-01"],
    ["29.02.2024", "2024-02-29"],
  ])("a day is read as ISO or as Latvian writes it, day before month: %s", (typed, day) =>
    expect(read("reviewDue", typed)).toBe(day),
  );
  it.each(["2026-02-29", "31.04.2026", "00.01.2026", "13/01/2026", "soon", "2026-13-01"])(
    "what is no day of the calendar is refused: %s",
    (typed) => {
      expect(refusal("reviewDue", typed)?.code).toBe("NOT_A_DATE");
    },
  );
  it("a day before the column's first is refused", () =>
    expect(refusal("reviewDue", "1899-12-31")?.code).toBe("OUT_OF_RANGE"));
  it.each([
    ["1 234", 1234],
    ["1\u00a0234", 1234],
    ["12,0", 12],
    [7, 7],
  ])("a whole number may be grouped by spaces: %s", (typed, number) =>
    expect(read("yearlyVolume", typed)).toBe(number),
  );
  it.each(["1,5", "1.234.567", "desmit", "1,2,3", 1.5])("what is no whole number is refused: %s", (typed) =>
    expect(refusal("yearlyVolume", typed)?.code).toBe("NOT_A_NUMBER"),
  );
  it.each([-1, 2_000_000_001])("a number outside its range is refused: %s", (typed) =>
    expect(refusal("yearlyVolume", typed)?.code).toBe("OUT_OF_RANGE"),
  );
});

describe("showing a cell", () => {
  const options: Record<string, fc.Arbitrary<Cell>> = {
    stage: fc.constantFrom(...Object.keys(services.columns.stage.options)),
    recipientGroups: fc.subarray(Object.keys(services.columns.recipientGroups.options), { minLength: 1 }),
    yearlyVolume: fc.integer({ min: 0, max: 2_000_000_000 }),
    reviewDue: fc
      .date({ min: new Date("1900-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    name: fc
      .string({ minLength: 1, maxLength: 400 })
      .map((text) => text.replaceAll("\u0000", "").trim())
      .filter((text) => text !== "" && !/[\r\v\f]/.test(text)),
  };
  it.each(Object.keys(options))("what is shown of %s is read back as the same, in both languages", (key) => {
    const column = services.columns[key as keyof typeof services.columns] as Column;
    fc.assert(
      fc.property(
        options[key] as fc.Arbitrary<Cell>,
        fc.constantFrom("lv" as const, "en" as const),
        (cell, language) => {
          const parsed = parseCell(key, column, showCell(column, cell, language));
          return parsed.ok && sameCell(parsed.cell, cell);
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });
  it("nothing is shown as an empty text", () => expect(showCell(services.columns.name, null, "lv")).toBe(""));
});
