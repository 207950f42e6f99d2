/** Folds a text for comparing what people type: case, diacritics, edge and doubled spaces do not matter. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}
