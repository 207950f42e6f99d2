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
  /** JSON made of the field, both decoded; few distinct fields stand in many rows, so each is made once. */
  | ((field: string) => string);

const LINE_END = 0x0a;
const PIECE = 256 * 1024;

/**
 * Takes COPY text as it arrives and makes one JSON array a column, one character a byte. Some hundred kilobytes of whole
 * rows are worked at a time, while the database writes the next.
 */
export class CopyColumns {
  readonly #fields: readonly FieldAs[];
  readonly #pieces: readonly string[][];
  readonly #made: readonly Map<string, string>[];
  #waiting: Buffer[] = [];
  #size = 0;
  /** How many rows there were so far. */
  count = 0;

  constructor(fields: readonly FieldAs[]) {
    this.#fields = fields;
    this.#pieces = fields.map(() => []);
    this.#made = fields.map(() => new Map([["\\N", "null"]]));
  }

  add(part: Buffer): void {
    this.#waiting.push(part);
    this.#size += part.length;
    if (this.#size >= PIECE) this.#work();
  }

  /** The arrays, in the order of the fields, each as texts that follow one another: they are large and joined only once. */
  end(): readonly (readonly string[])[] {
    this.#work();
    return this.#pieces.map((pieces) => [
      "[",
      ...pieces.flatMap((piece, at) => (at === 0 ? [piece] : [",", piece])),
      "]",
    ]);
  }

  /** The last element of a field that holds numbers, or texts without commas; undefined where there was no row. */
  last(field: number): string | undefined {
    this.#work();
    const piece = this.#pieces[field]?.at(-1);
    return piece?.slice(piece.lastIndexOf(",") + 1);
  }

  #work(): void {
    const all = this.#waiting.length === 1 ? (this.#waiting[0] as Buffer) : Buffer.concat(this.#waiting);
    const end = all.lastIndexOf(LINE_END) + 1;
    this.#waiting = end < all.length ? [all.subarray(end)] : [];
    this.#size = all.length - end;
    if (end === 0) return;
    const cells = jsonEscaped(all.toString("latin1", 0, end))
      .replaceAll("\n", "\t")
      .split("\t");
    const width = this.#fields.length;
    const rows = (cells.length - 1) / width;
    this.#fields.forEach((as, column) => {
      const list = new Array<string>(rows);
      for (let row = 0, at = column; row < rows; row++, at += width) list[row] = cells[at] as string;
      this.#pieces[column]?.push(elements(as, list, this.#made[column] as Map<string, string>));
    });
    this.count += rows;
  }
}

/** Elements of a JSON array. */
function elements(as: FieldAs, cells: readonly string[], made: Map<string, string>): string {
  // Within a text a quote is escaped by now, so `"\N"` can only be a whole field.
  if (as === "text") return `"${cells.join('","')}"`.replaceAll('"\\N"', "null");
  if (as === "number") return cells.join(",").replaceAll("\\N", "null");
  const make = (field: string): string => {
    const json = bytes(as(decoded(field)));
    made.set(field, json);
    return json;
  };
  return cells.map((field) => made.get(field) ?? make(field)).join(",");
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
