import { openStore } from "../../server/store/open.ts";

/**
 * A process that writes to the embedded database in the folder of its argument until it is killed: prints `n` when
 * row n has been acknowledged. Every tenth row goes with a second one in the same transaction.
 */
const folder = process.argv[2];
if (!folder) throw new Error("which folder?");
const store = await openStore({ database: { kind: "embedded", folder } });
await store.query("CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
for (let n = 1; ; n++) {
  await store.transaction(async (sql) => {
    await sql.query("INSERT INTO written VALUES ($1)", [n]);
    if (n % 10 === 0) await sql.query("INSERT INTO written VALUES ($1)", [-n]);
  });
  process.stdout.write(`${n}\n`);
}
