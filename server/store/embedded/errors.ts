/** The embedded database ended or did not open. The code is PostgreSQL's for a lost connection. */
export class DatabaseStopped extends Error {
  readonly code = "08006";
  constructor(why: string, cause?: unknown) {
    super(`the embedded database stopped: ${why}`, { cause });
    this.name = "DatabaseStopped";
  }
}

/** A query outlasted its deadline. The code is PostgreSQL's for a statement timeout. */
export class QueryTooLong extends Error {
  readonly code = "57014";
  constructor(milliseconds: number) {
    super(`the query took longer than ${milliseconds} ms and was ended; nothing of its transaction was kept`);
    this.name = "QueryTooLong";
  }
}

/** A transaction waited for its own code too long. The code is PostgreSQL's for the same. */
export class IdleInTransaction extends Error {
  readonly code = "25P03";
  constructor(milliseconds: number) {
    super(`a transaction did nothing for ${milliseconds} ms and was ended; nothing of it was kept`);
    this.name = "IdleInTransaction";
  }
}
