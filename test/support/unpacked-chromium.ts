import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The package unpacks into the folder that TMPDIR names, under fixed names, and its libraries only on its own cloud. */
const UNPACK = "const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();";
const ITS_CLOUD = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };

interface Unpacked {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of @sparticuz/chromium, unpacked into a folder of its own in the temporary folder by the first who asks;
 * a second process that asks at the same moment gets a whole one too. Throws where it cannot run: the package holds a
 * program for Linux on x64 only, and a library may be missing that it does not bring.
 */
export async function unpackedChromium(): Promise<Unpacked> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`The one in the npm package runs on Linux x64 only, not on ${process.platform} ${process.arch}.`);
  }
  let entry: string;
  try {
    entry = import.meta.resolve("@sparticuz/chromium");
  } catch {
    throw new Error("The npm package @sparticuz/chromium is not installed; run `npm ci`.");
  }
  // build/esm/index.js stands two folders under the package's own.
  const manifest = join(dirname(fileURLToPath(entry)), "..", "..", "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const folder = join(tmpdir(), `saime-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpack(entry, folder);

  const executablePath = join(folder, "chromium");
  const env: Record<string, string> = {};
  if ((await missingLibraries(executablePath, env)).length > 0) {
    const own = join(folder, "al2023", "lib");
    const given = process.env["LD_LIBRARY_PATH"];
    env["LD_LIBRARY_PATH"] = given ? `${own}:${given}` : own;
    const missing = await missingLibraries(executablePath, env);
    if (missing.length > 0) {
      throw new Error(`The one in the npm package lacks libraries on this machine: ${missing.join(", ")}.`);
    }
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_FILE"] = join(folder, "saime-fonts.conf");
  return { executablePath, env };
}

async function unpack(entry: string, folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    await run(process.execPath, ["--input-type=module", "-e", UNPACK, entry], {
      env: { ...process.env, ...ITS_CLOUD, TMPDIR: staging },
    });
    await writeFile(
      join(staging, "saime-fonts.conf"),
      `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><dir>${join(folder, "fonts")}</dir>` +
        `<cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>\n`,
    );
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process was quicker: its folder is as good.
    if (!existsSync(folder)) throw error;
  }
}

async function missingLibraries(program: string, env: Readonly<Record<string, string>>): Promise<string[]> {
  const { stdout } = await run("ldd", [program], { env: { ...process.env, ...env } });
  return stdout.split("\n").flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
}
