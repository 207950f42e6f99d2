import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockFolder } from "./lock.ts";

const root = mkdtempSync(path.join(tmpdir(), "saime-lock-"));
afterAll(() => rmSync(root, { recursive: true }));
const folder = (name: string): string => path.join(root, name);

test("a folder is locked once; released, it can be locked again", async () => {
  const release = await lockFolder(folder("a"));
  await expect(lockFolder(folder("a"))).rejects.toThrow(`in use by process ${process.pid}`);
  await release();
  await (
    await lockFolder(folder("a"))
  )();
});

test("of many that lock at once one gets it, also where a dead lock lies", async () => {
  // What a killed process leaves: a socket file that nobody listens on.
  mkdirSync(path.join(folder("b"), "lock"), { recursive: true });
  const file = path.join(folder("b"), "lock", "dead.sock");
  const server = net.createServer().listen(file);
  await new Promise((resolve) => server.once("listening", resolve));
  renameSync(file, `${file}.kept`);
  await new Promise((resolve) => server.close(resolve));
  renameSync(`${file}.kept`, file);

  for (let round = 0; round < 10; round++) {
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder("b"))));
    const winners = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(winners).toHaveLength(1);
    for (const one of all) {
      if (one.status === "rejected") expect(String(one.reason)).toContain(`in use by process ${process.pid}`);
    }
    expect(readdirSync(path.join(folder("b"), "lock"))).toHaveLength(1);
    await winners[0]?.();
  }
});

test("a path too long for a lock is refused rather than cut off", async () => {
  await expect(lockFolder(path.join(root, "x".repeat(100)))).rejects.toThrow(/too long for a lock/);
});

test("what cannot be a folder is told", async () => {
  writeFileSync(folder("file"), "");
  await expect(lockFolder(folder("file"))).rejects.toThrow(/EEXIST|ENOTDIR/);
});
