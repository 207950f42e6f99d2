import type { Register } from "../../schema/registers/register.ts";
import { BinaryRows, writeCell } from "./copy-binary.ts";
import { CUSTOM, customOf, hasCustom } from "./custom-cells.ts";
import { tableOf, type Table, type TableColumn } from "./models.ts";
import type { RowWrite, WriteStamp } from "./rows.ts";
import type { WriteSql } from "./store.ts";

/** Columns that are the same in all rows of a write, then those that are the row's own. */
const SYSTEM = [
  ...["institution_id", "feed", "created_at", "created_by", "updated_at", "updated_by"],
  ...["id", "version", "retired_at"],
];

/** Rows on their way into a register. Each is written down as it is added, so that all can be sent at once. */
export class NewRows {
  readonly #register: Register;
  readonly #table: Table;
  readonly #columns: readonly (readonly [string, TableColumn])[];
  readonly #custom: boolean;
  readonly #at: string;
  readonly #same: Buffer;
  readonly #rows = new BinaryRows();
  readonly #parts: Buffer[] = [];
  #count = 0;

  constructor(register: Register, { institutionId, feed, at, actor }: WriteStamp) {
    this.#register = register;
    this.#table = tableOf(register.key);
    this.#custom = hasCustom(register);
    this.#columns = Object.entries(this.#table.columns);
    this.#at = at;
    const same = new BinaryRows();
    same.row(SYSTEM.length + this.#columns.length + (this.#custom ? 1 : 0));
    same.uuid(institutionId);
    same.bigint(BigInt(feed));
    for (let times = 0; times < 2; times++) {
      same.instant(at);
      same.uuid(actor);
    }
    this.#same = same.take();
    this.#rows.head();
  }

  add({ id, version, retired, cells }: RowWrite): void {
    const rows = this.#rows;
    rows.bytes(this.#same);
    rows.uuid(id);
    rows.integer(version);
    if (retired) rows.instant(this.#at);
    else rows.nothing();
    for (const [key, column] of this.#columns) writeCell(rows, column.type, cells[key]);
    if (this.#custom) rows.json(customOf(this.#register, cells));
    if (rows.full) this.#parts.push(rows.take());
    this.#count++;
  }

  /** Inserts them by COPY. To be called once. */
  async insert(sql: WriteSql): Promise<void> {
    if (this.#count === 0) return;
    this.#rows.end();
    const names = [...SYSTEM, ...this.#columns.map(([, column]) => column.name), ...(this.#custom ? [CUSTOM] : [])];
    await sql.copyIn(`${this.#table.table} (${names.join(", ")})`, [...this.#parts, this.#rows.take()]);
  }
}
