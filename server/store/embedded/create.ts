import { closeSync, fsyncSync, openSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Engine } from "./engine.ts";

/** A first start is slow on weak disks; no query runs meanwhile. */
const DEADLINE = 600_000;

/**
 * Makes an empty database at `folder`. It is made aside without fsync (with it, this takes three times as long), put
 * on the disk as a whole and only then given its name, so that a start broken off leaves nothing half made.
 */
export async function createDatabase(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  const engine = await Engine.start({ folder: aside, durable: false }, DEADLINE);
  await engine.close();
  await syncTree(aside);
  await rename(aside, folder);
  syncPath(path.dirname(folder));
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    syncPath(path.join(entry.parentPath, entry.name));
  }
  syncPath(folder);
}

function syncPath(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, "r+");
  } catch {
    // Folders open for reading only, and on Windows not at all.
    if (process.platform === "win32") return;
    handle = openSync(file, "r");
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
