import { describe, expect, it, test } from "vitest";
import { closeEarlier, printHours, readHours } from "./hours.ts";

describe("hours of a day", () => {
  test.each([
    ["08:30–12:00, 12:30–17:00", "08:30–12:00, 12:30–17:00"],
    [" 8.30-12 ; 12:30 — 17:00 ", "08:30–12:00, 12:30–17:00"],
    ["12:30-17:00,08:30-12:00", "08:30–12:00, 12:30–17:00"],
    ["00:00–24:00", "00:00–24:00"],
    ["0-24", "00:00–24:00"],
    ["08:00–12:00, 12:00–17:00", "08:00–12:00, 12:00–17:00"],
    ["", ""],
    ["  ", ""],
    [null, ""],
  ])("%j are %j", (text, printed) => {
    const windows = readHours(text);
    expect(windows && printHours(windows)).toBe(printed);
    expect(readHours(printed)).toEqual(windows);
  });
  test.each([
    "9",
    "9-9",
    "22:00-06:00",
    "08:00-12:00, 11:59-13:00",
    "08:60-09:00",
    "08:00-24:01",
    "8:5-9",
    "slēgts",
    ",",
  ])("%j are none", (text) => {
    expect(readHours(text)).toBeNull();
  });
  it("the last hour falls away, over several windows where it must", () => {
    const close = (text: string) => printHours(closeEarlier(readHours(text) ?? [], 60));
    expect(close("08:30–17:00")).toBe("08:30–16:00");
    expect(close("08:30–12:00, 12:30–13:00")).toBe("08:30–11:30");
    expect(close("08:30–12:00, 12:30–13:30")).toBe("08:30–12:00");
    expect(close("08:30–09:00")).toBe("");
  });
});
