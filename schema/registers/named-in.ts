/** What reference cells name: single or list, in stored form, as ids. */

/** Ids in a reference cell; none in an empty one. */
export function idsIn(cell: unknown): readonly string[] {
  return Array.isArray(cell) ? (cell as readonly string[]) : typeof cell === "string" && cell !== "" ? [cell] : [];
}

/** Whether the cell names the person; an empty one names nobody, and nobody (null, "") is named nowhere. */
export function namesPerson(cell: unknown, person: unknown): boolean {
  return typeof person === "string" && person !== "" && idsIn(cell).includes(person);
}
