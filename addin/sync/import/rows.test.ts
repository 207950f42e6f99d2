import { describe, expect, test } from "vitest";
import { gridOf, type Plain } from "../../../test/import/grids.ts";
import { splitRows } from "./rows.ts";

const HEADING = ["Kods", "Nosaukums", "Skaits"];
const split = (...rows: (readonly Plain[])[]) =>
  splitRows(gridOf([HEADING, ...rows], { address: "Lapa!B5" }), { headingRow: 0 });

describe("rows that are no data", () => {
  test("empty rows are counted and left out, spaces are nothing", () => {
    const { data, emptyRows } = split([], ["A-1", "Noma", 3], ["", "  ", null], ["A-2", "Atļauja", 4]);
    expect(data.map((row) => row.sourceRow)).toEqual([7, 9]);
    expect(emptyRows).toBe(2);
  });
  test.each([
    [["Kopā", null, 7]],
    [["KOPĀ:", null, "1 240,50"]],
    [[null, "Total", 7]],
    [["Pavisam kopā", null, 7]],
    [["Kopā pakalpojumi: 15"]],
    [["Grand total", "", 15]],
  ])("%j is a total", (row) => {
    expect(split(["A-1", "Noma", 3], row).skipped.map(({ why, sourceRow }) => [why, sourceRow])).toEqual([
      ["TOTAL", 7],
    ]);
  });
  test.each([
    [["A-3", "Kopā ar bērnu", 7]],
    [["Kopā", "Ģimenes atbalsta programma", 7]],
    [["Total", "Total station survey", null]],
    [["A-4", "Kopā", 7]],
    [["Kopādarbība", null, 7]],
  ])("%j is a service", (row) => {
    expect(split(["A-1", "Noma", 3], row).skipped).toEqual([]);
  });
  test("headings printed again on the next page and numbered columns are left out", () => {
    const { data, skipped } = split([1, 2, 3], ["A-1", "Noma", 3], HEADING, ["A-2", "Atļauja", 4]);
    expect(skipped.map(({ why }) => why)).toEqual(["HEADING", "HEADING"]);
    expect(data).toHaveLength(2);
  });
  test("1, 2, 3 further down is data", () => {
    expect(split(["A-1", "Noma", 3], [1, 2, 3]).data).toHaveLength(2);
  });
});
