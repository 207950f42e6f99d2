import pg from "pg";
import { typeParsers } from "../types.ts";
import type { Limits } from "../limits.ts";
import type { Engine } from "./engine.ts";
import { WireStream } from "./wire-stream.ts";

/** A node-postgres pool over the embedded database: the same driver as with PostgreSQL. It has one connection. */
export function embeddedPool(engine: Engine, limits: Limits): pg.Pool {
  let current: WireStream | undefined;
  engine.onLost = (reason) => current?.destroy(reason);
  const pool = new pg.Pool({
    max: 1,
    ssl: false,
    // Neither is used, but node-postgres would take them from the environment.
    host: "embedded",
    user: "postgres",
    database: "postgres",
    types: typeParsers,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: limits.waiting,
    stream: () => {
      // pg.Pool opens the next connection only when it has let go of the one before.
      current?.destroy();
      current = new WireStream(engine, limits.idleInTransaction);
      return current;
    },
  });
  // A connection lost while nobody uses it: the next request opens another.
  pool.on("error", () => undefined);
  return pool;
}
