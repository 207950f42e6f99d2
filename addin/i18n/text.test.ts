import { describe, expect, it } from "vitest";
import { startingLanguage } from "./language.ts";
import { shell } from "./messages/shell.ts";
import { textIn } from "./text.ts";

const lv = textIn("lv");
const en = textIn("en");

describe("plural forms", () => {
  it.each([
    [0, "0 nepublicētu rindu"],
    [1, "1 nepublicēta rinda"],
    [2, "2 nepublicētas rindas"],
    [10, "10 nepublicētu rindu"],
    [11, "11 nepublicētu rindu"],
    [21, "21 nepublicēta rinda"],
    [22, "22 nepublicētas rindas"],
    [100, "100 nepublicētu rindu"],
  ])("Latvian counts %i by zero, one and other", (count, said) => {
    expect(lv.say(shell.pendingRows, { count })).toBe(said);
  });

  it("English counts by one and other, with grouped thousands", () => {
    expect(en.say(shell.pendingRows, { count: 1 })).toBe("1 unpublished row");
    expect(en.say(shell.pendingRows, { count: 20_000 })).toBe("20,000 unpublished rows");
  });
});

describe("instants and days", () => {
  it("are dd.mm.yyyy hh:mm by Latvia's clock, summer and winter", () => {
    expect(lv.instant("2026-11-21T07:05:00Z")).toBe("21.11.2026 09:05");
    expect(en.instant("2026-07-01T21:30:00Z")).toBe("02.07.2026 00:30");
    expect(lv.day("2026-03-01")).toBe("01.03.2026");
  });

  it("stay as they are when they are none", () => {
    expect(lv.instant("vakar")).toBe("vakar");
    expect(lv.day("12.2026")).toBe("12.2026");
  });
});

describe("numbers", () => {
  it("are grouped and have the decimal sign of the language", () => {
    expect(lv.number(1_234_567.5).replace(/\s/g, " ")).toBe("1 234 567,5");
    expect(en.number(1_234_567.5)).toBe("1,234,567.5");
  });
});

describe("values", () => {
  it("are never taken for patterns", () => {
    expect(en.say(shell.details, { details: "$& {name}" })).toBe("Details: $& {name}");
  });
});

describe("the language at the start", () => {
  it("is the choice, else Office's, else Latvian", () => {
    expect(startingLanguage("en", "lv-LV")).toBe("en");
    expect(startingLanguage(null, "en-US")).toBe("en");
    expect(startingLanguage("xx", "lv-LV")).toBe("lv");
    expect(startingLanguage(null, "de-DE")).toBe("lv");
    expect(startingLanguage(null, undefined)).toBe("lv");
  });
});
