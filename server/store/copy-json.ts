/**
 * Turns COPY text into JSON, column by column. COPY's escapes are JSON's but for quotes, vertical tabs and the other
 * control characters, so that whole texts are put right at once and cells are only cut out and joined.
 */
export type FieldAs =
  /** A JSON string. */
  | "text"
  /** A number: what COPY writes is JSON already. */
  | "number"
  | "boolean"
  /** JSON made of the field; few distinct fields stand in many rows, so each is made once. */
  | ((field: string) => string);

/** One JSON array a column, in the order of `fields`. `text` is what COPY gave for rows of that many fields. */
export function columnsOfCopy(
  text: string,
  fields: readonly FieldAs[],
): { readonly columns: readonly string[]; readonly count: number } {
  const rows = jsonEscaped(text).split("\n");
  rows.pop();
  const cells = fields.map(() => new Array<string>(rows.length));
  const width = fields.length;
  for (let at = 0; at < rows.length; at++) {
    const row = (rows[at] ?? "").split("\t");
    for (let column = 0; column < width; column++) {
      const list = cells[column];
      if (list) list[at] = row[column] ?? "\\N";
    }
  }
  return { columns: fields.map((as, column) => columnJson(as, cells[column] ?? [])), count: rows.length };
}

function columnJson(as: FieldAs, cells: readonly string[]): string {
  if (cells.length === 0) return "[]";
  // Within a text a quote is escaped by now, so `"\N"` can only be a whole field.
  if (as === "text") return `["${cells.join('","')}"]`.replaceAll('"\\N"', "null");
  const made = new Map<string, string>([["\\N", "null"]]);
  const make = (field: string): string => {
    if (as === "number") return field === "\\N" ? "null" : field;
    let json = made.get(field);
    if (json === undefined) {
      json = as === "boolean" ? String(field === "t") : as(field);
      made.set(field, json);
    }
    return json;
  };
  return `[${cells.map(make).join(",")}]`;
}

const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;

function jsonEscaped(text: string): string {
  let escaped = text;
  if (escaped.includes('"')) escaped = escaped.replaceAll('"', '\\"');
  // `\v` is no escape of JSON; an escaped backslash before a v is none of COPY's.
  if (escaped.includes("\\v"))
    escaped = escaped.replace(/\\(\\|v)/g, (whole, second: string) => (second === "v" ? "\\u000b" : whole));
  return escaped.replace(CONTROL, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The texts of a one-dimensional array literal that holds no NULL, as COPY writes it after {@link columnsOfCopy} escaped quotes. */
export function literalTexts(field: string): string[] {
  const literal = JSON.parse(`"${field}"`) as string;
  const inner = literal.slice(1, -1);
  if (inner === "") return [];
  const texts: string[] = [];
  const part = /"((?:[^"\\]|\\.)*)"|([^,]+)/g;
  for (const match of inner.matchAll(part))
    texts.push(match[1] !== undefined ? match[1].replace(/\\(.)/g, "$1") : (match[2] ?? ""));
  return texts;
}
