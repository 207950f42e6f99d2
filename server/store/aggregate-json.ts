/**
 * Columns of a page as JSON, out of one row that the database has aggregated: `string_agg` of each column with vertical
 * tabs between cells and a form feed for nothing, written by COPY, which escapes them as `\v` and `\f`. COPY's other
 * escapes are JSON's, so a whole column becomes JSON by a few replacements and no cell is ever handled alone. All that
 * is looked for is ASCII, so the text is handled as bytes, one character each (`latin1`): Latvian letters pass as they
 * are. Texts hold no vertical tab and no form feed: `parseCell` takes them for line ends; a column in which one turned
 * up all the same does not have as many cells as rows and is refused.
 */
export type FieldAs =
  /** A JSON string. */
  | "text"
  /** A number: what COPY writes is JSON already. */
  | "number"
  /** JSON made of the cell, both decoded; few distinct cells stand in many rows, so each is made once. */
  | ((cell: string) => string);

export const CELL_END = "E'\\x0b'";
export const NOTHING = "E'\\f'";

/** The JSON array of a column of `count` cells, one character a byte. `cells` is its field of COPY text. */
export function columnJson(cells: string, as: FieldAs, count: number): string {
  if (count === 0) return "[]";
  if (typeof as === "function") return mapped(cells, as, count);
  const [between, open, close] = as === "text" ? ['","', '["', '"]'] : [",", "[", "]"];
  const escaped = as === "text" ? jsonEscaped(cells) : cells;
  const joined = withEnds(escaped, between);
  const ends = (joined.length - escaped.length) / (between.length - "\\v".length);
  if (ends !== count - 1) throw new Error(`a column has ${ends + 1} cells in ${count} rows`);
  const whole = open + joined + close;
  return as === "text" ? whole.replaceAll('"\\f"', "null") : whole.replaceAll("\\f", "null");
}

/** Every end of a cell replaced. An escaped backslash before a v is none; where there are such, they are stepped over. */
function withEnds(text: string, by: string): string {
  if (!text.includes("\\\\")) return text.replaceAll("\\v", by);
  return text.replace(/\\\\|\\v/g, (found) => (found === "\\v" ? by : found));
}

function mapped(cells: string, as: (cell: string) => string, count: number): string {
  const made = new Map<string, string>([["\\f", "null"]]);
  // COPY writes no line end within a row.
  const all = withEnds(cells, "\n").split("\n");
  if (all.length !== count) throw new Error(`a column has ${all.length} cells in ${count} rows`);
  const make = (cell: string): string => {
    const plain = JSON.parse(`"${Buffer.from(jsonEscaped(cell), "latin1").toString("utf8")}"`) as string;
    const json = Buffer.from(as(plain)).toString("latin1");
    made.set(cell, json);
    return json;
  };
  return `[${all.map((cell) => made.get(cell) ?? make(cell)).join(",")}]`;
}

const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;

function jsonEscaped(text: string): string {
  const quoted = text.includes('"') ? text.replaceAll('"', '\\"') : text;
  return quoted.replace(CONTROL, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The texts of a one-dimensional array literal that holds no NULL. */
export function literalTexts(literal: string): string[] {
  const inner = literal.slice(1, -1);
  if (inner === "") return [];
  const texts: string[] = [];
  const part = /"((?:[^"\\]|\\.)*)"|([^,]+)/gs;
  for (const match of inner.matchAll(part)) {
    texts.push(match[1] !== undefined ? match[1].replace(/\\(.)/gs, "$1") : (match[2] ?? ""));
  }
  return texts;
}
