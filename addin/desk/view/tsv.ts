/**
 * Lines and cells of text copied from a spreadsheet: tabs part cells, line ends part lines; a cell in double quotes may
 * hold both, with its own quotes doubled. One line end at the end is no line.
 */
export function parseTsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  const source = text.replace(/\r?\n$/, "");
  while (cell.lastIndex <= source.length) {
    const match = cell.exec(source);
    if (!match) break;
    const [whole, quoted, bare = "", end = ""] = match;
    lines.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"').replace(/\r\n?/g, "\n"));
    if (end === "") break;
    if (end !== "\t") lines.push([]);
    if (whole === "") break;
  }
  return lines;
}
