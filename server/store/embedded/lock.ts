import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";

/**
 * A lock on a folder: PGlite has none, and two processes on one folder lose data without a word. It is a listening
 * socket, which the operating system closes with the process, so that even a killed one leaves nothing stuck.
 * It does not hold between machines that share a network drive.
 *
 * Every process that wants the folder listens on a socket of its own name first and looks for others after that. Of
 * two, at least the later one sees the other; so nobody holds who has seen a living other, and a dead one's socket,
 * whose name nobody uses again, may be removed by anyone at any time. One name for all would not do: between finding
 * its socket dead and removing it, another process may have put a living one in its place.
 */
export type Release = () => Promise<void>;

type State = "tries" | "holds";
interface Listening {
  state: State;
  readonly close: Release;
}

/** How long those who start at the same moment may take to agree, in milliseconds. */
const PATIENCE = 10_000;
/** A process that is stopped or busy does not answer, yet it lives. */
const ANSWER = 2_000;

/** Locks `folder` (made if it is missing) or throws a sentence that names the process that holds it. */
export async function lockFolder(folder: string): Promise<Release> {
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  return process.platform === "win32" ? lockByPipe(folder, real) : lockBySocket(folder, real);
}

const inUse = (folder: string, holder: string): Error =>
  new Error(
    `The folder ${folder} is in use by process ${holder}. Stop that process, or set SAIME_DATA to another folder.`,
  );

/** Named pipes vanish with their process, so one name is enough. */
async function lockByPipe(folder: string, real: string): Promise<Release> {
  const address = `\\\\.\\pipe\\saime-${createHash("sha256").update(real.toLowerCase()).digest("hex")}`;
  try {
    return (await listen(address, "holds")).close;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
    throw inUse(folder, (await ask(address))?.pid ?? "unknown");
  }
}

async function lockBySocket(folder: string, real: string): Promise<Release> {
  const locks = path.join(real, "lock");
  mkdirSync(locks, { recursive: true });
  const name = `${randomUUID().slice(0, 13)}.sock`;
  // Named only when it listens: a socket that does not yet would be taken for a dead one.
  const unnamed = addressOf(locks, `${name}.new`);
  const address = addressOf(locks, name);
  const own = await listen(unnamed, "tries");
  renameSync(unnamed, address);
  const release = async (): Promise<void> => {
    await own.close();
    rmSync(address, { force: true });
  };
  try {
    for (const until = Date.now() + PATIENCE; Date.now() < until;) {
      let alone = true;
      for (const other of readdirSync(locks)) {
        if (other === name || !other.endsWith(".sock")) continue;
        const answer = await ask(addressOf(locks, other));
        if (!answer) {
          rmSync(path.join(locks, other), { force: true });
          continue;
        }
        // Of those who only try, the first name goes on; the others give way to it.
        if (answer.state === "holds" || (answer.state === "tries" && other < name)) throw inUse(folder, answer.pid);
        alone = false;
      }
      if (alone) {
        own.state = "holds";
        return release;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The folder ${folder} could not be locked: several processes start on it at once. Start one.`);
  } catch (error) {
    await release();
    throw error;
  }
}

/** The operating system takes about 104 bytes of a socket's path and cuts off the rest, which would lock another folder. */
function addressOf(locks: string, name: string): string {
  const absolute = path.join(locks, name);
  const relative = path.relative(process.cwd(), absolute);
  const address = Buffer.byteLength(relative) < Buffer.byteLength(absolute) ? relative : absolute;
  if (Buffer.byteLength(address) > 100) {
    throw new Error(
      `The path ${path.dirname(locks)} is too long for a lock. Set SAIME_DATA to a folder with a shorter path.`,
    );
  }
  return address;
}

function listen(address: string, state: State): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(`${process.pid} ${listening.state}`);
    });
    const listening: Listening = { state, close: () => new Promise((done) => server.close(() => done())) };
    server.once("error", reject);
    server.listen({ path: address, exclusive: true }, () => {
      server.unref();
      resolve(listening);
    });
  });
}

interface Answer {
  readonly pid: string;
  /** `leaves`: it closed the socket instead of answering. */
  readonly state: State | "leaves";
}

/** What the process that listens at `address` says, or nothing when none does. */
function ask(address: string): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    let said = "";
    let connected = false;
    let silent = false;
    socket.setTimeout(ANSWER, () => {
      silent = true;
      socket.destroy();
    });
    socket.on("connect", () => (connected = true));
    socket.on("data", (data) => (said += data.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const [pid, state] = said.split(" ");
      if (!connected) resolve(undefined);
      else if (pid && state) resolve({ pid, state: state as State });
      else resolve({ pid: "unknown", state: silent ? "holds" : "leaves" });
    });
  });
}
