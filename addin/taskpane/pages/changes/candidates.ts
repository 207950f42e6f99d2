import type { Cell } from "../../../../schema/registers/register.ts";

/**
 * What the cell shall say once the person has chosen `name`, as in `Tīmekļvietne (R-0007)`, for the ambiguous name in
 * it. In a list of references only the part that was ambiguous gives way.
 */
export function named(cell: Cell, name: string): Cell {
  const parts = Array.isArray(cell)
    ? (cell as readonly string[])
    : typeof cell === "string" && cell.includes(";")
      ? cell.split(";").map((part) => part.trim())
      : null;
  if (parts === null) return name;
  const plain = fold(name.replace(/\s*\([^()]*\)$/u, ""));
  const at = parts.findIndex((part) => fold(part) === plain);
  return at < 0 ? [...parts, name] : parts.map((part, index) => (index === at ? name : part));
}

const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").trim().replace(/\s+/gu, " ").toLocaleLowerCase("lv");
