import type { Cell, Column, Register } from "../../../schema/registers/register.ts";
import { parseCell } from "../../../schema/registers/cells.ts";
import { refuse } from "../../../schema/messages/refusals.ts";
import type { Refusal } from "../../../schema/sync/protocol.ts";
import type { ImportPlan, SourceGrid } from "../importing.ts";
import { cellAddress } from "./address.ts";
import { cellText } from "./grid.ts";
import { importable } from "./mapping.ts";
import { readCell } from "./reading.ts";
import { splitRows, type DataRow } from "./rows.ts";
import { sameKey } from "./text.ts";
import { dateOrderFor } from "./values.ts";

/** A data row of the source, read by the plan. */
export interface Candidate {
  readonly sourceRow: number;
  readonly title: string;
  /** Canonical cells of all mapped columns; null where the source is empty. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Why the row cannot go as it stands, found before asking the server. */
  readonly refusals: readonly Refusal[];
  /** What identifies the row among the others; rows with equal keys are told apart by their order. */
  readonly key: string;
}

type Reader = (row: DataRow) => ReturnType<typeof parseCell>;

function readerFor(plan: ImportPlan, grid: SourceGrid, key: string, column: Column): Reader | null {
  const mapping = plan.mapping[key];
  if (mapping === undefined || mapping.from === "NONE") return null;
  if (mapping.from === "FIXED") {
    const parsed = parseCell(key, column, mapping.value);
    return () => parsed;
  }
  const dated = column.type === "date" || column.type === "datetime";
  const order = dated ? dateOrderFor(plan, grid, mapping) : null;
  return (row) => {
    const address = cellAddress(grid.source.address, row.index, mapping.index);
    return readCell(key, column, row.cells[mapping.index], mapping, order, address);
  };
}

/**
 * What identifies a row with these cells: the plan's key columns, or what the register matches by where those are all
 * empty (a row whose code is yet to be given). Null when the row has neither.
 */
export function keyOf(
  cells: Readonly<Record<string, Cell | undefined>>,
  columns: readonly string[],
  fallback: readonly string[],
): string | null {
  const parts = (names: readonly string[]) => names.map((name) => keyPart(cells[name] ?? null));
  const own = parts(columns);
  if (own.some((part) => part !== "")) return JSON.stringify([columns, own]);
  const other = parts(fallback);
  return other.some((part) => part !== "") ? JSON.stringify([fallback, other]) : null;
}
function keyPart(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.map(sameKey).join(";") : sameKey(String(cell));
}

/** The columns a key falls back on: what the register matches by, as far as the plan fills it. */
export function fallbackKey(register: Register, plan: ImportPlan): readonly string[] {
  return (register.matchBy ?? [register.title]).filter((key) => (plan.mapping[key]?.from ?? "NONE") !== "NONE");
}

/** Reads every data row of the source. Codes that the source itself uses twice are refused from the second on. */
export function readCandidates(register: Register, plan: ImportPlan, grid: SourceGrid): readonly Candidate[] {
  const readers = importable(register).flatMap(([key, column]) => {
    const reader = readerFor(plan, grid, key, column);
    return reader ? [{ key, reader }] : [];
  });
  const fallback = fallbackKey(register, plan);
  const titled = plan.mapping[register.title];
  const codes = new Map<string, number>();
  return splitRows(grid, plan).data.map((row): Candidate => {
    const cells: Record<string, Cell> = {};
    const refusals: Refusal[] = [];
    for (const { key, reader } of readers) {
      const parsed = reader(row);
      if (parsed.ok) cells[key] = parsed.cell;
      else refusals.push(parsed.refusal);
    }
    const codeRefusal = usedTwice(register, cells, codes, row.sourceRow);
    if (codeRefusal) refusals.push(codeRefusal);
    const key = keyOf(cells, plan.key, fallback);
    if (key === null && refusals.length === 0) {
      refusals.push(refuse("REQUIRED", register.title, { column: register.columns[register.title]?.label ?? "" }));
    }
    const title = cells[register.title];
    const raw = titled?.from === "COLUMN" ? cellText(row.cells[titled.index]) : "";
    return {
      sourceRow: row.sourceRow,
      title: typeof title === "string" ? title : raw,
      cells,
      refusals,
      key: key ?? "",
    };
  });
}

function usedTwice(
  register: Register,
  cells: Readonly<Record<string, Cell>>,
  codes: Map<string, number>,
  sourceRow: number,
): Refusal | null {
  const code = cells[register.code.column];
  if (typeof code !== "string") return null;
  const before = codes.get(sameKey(code));
  if (before === undefined) {
    codes.set(sameKey(code), sourceRow);
    return null;
  }
  return {
    code: "DUPLICATE_ROW",
    column: register.code.column,
    message: {
      lv: `Kods “${code}” jau ir ${before}. rindā. Vienu kodu drīkst lietot vienai rindai; izlabojiet vai izdzēsiet lieko.`,
      en: `The code “${code}” already stands in row ${before}. One code may name one row; correct or delete the other.`,
    },
  };
}
