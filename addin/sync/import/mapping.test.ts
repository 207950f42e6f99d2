import { describe, expect, test } from "vitest";
import { services } from "../../../schema/registers/services.ts";
import { gridOf, gridOfFile, type Plain } from "../../../test/import/grids.ts";
import type { SourceGrid } from "../importing.ts";
import { findHeading, headingTexts } from "./headings.ts";
import { proposeKey, proposeMapping } from "./mapping.ts";

function propose(grid: SourceGrid) {
  const heading = findHeading(grid, services.columns);
  const { mapping, hints } = proposeMapping(services, grid, heading);
  const headings = headingTexts(grid, heading);
  const pairs = Object.entries(mapping).flatMap(([key, one]) =>
    one.from === "COLUMN" ? [[key, headings[one.index]]] : [],
  );
  return {
    pairs: Object.fromEntries(pairs) as Record<string, string>,
    hints,
    key: proposeKey(services, mapping, grid, heading),
  };
}
const of = (...rows: (readonly Plain[])[]) => propose(gridOf(rows));

describe("columns found by heading", () => {
  test("Estonia's register maps by declared synonyms", async () => {
    const { pairs, hints, key } = propose(await gridOfFile("services-ee-200.xlsx"));
    expect(pairs).toEqual({
      code: "identifikaator",
      name: "nimetus",
      description: "kirjeldus",
      recipientGroups: "sihtgrupp",
      lifeSituation: "eluarisyndmus",
      legalBasis: "regulatsioon",
      holder: "allasutus",
      stage: "seisund",
      link: "veebiaadress",
      reviewDue: "aegumisekpv",
    });
    expect(hints["name"]?.confidence).toBeGreaterThan(0.9);
    expect(hints["name"]?.reason).toBe("SYNONYM");
    // Its values are unknown to the register, so it is less sure and the person is shown them.
    expect(hints["stage"]?.confidence).toBeLessThan(0.8);
    expect(key).toEqual(["code"]);
  });
  test("a municipality's joined headings map by their last part", async () => {
    const { pairs } = propose(await gridOfFile("services-novads.xlsx"));
    expect(pairs).toEqual({
      code: "Pakalpojums – Kods",
      name: "Pakalpojums – Pakalpojuma nosaukums",
      recipientGroups: "Saņēmēji",
      deliveredSince: "Termiņi – Sākuma datums",
      reviewDue: "Termiņi – Derīgs līdz",
      costCentre: "Izmaksu centrs",
      yearlyVolume: "Skaits gadā",
      stage: "Statuss",
    });
  });
  test.each([
    ["Pakalpojuma nosaukms", "name"],
    ["PAKALPOJUMA NOSAUKUMS*", "name"],
    ["Service name (full)", "name"],
    ["sanemeju grupa", "recipientGroups"],
    ["Legal basis:", "legalBasis"],
    ["Tiesiskie pamati", "legalBasis"],
  ])("“%s” is %s", (heading, key) => {
    expect(Object.keys(of([heading, "Cits"], ["Telpu noma", "x"], ["Atļauja", "y"]).pairs)).toContain(key);
  });
  test("headings of other ideas map to nothing", () => {
    expect(of(["Piezīmes", "Ministrija", "Kājas izmērs"], ["a b", "c d", "e f"], ["g h", "i j", "k l"]).pairs).toEqual(
      {},
    );
  });
  test("of two date columns each finds its own", () => {
    const { pairs } = of(["Derīgs līdz", "Sākuma datums"], ["31.12.2026", "01.02.2015"], ["31.12.2027", "13.02.2015"]);
    expect(pairs).toEqual({ reviewDue: "Derīgs līdz", deliveredSince: "Sākuma datums" });
  });
  test("a heading whose values contradict it gives way", () => {
    const { hints } = of(["Sākuma datums", "x"], ["nav", 1], ["nezināms", 2], ["skat. līgumu", 3]);
    expect(hints["deliveredSince"]).toBeUndefined();
  });
});

describe("columns found by values", () => {
  test("options, codes and links speak for themselves", () => {
    const rows = ["VET-018", "VET-017", "AKI-001", "AKI-002"].map((code, i) => [
      code,
      ["Iedzīvotāji", "Uzņēmēji; Iedzīvotāji", "Amatpersonas", "Iestādes"][i] ?? "",
      `https://www.example.lv/${i}`,
    ]);
    const { pairs, hints } = of(["Tunnus", "Kellele", "Kus"], ...rows);
    expect(pairs).toEqual({ code: "Tunnus", recipientGroups: "Kellele", link: "Kus" });
    expect(hints["code"]?.reason).toBe("VALUES");
    expect(hints["code"]?.confidence).toBeLessThan(0.6);
  });
});

test("without a code rows are told apart by name and holder", () => {
  const rows = [
    ["Nosaukums", "Iestāde"],
    ["Telpu noma", "Lejasciems"],
    ["Telpu noma", "Augšciems"],
  ];
  expect(of(...rows).key).toEqual(["name", "holder"]);
});
