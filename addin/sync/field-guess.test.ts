import { expect, test } from "vitest";
import type { ShownCell } from "../workbook/port.ts";
import { guessField } from "./field-guess.ts";

const typed = (...texts: readonly string[]): ShownCell[] => texts.map((text) => ({ value: text, text }));
const shown = (value: number, text = String(value), more: Partial<ShownCell> = {}): ShownCell => ({
  value,
  text,
  ...more,
});

test("a column is kept as what all its cells survive as", () => {
  expect(guessField([])).toBe("TEXT");
  expect(guessField(typed("", " "))).toBe("TEXT");
  expect(guessField(typed("12", "-3", ""))).toBe("INTEGER");
  expect(guessField([shown(12), ...typed("3")])).toBe("INTEGER");
  expect(guessField(typed("12", "3,25"))).toBe("NUMBER");
  expect(guessField([shown(0.5, "50%")])).toBe("NUMBER");
  expect(guessField(typed("Jā", "nē"))).toBe("YES_NO");
  expect(guessField([{ value: true, text: "TRUE" }])).toBe("YES_NO");
  expect(guessField(typed("31.12.2026", "2026-01-02"))).toBe("DATE");
  expect(guessField([shown(46000, "09.12.2025", { date: "2025-12-09" })])).toBe("DATE");
  expect(guessField([shown(46000.5, "09.12.2025 12:00", { date: "2025-12-09", time: "12:00:00" })])).toBe("DATE_TIME");
  expect(guessField(typed("31.12.2026 14:30"))).toBe("DATE_TIME");
  expect(guessField(typed("Zils", "12"))).toBe("TEXT");
  expect(guessField(typed("pirmā\notrā"))).toBe("LONG_TEXT");
});

test("codes stay text, and so does whatever would come back otherwise than it was", () => {
  expect(guessField(typed("0012", "0013"))).toBe("TEXT");
  expect(guessField([shown(12, "0012")])).toBe("TEXT");
  expect(guessField(typed("1.50"))).toBe("TEXT");
  expect(guessField(typed("12345678901234567890"))).toBe("TEXT");
  expect(guessField(typed("1 000"))).toBe("TEXT");
  expect(guessField(typed("+371"))).toBe("TEXT");
  expect(guessField([...typed("12"), shown(46000, "09.12.2025", { date: "2025-12-09" })])).toBe("TEXT");
});
