import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";

/** Runs `COPY (select) TO STDOUT` on the client and gives its text as UTF-8. */
export async function copyOut(client: pg.PoolClient, select: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of client.query(to(`copy (${select}) to stdout`))) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Runs `COPY target FROM STDIN` on the client with the texts one after another; the database works while the next is made. */
export async function copyIn(client: pg.PoolClient, target: string, texts: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(texts, { objectMode: true }), client.query(from(`copy ${target} from stdin`)));
}

/** A text as an SQL literal, for statements that take no parameters. */
export function literal(text: string | bigint): string {
  return `'${String(text).replaceAll("'", "''")}'`;
}
