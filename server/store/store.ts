/**
 * The database as the rest of the server sees it: SQL in transactions for work in sets. `server/store/open.ts` opens
 * PostgreSQL or the embedded database behind it; both speak the same dialect through the same driver.
 */
export interface Sql {
  /** Rows as objects with the names the statement gives. bigint columns come as strings, json as parsed values, dates (OID 1082) as `YYYY-MM-DD` text. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Gives rows of a select as COPY text in UTF-8, part by part as it arrives. Takes no parameters: write literals with `literal`. */
  copyOut(select: string, take: (part: Buffer) => void): Promise<void>;
}

/** What a transaction gives. */
export interface WriteSql extends Sql {
  /**
   * Adds rows in COPY's binary format (`server/store/copy-binary.ts`) to `table (columns)`. Parts are taken as the
   * database has room for them, so that it works on one while the next is made.
   */
  copyIn(target: string, parts: Iterable<Buffer>): Promise<void>;
}

export interface Store extends Sql {
  readonly kind: "postgresql" | "embedded";
  /**
   * Runs `work` in one READ COMMITTED transaction and commits, or rolls back and rethrows what it throws.
   * Serialisation failures and deadlocks (40001, 40P01) are tried again twice. Inside, use only `sql`: the embedded
   * database has one connection.
   */
  transaction<T>(work: (sql: WriteSql) => Promise<T>, options?: { readonly readOnly?: boolean }): Promise<T>;
  close(): Promise<void>;
}
