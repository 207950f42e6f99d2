import type { Register } from "../../schema/registers/register.ts";
import type { TableColumn } from "../workbook/port.ts";
import { ID_HEADING, REVISION_HEADING } from "../workbook/names.ts";
import type { SheetProblem } from "./service.ts";

/** Where a register's columns stand in a table: positions in {@link TableColumn}s, missing keys left out. */
export interface Placing {
  readonly id: number | null;
  readonly revision: number | null;
  readonly byKey: ReadonlyMap<string, number>;
  /** The remembered ids mean other columns by now: what they are has to be remembered anew. */
  readonly renumbered: boolean;
  readonly problems: readonly SheetProblem[];
}

/** Column ids as they were when the table was made: id → key (the hidden columns under their headings). */
export type KnownColumns = Readonly<Record<string, string>>;

const fold = (heading: string) => heading.trim().replace(/\s+/g, " ").toLocaleLowerCase("lv");

/**
 * Finds the register's columns. The remembered column id says which one it is, whatever its heading and place; where
 * ids are unknown, the heading in either language does. A file rewritten by another program may number its columns
 * anew, from the left: then headings alone are believed. Columns `restoring` count as missing wherever they stand.
 */
export function placeColumns(
  register: Register,
  columns: readonly TableColumn[],
  known: KnownColumns,
  restoring: readonly string[] = [],
): Placing {
  const keys = [ID_HEADING, REVISION_HEADING, ...Object.keys(register.columns)];
  const named = new Map<string, string>([
    [ID_HEADING, ID_HEADING],
    [REVISION_HEADING, REVISION_HEADING],
  ]);
  for (const [key, column] of Object.entries(register.columns)) {
    for (const label of [column.label.lv, column.label.en]) if (!named.has(fold(label))) named.set(fold(label), key);
  }
  const byHeading = columns.map((column) => named.get(fold(column.heading)));
  const renumbered = isRenumbered(columns, known, byHeading);

  const placed = new Map<string, number>();
  if (!renumbered) {
    columns.forEach((column, at) => {
      const key = Object.hasOwn(known, column.id) ? known[column.id] : undefined;
      if (key !== undefined && keys.includes(key)) placed.set(key, at);
    });
  }
  const taken = new Set(placed.values());
  const problems: SheetProblem[] = [];
  columns.forEach((column, at) => {
    const key = byHeading[at];
    if (key === undefined || taken.has(at)) return;
    if (!placed.has(key)) {
      placed.set(key, at);
      taken.add(at);
    } else if (!Object.hasOwn(known, columns[placed.get(key)!]!.id)) {
      problems.push(headingTwice(key, column.heading));
    }
  });
  for (const key of keys) {
    if (restoring.includes(key)) problems.push(columnUnfilled(register, key));
    else if (!placed.has(key)) problems.push(columnMissing(register, key));
  }
  for (const key of restoring) placed.delete(key);

  const byKey = new Map([...placed].filter(([key]) => key !== ID_HEADING && key !== REVISION_HEADING));
  const [id, revision] = [placed.get(ID_HEADING) ?? null, placed.get(REVISION_HEADING) ?? null];
  return { id, revision, byKey, renumbered, problems };
}

/**
 * True when two or more remembered ids stand under another column's heading, or when the columns are numbered from the
 * left and an id stands under a foreign heading while another column bears its own: people's own column stands between.
 */
function isRenumbered(
  columns: readonly TableColumn[],
  known: KnownColumns,
  byHeading: readonly (string | undefined)[],
): boolean {
  const astray = columns.flatMap(({ id }, at) => {
    const key = Object.hasOwn(known, id) ? known[id] : undefined;
    return key === undefined || byHeading[at] === key ? [] : [{ key, heading: byHeading[at] }];
  });
  if (astray.filter(({ heading }) => heading !== undefined).length >= 2) return true;
  const fromTheLeft = columns.every(({ id }, at) => id === String(at + 1));
  return fromTheLeft && astray.some(({ key }) => byHeading.includes(key));
}

function columnMissing(register: Register, key: string): SheetProblem {
  const label = register.columns[key]?.label ?? { lv: key, en: key };
  return {
    code: "COLUMN_MISSING",
    column: key,
    message: {
      lv: `Lapā nav kolonnas “${label.lv}”. Tās dati reģistrā nemainās. Lai kolonnu atjaunotu, atveriet reģistru vēlreiz.`,
      en: `The sheet has no column “${label.en}”. Its data in the register stay as they are. To put the column back, open the register again.`,
    },
  };
}

function columnUnfilled(register: Register, key: string): SheetProblem {
  const label = register.columns[key]?.label ?? { lv: key, en: key };
  return {
    code: "COLUMN_MISSING",
    column: key,
    message: {
      lv: `Kolonna “${label.lv}” vēl nav atjaunota līdz galam. Tās dati reģistrā nemainās. Lai pabeigtu, atveriet reģistru vēlreiz.`,
      en: `The column “${label.en}” is not put back to the end yet. Its data in the register stay as they are. To finish, open the register again.`,
    },
  };
}

function headingTwice(key: string, heading: string): SheetProblem {
  return {
    code: "HEADING_TWICE",
    column: key,
    message: {
      lv: `Divas kolonnas apzīmē vienu un to pašu: “${heading}”. Pārdēvējiet vai izdzēsiet lieko.`,
      en: `Two columns stand for the same one: “${heading}”. Rename or delete the one too many.`,
    },
  };
}
