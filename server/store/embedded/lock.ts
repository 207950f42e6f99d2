import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";

/**
 * A lock on a folder: PGlite has none, and two processes on one folder lose data without a word. It is a listening
 * socket, which the operating system closes with the process, so that even a killed one leaves nothing stuck.
 * It does not hold between machines that share a network drive.
 */
export type Release = () => Promise<void>;

/** Locks `folder` (made if it is missing) or throws a sentence that names the process that holds it. */
export async function lockFolder(folder: string): Promise<Release> {
  mkdirSync(folder, { recursive: true });
  const address = addressOf(realpathSync(folder));
  for (let attempt = 0; attempt < 5; attempt++) {
    const mine = `${process.pid} ${randomUUID()}`;
    const server = await listen(address, mine);
    if (server) {
      // Another process may have taken this for the stale socket it had just looked at.
      if ((await ask(address)) === mine) return () => new Promise((resolve) => server.close(() => resolve()));
      server.close();
      continue;
    }
    const holder = await ask(address);
    if (holder) throw inUse(folder, holder);
    await removeStale(address, folder);
  }
  throw new Error(`The folder ${folder} could not be locked: several processes start on it at once. Start one.`);
}

const inUse = (folder: string, holder: string): Error =>
  new Error(
    `The folder ${folder} is in use by process ${holder.split(" ")[0]}. ` +
      `Stop that process, or set SAIME_DATA to another folder.`,
  );

function addressOf(folder: string): string {
  if (process.platform === "win32") {
    return `\\\\.\\pipe\\saime-${createHash("sha256").update(folder.toLowerCase()).digest("hex")}`;
  }
  // The operating system takes about 104 bytes and cuts off the rest, which would lock another folder.
  const absolute = path.join(folder, "lock.sock");
  const relative = path.relative(process.cwd(), absolute);
  const address = Buffer.byteLength(relative) < Buffer.byteLength(absolute) ? relative : absolute;
  if (Buffer.byteLength(address) > 90) {
    throw new Error(`The path ${folder} is too long for a lock. Set SAIME_DATA to a folder with a shorter path.`);
  }
  return address;
}

/** The server that holds the lock, or nothing when the address is taken. */
function listen(address: string, answer: string): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(answer);
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen({ path: address, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** What the holder at `address` says, or nothing when nobody listens there. */
function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    let said = "";
    let connected = false;
    // A holder that is stopped or busy does not answer, yet it holds.
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("connect", () => (connected = true));
    socket.on("data", (data) => (said += data.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(connected ? said || "unknown" : undefined));
  });
}

/** Takes a dead socket out of the way; a living one, put there since it was looked at, is put back. */
async function removeStale(address: string, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const aside = `${address}.${randomUUID().slice(0, 8)}`;
  try {
    renameSync(address, aside);
  } catch {
    return;
  }
  const holder = await ask(aside);
  if (!holder) {
    rmSync(aside, { force: true });
    return;
  }
  renameSync(aside, address);
  throw inUse(folder, holder);
}
