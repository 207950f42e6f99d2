import type { Register } from "../../schema/registers/register.ts";
import type { SheetCell, TableImage } from "../workbook/port.ts";
import { codecsOf, type ColumnCodec } from "./codec.ts";
import type { Meta } from "./base.ts";
import type { OwnColumn } from "./service.ts";
import { placeColumns, type Placing } from "./headings.ts";

/** A table's image read as a register's rows: cells are asked for by row and by the column's place in the declaration. */
export interface View {
  readonly register: Register;
  readonly image: TableImage;
  readonly placing: Placing;
  readonly codecs: readonly ColumnCodec[];
  /** Undefined where the sheet lacks the column. */
  cell(row: number, at: number): SheetCell | undefined;
  /** The row's id, or null when it has none. */
  id(row: number): string | null;
  /** The version the hidden revision column tells, or null. */
  revision(row: number): number | null;
  /** The table column's id for a declared column, or null where the sheet lacks it. */
  columnId(at: number): string | null;
}

/** `restoring`: columns that are not filled again yet count as missing, lest their empty cells look like erasures. */
export function viewOf(
  register: Register,
  image: TableImage,
  { language, columns: known, restoring = [] }: Pick<Meta, "language" | "columns" | "restoring">,
): View {
  const placing = placeColumns(register, image.columns, known, restoring);
  const codecs = codecsOf(register, language, image.dates);
  const places = codecs.map(({ key }) => placing.byKey.get(key) ?? null);
  const columns = places.map((place) => (place === null ? null : image.values[place]!));
  const ids = placing.id === null ? null : image.values[placing.id]!;
  const revisions = placing.revision === null ? null : image.values[placing.revision]!;
  return {
    register,
    image,
    placing,
    codecs,
    cell: (row, at) => columns[at]?.[row],
    id(row) {
      const raw = ids?.[row];
      const text = raw === undefined || typeof raw === "object" ? "" : String(raw).trim();
      return text === "" ? null : text;
    },
    revision(row) {
      const raw = revisions?.[row];
      const number = raw === undefined || raw === "" || typeof raw === "object" ? NaN : Number(raw);
      return Number.isInteger(number) ? number : null;
    },
    columnId(at) {
      const place = places[at];
      return place === null || place === undefined ? null : image.columns[place]!.id;
    },
  };
}

/** Columns by their ids, to find them again once they are renamed. */
export function knownColumns(view: View): Readonly<Record<string, string>> {
  const { placing, image } = view;
  const known: Record<string, string> = {};
  for (const [key, place] of placing.byKey) known[image.columns[place]!.id] = key;
  if (placing.id !== null) known[image.columns[placing.id]!.id] = "_id";
  if (placing.revision !== null) known[image.columns[placing.revision]!.id] = "_rev";
  return known;
}

/** Columns of the table that the register does not know: the person's own. */
export function ownColumns({ placing, image }: View): readonly OwnColumn[] {
  const taken = new Set([...placing.byKey.values(), placing.id, placing.revision]);
  return image.columns.filter(({ heading }, at) => !taken.has(at) && heading.trim() !== "");
}
