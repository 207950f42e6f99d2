import { describe, expect, it } from "vitest";
import { dateSerial, readTyped } from "./typed-text.ts";

describe("text typed into a cell formatted General", () => {
  it.each([
    ["12", { content: { value: 12 } }],
    ["0012", { content: { value: 12 } }],
    ["-5", { content: { value: -5 } }],
    ["1,5", { content: { value: 1.5 } }],
    ["1.5", { content: { value: 1.5 } }],
    ["1 234 567,25", { content: { value: 1234567.25 } }],
    ["1e3", { content: { value: 1000 } }],
    ["12345678901234567890", { content: { value: 12345678901234500000 } }],
    ["12%", { content: { value: 0.12 }, format: "0%" }],
    ["12,5 %", { content: { value: 0.125 }, format: "0.00%" }],
    ["true", { content: { value: true } }],
    ["False", { content: { value: false } }],
    ["01.02.2024", { content: { value: 45323 }, format: "dd.mm.yyyy" }],
    ["1.2.2024.", { content: { value: 45323 }, format: "dd.mm.yyyy" }],
    ["2024-02-01", { content: { value: 45323 }, format: "yyyy-mm-dd" }],
    ["01.02.2024 12:00", { content: { value: 45323.5 }, format: "dd.mm.yyyy hh:mm" }],
    ["06:00", { content: { value: 0.25 }, format: "hh:mm" }],
    ["=A1+1", { content: { value: "", formula: "=A1+1" } }],
    ["=", { content: { value: "=" } }],
    ["'0012", { content: { value: "0012" } }],
    ["30.02.2024", { content: { value: "30.02.2024" } }],
    ["1.2.3", { content: { value: "1.2.3" } }],
    ["+371 67 000 000", { content: { value: "+371 67 000 000" } }],
    [" name ", { content: { value: " name " } }],
    ["", { content: "" }],
  ])("%j", (text, reading) => expect(readTyped(text)).toEqual(reading));
});

describe("text typed into a cell formatted as text", () => {
  it.each(["0012", "=1+1", "12345678901234567890", "'x", "01.02.2024", "TRUE", " "])("%j stays as typed", (text) =>
    expect(readTyped(text, "@")).toEqual({ content: { value: text } }),
  );
});

it("a date typed into a cell with a format of its own keeps that format", () => {
  expect(readTyped("01.02.2024", "yyyy")).toEqual({ content: { value: 45323 } });
});

it("day numbers count Excel's leap day of 1900", () => {
  expect([dateSerial(1900, 1, 1), dateSerial(1900, 2, 28), dateSerial(1900, 3, 1)]).toEqual([1, 59, 61]);
  expect(dateSerial(2026, 11, 21)).toBe(46347);
  expect(dateSerial(1899, 12, 31)).toBeNull();
});
