import fc from "fast-check";
import { expect, test } from "vitest";
import { factorOf, NO_FIGURE, partsOf, sumOf } from "./parts.ts";

const measured = fc.record({
  value: fc.option(fc.integer({ min: -100, max: 100 })),
  numerator: fc.integer({ min: 0, max: 1000 }),
  denominator: fc.integer({ min: 1, max: 1000 }),
});

test("a roll-up is the sum of numerators over the sum of denominators, never a mean of ratios", () => {
  fc.assert(
    fc.property(fc.array(measured, { minLength: 1 }), (all) => {
      const { value, count } = sumOf(
        all.map((one) => partsOf(one, 100)),
        100,
      );
      const [over, under] = [all.reduce((a, b) => a + b.numerator, 0), all.reduce((a, b) => a + b.denominator, 0)];
      expect(value).toBeCloseTo((100 * over) / under, 9);
      expect(count).toBe(all.length);
    }),
  );
});

test("a plain value weighs 1", () => {
  const plain = (value: number) => partsOf({ value, numerator: null, denominator: null }, 100);
  expect(plain(45.3).value).toBe(45.3);
  expect(sumOf([plain(40), plain(50)], 100).value).toBeCloseTo(45, 9);
  expect(sumOf([plain(40), partsOf({ value: null, numerator: 3, denominator: 3 }, 100)], 100).value).toBeCloseTo(85, 9);
});

test("nothing added up is no value, not zero", () => {
  expect(sumOf([], 1)).toEqual(NO_FIGURE);
  expect(sumOf([NO_FIGURE, NO_FIGURE], 1)).toEqual(NO_FIGURE);
  expect(partsOf({ value: null, numerator: null, denominator: null }, 1)).toEqual(NO_FIGURE);
  expect(sumOf([{ value: null, numerator: 0, denominator: 0, count: 0 }], 1).value).toBeNull();
});

test("a quotient stands in the KPI's unit", () => {
  expect(["%", "% no visiem", "‰", "h", "", null].map(factorOf)).toEqual([100, 100, 1000, 1, 1, 1]);
});
