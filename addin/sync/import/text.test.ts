import { describe, expect, test } from "vitest";
import { fold, sameKey, similarity, spell, stems } from "./text.ts";

describe("spellings of the same heading", () => {
  test("case, diacritics and punctuation do not matter", () => {
    expect(fold("  Saņēmēju_grupas: ")).toBe("sanemeju grupas");
    expect(fold("createdAt")).toBe("created at");
    expect(fold("Nr.p.k.")).toBe("nr p k");
  });
  test("singular and plural, nominative and genitive have one stem", () => {
    expect(stems("Saņēmēju grupa")).toEqual(stems("Saņēmēju grupas"));
    expect(stems("Services")).toEqual(stems("Service"));
    expect(stems("Kods")).toEqual(stems("Kodi"));
  });
  test("a misspelt heading is like the right one and unlike others", () => {
    expect(similarity(spell("Pakalpojuma nosaukms"), spell("Pakalpojuma nosaukums"))).toBeGreaterThan(0.75);
    expect(similarity(spell("Apraksts"), spell("Kritiskums"))).toBeLessThan(0.3);
    expect(similarity(spell(""), spell("Kods"))).toBe(0);
  });
});

test("keys are compared without case and doubled spaces, but a diacritic makes another word", () => {
  expect(sameKey(" Telpu\u00a0 noma ")).toBe(sameKey("telpu noma"));
  expect(sameKey("kase")).not.toBe(sameKey("kāse"));
});
