import { describe, expect, it, test } from "vitest";
import { cultureOf } from "./culture.ts";
import { typed } from "./typing.ts";

const rules = (locale = "lv-LV", date1904 = false) => ({ culture: cultureOf(locale), date1904, year: 2026 });
const value = (content: string | number | boolean) => ({ content: { value: content } });

describe("text typed into a cell formatted General", () => {
  it.each([
    ["12", value(12)],
    ["0012", value(12)],
    ["-5", value(-5)],
    ["1,5", value(1.5)],
    ["1 234 567,25", value(1234567.25)],
    ["12345678901234567890", value(12345678901234500000)],
    ["12%", { ...value(0.12), format: "0%" }],
    ["12,5 %", { ...value(0.125), format: "0.00%" }],
    ["true", value(true)],
    ["Patiess", value(true)],
    ["False", value(false)],
    ["01.02.2024", { ...value(45323), format: "dd.mm.yyyy" }],
    ["1.2.2024.", { ...value(45323), format: "dd.mm.yyyy" }],
    ["2024-02-01", { ...value(45323), format: "dd.mm.yyyy" }],
    ["01.02.2024 12:00", { ...value(45323.5), format: "dd.mm.yyyy h:mm" }],
    ["2024-02-01T12:00:00", { ...value(45323.5), format: "dd.mm.yyyy h:mm:ss" }],
    ["06:00", { ...value(0.25), format: "h:mm" }],
    ["=A1+1", { content: { value: 0, formula: "=A1+1" } }],
    ["-A1", { content: { value: 0, formula: "=-A1" } }],
    ["=", value("=")],
    ["- to do, ja laika pietiek", value("- to do, ja laika pietiek")],
    ["+371 67 000 000", value("+371 67 000 000")],
    ["'0012", value("0012")],
    ["30.02.2024", value("30.02.2024")],
    ["1.2.3", value("1.2.3")],
    [" name ", value(" name ")],
    ["", { content: "" }],
  ])("%j by Latvian habits", (text, reading) => expect(typed(text, "General", rules())).toEqual(reading));

  it.each([
    ["1.5", value(1.5)],
    ["1,234.5", value(1234.5)],
    ["2/1/2024", { ...value(45323), format: "m/d/yyyy" }],
    ["2/1/2024 6:00 PM", { ...value(45323.75), format: "m/d/yyyy h:mm" }],
  ])("%j by English habits", (text, reading) => expect(typed(text, "General", rules("en-US"))).toEqual(reading));
});

describe("text typed into a cell formatted as text", () => {
  it.each(["0012", "=1+1", "12345678901234567890", "'x", "01.02.2024", "TRUE", " "])("%j stays as typed", (text) =>
    expect(typed(text, "@", rules())).toEqual(value(text)),
  );
});

test("a date typed into a cell with a format of its own keeps that format", () => {
  expect(typed("01.02.2024", "yyyy", rules())).toEqual(value(45323));
});

test("a date typed into a workbook that counts from 1904 gets that count's number", () => {
  expect(typed("01.02.2024", "General", rules("lv-LV", true)).content).toEqual({ value: 45323 - 1462 });
  expect(typed("01.01.1904", "General", rules("lv-LV", true)).content).toEqual({ value: 0 });
});

test("day numbers count Excel's leap day of 1900", () => {
  const serial = (text: string) => typed(text, "General", rules()).content;
  expect(["01.01.1900", "28.02.1900", "01.03.1900"].map(serial)).toEqual([{ value: 1 }, { value: 59 }, { value: 61 }]);
  expect(serial("31.12.1899")).toEqual({ value: "31.12.1899" });
});
