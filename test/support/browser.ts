import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { unpackedChromium } from "./unpacked-chromium.ts";

/** A browser that can be started: where it is and what it needs. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Variables that it needs beside those of this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly from: "SAIME_CHROMIUM" | "system" | "package";
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

/** Quiet: no first-run pages, no traffic of its own; as root and in containers Chromium's sandbox cannot start. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === "darwin") {
    const bundles = [
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Chromium.app/Contents/MacOS/Chromium",
      "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
    return ["/Applications", join(homedir(), "Applications")].flatMap((root) =>
      bundles.map((name) => join(root, name)),
    );
  }
  if (process.platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return roots.flatMap((root) => (root ? programs.map((name) => join(root, name)) : []));
  }
  return ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"].flatMap((root) =>
    NAMES.map((name) => join(root, name)),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium or Chrome installed on this machine, or undefined. Searches PATH, then the usual places. */
export function systemBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const path = env["PATH"] ?? env["Path"] ?? "";
  const ending = process.platform === "win32" ? ".exe" : "";
  const inPath = path.split(delimiter).flatMap((dir) => (dir ? NAMES.map((name) => join(dir, name + ending)) : []));
  return [...inPath, ...usualPlaces(env)].find(isExecutable);
}

/**
 * Finds the browser the tests run in: the one that `SAIME_CHROMIUM` names, else one installed on the machine, else the
 * one in the npm package @sparticuz/chromium, unpacked once. `SAIME_CHROMIUM=package` asks for the last even where
 * another is installed. Throws an Error that says what is missing and what to do.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  const named = env["SAIME_CHROMIUM"];
  if (named && named !== "package") {
    if (!isExecutable(named)) {
      throw new Error(`SAIME_CHROMIUM names ${named}, which is no program that can be run. Correct or unset it.`);
    }
    return { executablePath: named, args: ARGS, env: {}, from: "SAIME_CHROMIUM" };
  }
  const installed = named ? undefined : systemBrowser(env);
  if (installed) return { executablePath: installed, args: ARGS, env: {}, from: "system" };
  try {
    const unpacked = await unpackedChromium();
    return { ...unpacked, args: [...ARGS, "--headless=shell"], from: "package" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The tests need Chromium or Chrome, and none was found in PATH or the usual places. ${why} ` +
        `Install Chromium or Chrome, or set SAIME_CHROMIUM to the path of its program.`,
      { cause: error },
    );
  }
}

let found: Promise<FoundBrowser> | undefined;

/** Starts a headless Chromium for the tests, see {@link findBrowser}. Whoever starts it closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const browser = await (found ??= findBrowser());
  return chromium.launch({
    ...options,
    executablePath: browser.executablePath,
    args: [...browser.args, ...(options.args ?? [])],
    env: definedOnly({ ...process.env, ...browser.env, ...options.env }),
  });
}

/** The version that the browser itself tells, such as `Chromium 147.0.7727.0`; for the first line of a test run. */
export function browserVersion(browser: FoundBrowser): string {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === "win32") return browser.executablePath;
  return execFileSync(browser.executablePath, ["--version", "--no-sandbox"], {
    env: { ...process.env, ...browser.env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
