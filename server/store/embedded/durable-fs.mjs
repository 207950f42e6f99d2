// @ts-check
import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/**
 * The folder of an embedded database with real fsync. Emscripten's file system has none, so that PGlite's own
 * `fsync = on` writes to nowhere and a power cut could lose what was acknowledged.
 */
export class DurableNodeFS extends NodeFS {
  /**
   * @override
   * @param {Parameters<NodeFS["init"]>[0]} pg
   * @param {Parameters<NodeFS["init"]>[1]} options
   */
  async init(pg, options) {
    const result = await super.init(pg, options);
    const preRun = /** @type {((module: any) => void)[]} */ (result.emscriptenOpts.preRun);
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = (/** @type {{ nfd: number }} */ stream) => {
        fs.fsyncSync(stream.nfd);
        return 0;
      };
    });
    return result;
  }
}

/** `-F` switches fsync off; dates and times are handled on UTC. */
const common = [...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"), "-c", "TimeZone=UTC"];
export const durableParams = [...common, "-c", "fsync=on", "-c", "wal_sync_method=fsync"];
export const fastParams = [...common, "-F"];
