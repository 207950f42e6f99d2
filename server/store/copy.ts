import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";

/** Runs `COPY (select) TO STDOUT` on the client and gives its bytes as they arrive. */
export async function copyOut(client: pg.PoolClient, select: string, take: (part: Buffer) => void): Promise<void> {
  const stream = client.query(to(`copy (${select}) to stdout`));
  stream.on("data", take);
  await finished(stream);
}

/** Runs `COPY target FROM STDIN` on the client with the parts one after another; the database works while the next is made. */
export async function copyIn(client: pg.PoolClient, target: string, parts: Iterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(parts, { objectMode: true }), client.query(from(`copy ${target} from stdin binary`)));
}

/** A text as an SQL literal, for statements that take no parameters. */
export function literal(text: string | bigint): string {
  return `'${String(text).replaceAll("'", "''")}'`;
}
