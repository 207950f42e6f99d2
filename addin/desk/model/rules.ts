import { looksLikeCell } from "./address.ts";
import { badArgument } from "./error.ts";

/** Excel's rules for a sheet's name. Throws InvalidArgument. */
export function checkSheetName(name: string): void {
  const sound =
    name.length >= 1 &&
    name.length <= 31 &&
    !/[\\/?*:[\]]/.test(name) &&
    !/^'|'$/.test(name) &&
    name.toLowerCase() !== "history";
  if (!sound) throw badArgument("sheetName", { name });
}

/** Excel's rules for the names of tables and of named ranges. Throws InvalidArgument. */
export function checkName(name: string): void {
  const sound = name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !looksLikeCell(name);
  if (!sound) throw badArgument("nameUnsound", { name });
}

/** Case-insensitive as Excel compares names. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The headings of a table as Excel makes them: text, none empty (`Column1` …), none twice (`Name2` …), the leftmost
 * keeping its name unless `fixed` names the columns that were there first.
 */
export function tableHeadings(wanted: readonly string[], isFixed: (index: number) => boolean = () => false): string[] {
  const taken = new Set<string>();
  const headings: string[] = [];
  const settle = (index: number): void => {
    const name = (wanted[index] ?? "").slice(0, 255);
    const stem = name === "" ? "Column" : name;
    let heading = name === "" ? `Column${index + 1}` : name;
    for (let n = 2; taken.has(heading.toLowerCase()); n++) heading = `${stem}${n}`;
    taken.add(heading.toLowerCase());
    headings[index] = heading;
  };
  const order = wanted.map((_, index) => index);
  for (const index of order) if (isFixed(index)) settle(index);
  for (const index of order) if (!isFixed(index)) settle(index);
  return headings;
}
