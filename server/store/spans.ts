import { grouped } from "../../schema/registers/grouped.ts";
import type { Register } from "../../schema/registers/register.ts";
import { correctSpans, type Corrected, type KeptSpan, type Span } from "../../schema/registers/spans.ts";
import { BinaryRows } from "./copy-binary.ts";
import type { WriteStamp } from "./rows.ts";
import type { Sql, WriteSql } from "./store.ts";

const COLUMNS = ["institution_id", "register", "row_id", "version", "state", "waits_for", "from_", "to_"];

/**
 * Spans of states that a write begins, on their way into the database: facts of which timers are computed. A row's
 * last span goes on; the one it was in before ends where its first new one begins.
 */
export class SpanLog {
  readonly #rows = new BinaryRows();
  readonly #parts: Buffer[] = [];
  readonly #ended: { readonly r: string; readonly t: string }[] = [];
  readonly #corrected = new Map<string, readonly Corrected[]>();
  readonly #register: Register;
  readonly #by: WriteStamp;
  #count = 0;

  constructor(register: Register, by: WriteStamp) {
    this.#register = register;
    this.#by = by;
    this.#rows.head();
  }

  /** `spans` of one row in order; `fresh` rows had none before. */
  add(rowId: string, version: number, spans: readonly Span[], fresh: boolean): void {
    const [first] = spans;
    if (!first) return;
    if (!fresh) this.#ended.push({ r: rowId, t: first.from });
    const rows = this.#rows;
    spans.forEach(({ state, from, waitsFor }, at) => {
      rows.row(COLUMNS.length);
      rows.uuid(this.#by.institutionId);
      rows.text(this.#register.key);
      rows.uuid(rowId);
      rows.integer(version);
      rows.text(state);
      if (waitsFor === null) rows.nothing();
      else rows.text(waitsFor);
      rows.instant(from);
      const to = spans[at + 1]?.from;
      if (to === undefined) rows.nothing();
      else rows.instant(to);
    });
    if (rows.full) this.#parts.push(rows.take());
    this.#count++;
  }

  /** Beginnings of a row's spans that are told anew. */
  correct(rowId: string, corrected: readonly Corrected[]): void {
    if (corrected.length > 0) this.#corrected.set(rowId, corrected);
  }

  /** Ends what went on before and adds the new ones, in two statements; then corrects. To be called once. */
  async append(sql: WriteSql): Promise<void> {
    if (this.#count > 0) await this.#begin(sql);
    if (this.#corrected.size > 0) await this.#correct(sql);
  }

  async #begin(sql: WriteSql): Promise<void> {
    if (this.#ended.length > 0) {
      await sql.query(
        `update state_span s set to_ = greatest(s.from_, x.t)
         from json_to_recordset($1::json) as x(r uuid, t timestamptz) where s.row_id = x.r and s.to_ is null`,
        [JSON.stringify(this.#ended)],
      );
    }
    this.#rows.end();
    await sql.copyIn(`state_span (${COLUMNS.join(", ")})`, [...this.#parts, this.#rows.take()]);
  }

  async #correct(sql: WriteSql): Promise<void> {
    const changed: { readonly i: string; readonly f: string; readonly t: string | null }[] = [];
    for (const [rowId, spans] of await spansOfRows(sql, [...this.#corrected.keys()])) {
      let right: readonly StoredSpan[] = spans;
      for (const one of this.#corrected.get(rowId) ?? []) right = correctSpans(this.#register, right, one);
      right.forEach((span, at) => {
        if (span !== spans[at]) changed.push({ i: span.id, f: span.from, t: span.to });
      });
    }
    if (changed.length === 0) return;
    await sql.query(
      `update state_span s set from_ = x.f, to_ = x.t
       from json_to_recordset($1::json) as x(i bigint, f timestamptz, t timestamptz) where s.id = x.i`,
      [JSON.stringify(changed)],
    );
  }
}

export interface StoredSpan extends KeptSpan {
  readonly id: string;
  readonly waitsFor: string | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

/** Spans of rows in the order in which they began. */
export async function spansOfRows(
  sql: Sql,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredSpan[]>> {
  const found = await sql.query<StoredSpan & { readonly rowId: string }>(
    `select id::text as id, row_id as "rowId", state, waits_for as "waitsFor",
            to_char(from_ at time zone 'UTC', ${INSTANT}) as from,
            to_char(to_ at time zone 'UTC', ${INSTANT}) as to
     from state_span s where row_id = any($1::uuid[]) order by row_id, s.id`,
    [rowIds],
  );
  return grouped(found, ({ rowId }) => rowId);
}
