import { BinaryRows } from "./copy-binary.ts";
import type { WriteSql } from "./store.ts";

/** What is found of a row: its words by weight, and what it is ranked and shown by. */
export interface SearchEntry {
  readonly rowId: string;
  /** ISO 8601. */
  readonly at: string | null;
  readonly level: string | null;
  readonly category: string | null;
  readonly subjects: readonly string[];
  readonly edition: Readonly<Record<string, unknown>> | null;
  /** Weight by stem: 3 for the weightiest column, down to 0. */
  readonly stems: ReadonlyMap<string, number>;
}

const COLUMNS = ["institution_id", "register", "row_id", "at", "level", "category", "subjects", "edition", "words"];

/** Entries of one register on their way into the index, in sets. */
export class SearchLog {
  readonly #rows = new BinaryRows();
  readonly #parts: Buffer[] = [];
  readonly #gone: string[] = [];
  readonly #words = new Set<string>();
  readonly #of: { readonly institutionId: string; readonly register: string };
  #count = 0;

  constructor(of: { readonly institutionId: string; readonly register: string }) {
    this.#of = of;
    this.#rows.head();
  }

  /** Takes out what was found of a row, if anything was. */
  remove(rowId: string): void {
    this.#gone.push(rowId);
  }

  add({ rowId, at, level, category, subjects, edition, stems }: SearchEntry): void {
    const rows = this.#rows;
    rows.row(COLUMNS.length);
    rows.uuid(this.#of.institutionId);
    rows.text(this.#of.register);
    rows.uuid(rowId);
    if (at === null) rows.nothing();
    else rows.instant(at);
    if (level === null) rows.nothing();
    else rows.text(level);
    if (category === null) rows.nothing();
    else rows.uuid(category);
    rows.uuids(subjects);
    if (edition === null) rows.nothing();
    else rows.text(JSON.stringify(edition));
    rows.bytes(vectorOf(stems));
    for (const stem of stems.keys()) this.#words.add(stem);
    if (rows.full) this.#parts.push(rows.take());
    this.#count++;
  }

  /** Writes everything. To be called once. */
  async append(sql: WriteSql): Promise<void> {
    if (this.#gone.length > 0) {
      await sql.query("delete from search_entry where register = $1 and row_id = any($2::uuid[])", [
        this.#of.register,
        this.#gone,
      ]);
    }
    if (this.#count === 0) return;
    this.#rows.end();
    await sql.copyIn(`search_entry (${COLUMNS.join(", ")})`, [...this.#parts, this.#rows.take()]);
    // Sorted, so that two writes that bring the same new words wait for one another and not both at once.
    await sql.query(
      `insert into search_word select word from unnest($1::text[]) as fresh(word)
       where not exists (select from search_word known where known.word = fresh.word) on conflict do nothing`,
      [[...this.#words].sort()],
    );
  }
}

/** A tsvector as binary COPY takes it: each word with one place, which carries its weight. */
function vectorOf(stems: ReadonlyMap<string, number>): Buffer {
  let size = 4;
  for (const stem of stems.keys()) size += Buffer.byteLength(stem) + 1 + 2 + 2;
  const made = Buffer.alloc(4 + size);
  let at = made.writeInt32BE(size);
  at = made.writeInt32BE(stems.size, at);
  for (const [stem, weight] of stems) {
    at += made.write(stem, at);
    at = made.writeUInt8(0, at);
    at = made.writeUInt16BE(1, at);
    at = made.writeUInt16BE((weight << 14) | 1, at);
  }
  return made;
}
