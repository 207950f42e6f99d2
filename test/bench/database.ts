import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { tableOf } from "../../server/store/models.ts";

/** The PostgreSQL server for baselines; the one on loopback unless SAIME_TEST_DATABASE_URL names another. */
const server = process.env["SAIME_TEST_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";

export interface BenchDatabase {
  readonly url: string;
  /** Milliseconds of a COPY FROM of the newest `rows` services into an empty table of the same columns, indexes and keys. */
  copyFrom(rows: number): Promise<number>;
  /** Milliseconds of a COPY TO of all services, the declared columns with id and version. */
  copyTo(): Promise<number>;
  drop(): Promise<void>;
}

/** A fresh database on the PostgreSQL server, with the baselines measured in it. Migrations are the server's to apply. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const name = `saime_bench_${Date.now()}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { table, columns } = tableOf("services");
  let made = false;
  const declared = ["id", "version", ...Object.values(columns).map((column) => column.name)].join(", ");
  return {
    url: url.href,
    async copyFrom(rows) {
      const parts: Buffer[] = [];
      const newest = `(select * from ${table} order by feed desc limit ${rows})`;
      for await (const part of client.query(to(`copy ${newest} to stdout`))) parts.push(part as Buffer);
      if (!made) {
        await client.query(`create table copied (like ${table} including all)`);
        // What `like` leaves out: the register's own table checks it for every row too.
        await client.query("alter table copied add foreign key (institution_id) references institution (id)");
        made = true;
      }
      await client.query("truncate copied");
      const started = performance.now();
      await pipeline(Readable.from(parts), client.query(from("copy copied from stdin")));
      return performance.now() - started;
    },
    async copyTo() {
      const started = performance.now();
      const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
      await pipeline(client.query(to(`copy (select ${declared} from ${table}) to stdout`)), nowhere);
      return performance.now() - started;
    },
    async drop() {
      await client.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
