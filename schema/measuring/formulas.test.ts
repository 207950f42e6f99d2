import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentMeasures } from "./docs.ts";
import { UNITS } from "./formula.ts";
import { FORMULAS, MEASURE_KEYS } from "./formulas.ts";

describe("every measure is declared whole", () => {
  test.each(MEASURE_KEYS)("%s says in both languages what it counts, from what, and in which period", (key) => {
    const { counts, numerator, denominator, period, unit, appliesTo, edition } = FORMULAS[key];
    for (const words of [counts, numerator, denominator, period])
      for (const text of [words.lv, words.en]) expect(text).not.toBe("");
    expect(Object.keys(UNITS)).toContain(unit);
    expect(appliesTo).toContain("INSTITUTION");
    expect(edition).toBeGreaterThan(0);
  });

  test("there is no formula without a measure", () => {
    expect(Object.keys(FORMULAS).sort()).toEqual([...MEASURE_KEYS].sort());
  });

  test("docs/measures.md is what the declarations say", () => {
    expect(readFileSync(new URL("../../docs/measures.md", import.meta.url), "utf8")).toBe(documentMeasures());
  });
});
