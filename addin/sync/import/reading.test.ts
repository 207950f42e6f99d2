import { describe, expect, test } from "vitest";
import { services } from "../../../schema/registers/services.ts";
import type { SourceCell } from "../importing.ts";
import { readCell } from "./reading.ts";

const columns = services.columns;
const read = (key: keyof typeof columns, cell: SourceCell, values?: Readonly<Record<string, string>>) => {
  const parsed = readCell(
    key,
    columns[key],
    cell,
    { from: "COLUMN", index: 0, ...(values ? { values } : {}) },
    "DMY",
    "B17",
  );
  return parsed.ok ? parsed.cell : parsed.refusal;
};
const text = (value: string): SourceCell => ({ value, text: value });
const number = (value: number, shown: string, date?: string): SourceCell =>
  date === undefined ? { value, text: shown } : { value, text: shown, date };

describe("what a source cell becomes", () => {
  test("codes stay text: 0012 by its text or by its format", () => {
    expect(read("costCentre", text("0012"))).toBe("0012");
    expect(read("costCentre", number(12, "0012"))).toBe("0012");
    expect(read("costCentre", number(1234567.5, "1 234 568"))).toBe("1234567.5");
  });
  test("text that looks like a formula is text, and edge spaces go", () => {
    expect(read("name", text("  =1+1 "))).toBe("=1+1");
    expect(read("description", text("- pirmais\n- otrais"))).toBe("- pirmais\n- otrais");
  });
  test("an error is refused by the address of its cell", () => {
    expect(read("yearlyVolume", { value: "#N/A", text: "#N/A", error: true })).toMatchObject({
      code: "CELL_ERROR",
      column: "yearlyVolume",
      message: { en: expect.stringMatching(/^B17: .*#N\/A/) as unknown },
    });
  });
  test("a date is the day that is shown; a bare number is no date", () => {
    expect(read("reviewDue", number(46387, "31.12.2026", "2026-12-31"))).toBe("2026-12-31");
    expect(read("reviewDue", text("2023-12-31 00:00:00"))).toBe("2023-12-31");
    expect(read("reviewDue", number(46387, "46387"))).toMatchObject({ code: "NOT_A_DATE" });
    expect(read("reviewDue", text("rudenī"))).toMatchObject({ code: "NOT_A_DATE", column: "reviewDue" });
  });
  test("numbers come with any spaces, and a date is no number", () => {
    expect(read("yearlyVolume", text("8 836\u00a0132"))).toBe(8836132);
    expect(read("yearlyVolume", text("15,0"))).toBe(15);
    expect(read("yearlyVolume", number(46387, "31.12.2026", "2026-12-31"))).toMatchObject({ code: "NOT_A_NUMBER" });
    expect(read("yearlyVolume", text("daudz"))).toMatchObject({ code: "NOT_A_NUMBER" });
  });
  test("lists part at semicolons, commas, slashes and line ends, and keep the declared order", () => {
    for (const list of [
      "Ettevõtja; Kodanik",
      "Uzņēmēji, Iedzīvotāji",
      "uzņēmējs / iedzīvotājs",
      "Businesses\nCitizens",
    ]) {
      expect(read("recipientGroups", text(list))).toEqual(["CITIZEN", "BUSINESS"]);
    }
  });
  test("an unknown option is refused with what is allowed, until the person maps it or leaves it empty", () => {
    expect(read("stage", text("Aktiivne"))).toMatchObject({ code: "NOT_AN_OPTION", column: "stage" });
    expect(read("stage", text("Aktiivne"), { Aktiivne: "DELIVERING" })).toBe("DELIVERING");
    expect(read("stage", text("Aktiivne"), { Aktiivne: "" })).toBeNull();
    expect(read("recipientGroups", text("Kodanik; Muu"), { Muu: "" })).toEqual(["CITIZEN"]);
  });
});
