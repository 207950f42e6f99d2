import { describe, expect, it } from "vitest";
import { services } from "../../../../schema/registers/services.ts";
import { textIn } from "../../../i18n/text.ts";
import type { PendingRow } from "../../../sync/service.ts";
import { cellText } from "../../parts/cellText.ts";
import { newestFirst, stageOf } from "../record/stage.ts";
import { cellsOf } from "./cellsOf.ts";
import { countByFilter, inOrder } from "./filters.ts";

const words = { lv: "teksts", en: "text" };
const refused = (column: string | null) => ({ code: "REQUIRED" as const, column, message: words });
const conflict = { column: "name", base: "a", mine: "b", theirs: "c", by: "Ilze", at: "2026-11-21T08:00:00Z" };
const row = (id: string, more: Partial<PendingRow> = {}): PendingRow => ({
  row: id,
  kind: "EDIT",
  code: null,
  title: id,
  cells: [],
  refusals: [],
  conflicts: [],
  ...more,
});

describe("pending rows", () => {
  const rows = [
    row("plain"),
    row("refused", { refusals: [refused(null)] }),
    row("both", { refusals: [refused("name")], conflicts: [conflict] }),
    row("new", { kind: "NEW" }),
    row("gone", { kind: "DELETE" }),
  ];

  it("are counted under every filter they stand under", () => {
    expect(countByFilter(rows)).toEqual({ ALL: 5, REFUSED: 2, CONFLICT: 1, NEW: 1, EDIT: 3, DELETE: 1 });
  });

  it("that ask for a person come first, the rest in the sheet's order", () => {
    expect(inOrder(rows).map((each) => each.row)).toEqual(["both", "refused", "plain", "new", "gone"]);
  });
});

describe("the cells of a row", () => {
  it("bring edits, refusals and conflicts together, and show what has no edit too", () => {
    const { cells, ofRow } = cellsOf(
      row("r", {
        cells: [{ column: "name", from: "a", to: "b" }],
        conflicts: [conflict],
        refusals: [refused("name"), refused("owner"), refused(null)],
      }),
    );
    expect(cells.map(({ column, refusals }) => [column, refusals.length])).toEqual([
      ["name", 1],
      ["owner", 1],
    ]);
    expect(cells[0]?.conflict).toBe(conflict);
    expect(cells[1]).not.toHaveProperty("change");
    expect(ofRow).toHaveLength(1);
  });
});

describe("a cell in words", () => {
  const lv = textIn("lv");
  it("shows options by label, lists with semicolons, days the Latvian way, codes untouched", () => {
    expect(cellText("services", "stage", "DELIVERING", lv)).toBe(services.columns.stage.options.DELIVERING.label.lv);
    expect(cellText("services", "channels", ["WEB", "POST"], lv)).toBe("Tīmekļvietne; Pasts");
    expect(cellText("services", "reviewDue", "2026-03-01", lv)).toBe("01.03.2026");
    expect(cellText("services", "costCentre", "0012", lv)).toBe("0012");
    expect(cellText("services", "yearlyVolume", 12500.5, lv).replace(/\s/, " ")).toBe("12 500,5");
    expect(cellText("services", "name", null, lv)).toBe("(tukšs)");
  });

  it("shows what is no sound cell, or of an unknown column or register, as it was typed", () => {
    expect(cellText("services", "stage", "Lietots", lv)).toBe("Lietots");
    expect(cellText("services", "stage", "toString", lv)).toBe("toString");
    expect(cellText("services", "reviewDue", "rudenī", lv)).toBe("rudenī");
    expect(cellText("services", "nowhere", "x", lv)).toBe("x");
    expect(cellText("nothing", "name", ["a", "b"], lv)).toBe("a; b");
  });
});

describe("the stage of a record", () => {
  const entry = (version: number, to: string | null) => ({
    version,
    at: "2026-11-21T08:00:00Z",
    by: "Ilze",
    kind: "CHANGE" as const,
    batch: "b",
    changes: [{ column: "stage", from: null, to }],
  });

  it("is what its newest change says, whatever order the history came in", () => {
    const history = [
      entry(1, "PLANNING"),
      entry(3, "DELIVERING"),
      { ...entry(4, null), changes: [] },
      entry(2, "BUILDING"),
    ];
    expect(stageOf("services", history, textIn("en"))).toBe("Delivering");
    expect(newestFirst(history).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(stageOf("services", [], textIn("en"))).toBeNull();
  });
});
