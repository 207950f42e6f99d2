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
 * @typedef {{ id: number, ask: "run", bytes: Uint8Array, blob?: Blob } | { id: number, ask: "dump" | "close" }} Request
 */
if (!parentPort) throw new Error("this file runs in a worker thread");
const port = parentPort;
const source = /** @type {Source} */ (workerData);
/** Bytes of an answer that are handed over at once, while the database makes the next. */
const PART = 256 * 1024;
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
        // As a stream, for PGlite reads and copies every message of an answer that it collects itself.
        const parts = new Parts((bytes, more) => port.postMessage({ id: request.id, bytes, more }, [bytes.buffer]));
        const onRawData = (/** @type {Uint8Array} */ data) => parts.add(data);
        await db.runExclusive(async () => {
          await db._handleBlob(request.blob);
          await db.execProtocolRawStream(request.bytes, { syncToFs: false, onRawData });
        });
        parts.end();
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

/** Joins what the database gives in small pieces, in memory that the next query overwrites. */
class Parts {
  // Most answers are small.
  #bytes = new Uint8Array(8 * 1024);
  #size = 0;
  #send;

  /** @param {(bytes: Uint8Array<ArrayBuffer>, more: boolean) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {Uint8Array} data */
  add(data) {
    if (this.#size + data.length > this.#bytes.length) {
      if (this.#size > 0) this.#send(this.#bytes.subarray(0, this.#size), true);
      this.#bytes = new Uint8Array(Math.max(PART, data.length));
      this.#size = 0;
    }
    this.#bytes.set(data, this.#size);
    this.#size += data.length;
  }

  end() {
    this.#send(this.#bytes.slice(0, this.#size), false);
  }
}

const { rows } = await db.query("SHOW server_version");
port.postMessage({ ready: /** @type {{ server_version: string }[]} */ (rows)[0]?.server_version });
