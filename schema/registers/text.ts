/** Folds a text for comparing what people type: case, diacritics, edge and doubled spaces do not matter. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

/** `deliveredSince` → `DELIVERED_SINCE`, as enum values and keys of options are written. */
export const constantName = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
