// @ts-check
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { DurableNodeFS, durableParams, fastParams } from "./durable-fs.mjs";

/**
 * Entry of the worker thread that owns the embedded database: batches of wire protocol in, answers out. A query blocks
 * the thread it runs on, and only ending the thread stops it; hence a thread of its own.
 *
 * @typedef {{ folder: string, durable: boolean } | { template: string | null }} Source a folder, or memory filled from a template's tar
 * @typedef {{ id: number, ask: "run", bytes: Uint8Array } | { id: number, ask: "dump" | "close" }} Request
 */
if (!parentPort) throw new Error("this file runs in a worker thread");
const port = parentPort;
const source = /** @type {Source} */ (workerData);
const extensions = { btree_gist, pg_trgm, unaccent };

const db =
  "folder" in source
    ? await PGlite.create({
        extensions,
        fs: new DurableNodeFS(source.folder),
        startParams: source.durable ? durableParams : fastParams,
      })
    : await PGlite.create({
        extensions,
        startParams: fastParams,
        ...(source.template ? { loadDataDir: new Blob([await readFile(source.template)]) } : {}),
      });

port.on("message", async (/** @type {Request} */ request) => {
  try {
    switch (request.ask) {
      case "run": {
        // Answers to bad SQL are protocol messages too; what throws here has ended the database itself.
        const answer = await db.runExclusive(() => db.execProtocolRaw(request.bytes, { syncToFs: false }));
        const bytes = answer.slice();
        port.postMessage({ id: request.id, bytes }, [bytes.buffer]);
        return;
      }
      case "dump": {
        const tar = new Uint8Array(await (await db.dumpDataDir("none")).arrayBuffer());
        port.postMessage({ id: request.id, bytes: tar }, [tar.buffer]);
        return;
      }
      case "close":
        await db.close();
        port.postMessage({ id: request.id });
    }
  } catch (error) {
    port.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) });
    setImmediate(() => process.exit(1));
  }
});

const { rows } = await db.query("SHOW server_version");
port.postMessage({ ready: /** @type {{ server_version: string }[]} */ (rows)[0]?.server_version });
