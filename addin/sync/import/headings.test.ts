import { describe, expect, test } from "vitest";
import { services } from "../../../schema/registers/services.ts";
import { gridOf, gridOfFile, type Plain } from "../../../test/import/grids.ts";
import { findHeading, headingTexts } from "./headings.ts";

const columns = services.columns;
const find = (rows: readonly (readonly Plain[])[], kind: "SHEET" | "TABLE" = "SHEET") =>
  findHeading(gridOf(rows, { kind }), columns);

describe("the heading row", () => {
  test("is the first row of a plain list", () => {
    expect(
      find([
        ["Kods", "Nosaukums", "Apraksts"],
        ["A-1", "Telpu noma", "…"],
        ["A-2", "Atļauja", "…"],
      ]),
    ).toEqual({ row: 0, rows: 1 });
  });
  test("stands under title rows and an empty row", () => {
    expect(
      find([
        ["Pakalpojumu saraksts"],
        ["Sagatavots 15.01.2024."],
        [],
        [null, "Kods", "Pakalpojuma nosaukums", "Statuss"],
        [null, "A-1", "Telpu noma", "Sniegšana"],
        [null, "A-2", "Atļauja", "Sniegšana"],
      ]),
    ).toEqual({ row: 3, rows: 1 });
  });
  test("is found by shape where the register knows none of the headings", () => {
    expect(
      find([
        ["Aruanne"],
        ["Tunnus", "Väli", "Märkus", "Summa"],
        ["x1", "Metsandus", "", 12],
        ["x2", "Kalandus", "jah", 7],
      ]),
    ).toEqual({ row: 1, rows: 1 });
  });
  test("is absent from rows of bare figures", () => {
    expect(
      find([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toEqual({ row: -1, rows: 0 });
  });
  test("of an Excel table is its first row, whatever it says", () => {
    expect(find([["x"], ["Nosaukums"]], "TABLE")).toEqual({ row: 0, rows: 1 });
  });
  test("of Estonia's register of services is row 1", async () => {
    expect(findHeading(await gridOfFile("services-ee-200.xlsx"), columns)).toEqual({ row: 0, rows: 1 });
  });
});

describe("a heading of two rows", () => {
  test("is found under titles and its groups are joined with the headings", async () => {
    const grid = await gridOfFile("services-novads.xlsx");
    const heading = findHeading(grid, columns);
    expect(heading).toEqual({ row: 3, rows: 2 });
    expect(headingTexts(grid, heading)).toEqual([
      "Nr.p.k.",
      "Pakalpojums – Kods",
      "Pakalpojums – Pakalpojuma nosaukums",
      "Saņēmēji",
      "Termiņi – Sākuma datums",
      "Termiņi – Derīgs līdz",
      "Izmaksu centrs",
      "Skaits gadā",
      "Statuss",
    ]);
  });
  test("may have groups over a full row of headings", () => {
    const rows = [
      ["Pakalpojums", null, "Termiņi", null],
      ["Kods", "Nosaukums", "Sākuma datums", "Derīgs līdz"],
      ["A-1", "Telpu noma", "01.02.2020", "31.12.2026"],
    ];
    expect(find(rows)).toEqual({ row: 0, rows: 2 });
  });
  test("is not seen in a first data row that leaves a cell empty", () => {
    const rows = [
      ["Kods", "Nosaukums", "Apraksts"],
      [null, "Telpu noma", "Zāles noma"],
      ["A-2", "Atļauja", "Tirdzniecībai"],
    ];
    expect(find(rows)).toEqual({ row: 0, rows: 1 });
  });
});
