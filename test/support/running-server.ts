import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** What it printed so far. */
  log(): string;
  /** Ends it as Ctrl+C does, and takes its data away. */
  stop(): Promise<void>;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Starts Saime as a person does, in a process and a data folder of its own, and waits until it answers. `tool` is the
 * program in server/tools; `env` is added to this process's, where undefined takes a variable away.
 */
export async function startServer(
  env: Readonly<Record<string, string | undefined>> = {},
  { tool = "start", scheme = "http", patience = 120_000 } = {},
): Promise<RunningServer> {
  const data = await mkdtemp(join(tmpdir(), "saime-data-"));
  const port = env["PORT"] ?? String(await freePort());
  // What vitest sets is not what a person has.
  const { NODE_ENV: _mode, VITEST: _vitest, DATABASE_URL: _database, ...own } = process.env;
  const child = spawn(process.execPath, ["--max-semi-space-size=128", "--import", "tsx", `server/tools/${tool}.ts`], {
    cwd: root,
    env: { ...own, SAIME_DATA: data, PORT: port, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const hear = (part: Buffer) => (text += part.toString("utf8"));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGINT");
      const hard = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(hard);
    }
    await rm(data, { recursive: true, force: true });
  };

  const url = `${scheme}://localhost:${port}`;
  const deadline = Date.now() + patience;
  while (!text.includes(url)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The server did not start:\n${text}`);
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  return { url, log: () => text, stop };
}
