/**
 * Turns COPY text into JSON, column by column. COPY's escapes are JSON's but for quotes, vertical tabs and the other
 * control characters, so that whole texts are put right at once and cells are only cut out and joined. All that is
 * looked for is ASCII, so the text is handled as bytes: strings of one character a byte (`latin1`) are cut and joined
 * several times faster than decoded ones, and the bytes of Latvian letters pass through untouched.
 */
export type FieldAs =
  /** A JSON string. */
  | "text"
  /** A number: what COPY writes is JSON already. */
  | "number"
  | "boolean"
  /** JSON made of the field, both decoded; few distinct fields stand in many rows, so each is made once. */
  | ((field: string) => string);

/** One JSON array a column, in the order of `fields`, one character a byte. `text` is what COPY gave for rows of that many fields. */
export function columnsOfCopy(
  text: Buffer,
  fields: readonly FieldAs[],
): { readonly columns: readonly string[]; readonly count: number } {
  const width = fields.length;
  const cells = jsonEscaped(text.toString("latin1")).replaceAll("\n", "\t").split("\t");
  cells.pop();
  const count = cells.length / width;
  const columns = fields.map((as, column) => {
    const list = new Array<string>(count);
    for (let row = 0, at = column; row < count; row++, at += width) list[row] = cells[at] ?? "\\N";
    return columnJson(as, list);
  });
  return { columns, count };
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
      json = as === "boolean" ? String(field === "t") : bytes(as(decoded(field)));
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

const bytes = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
/** The field as the database has it: what was escaped for JSON is read as JSON. */
const decoded = (field: string): string => JSON.parse(`"${Buffer.from(field, "latin1").toString("utf8")}"`) as string;

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
