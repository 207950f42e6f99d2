/** Letters of a column that counts from 0: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Row and column (from 0) of the first cell of an address such as `'My sheet'!$B$4:F20`, `B4` or `C:F`. */
export function addressStart(address: string): { readonly row: number; readonly column: number } {
  const local = address.slice(address.lastIndexOf("!") + 1);
  const match = /^\$?([A-Z]*)\$?(\d*)/i.exec(local);
  const letters = (match?.[1] ?? "").toUpperCase();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: match?.[2] ? Number(match[2]) - 1 : 0, column: Math.max(0, column - 1) };
}

/** `B17` for a cell that counts from 0 within a range that starts at `address`. */
export function cellAddress(address: string, row: number, column: number): string {
  const start = addressStart(address);
  return `${columnLetters(start.column + column)}${start.row + row + 1}`;
}
