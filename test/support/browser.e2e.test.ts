import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { browserVersion, findBrowser, launchBrowser } from "./browser.ts";
import { unpackedChromium } from "./unpacked-chromium.ts";

const empty = mkdtempSync(join(tmpdir(), "saime-path-"));
afterAll(() => rmSync(empty, { recursive: true }));

test("a browser that SAIME_CHROMIUM names but that is not there is refused with a sentence", async () => {
  await expect(findBrowser({ SAIME_CHROMIUM: join(empty, "nothing") })).rejects.toThrow(/Correct or unset it/);
});

test("the tests' browser starts and runs a page's script", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<p id=a>0012</p>");
    expect(await page.evaluate(() => document.getElementById("a")?.textContent)).toBe("0012");
  } finally {
    await browser.close();
  }
});

test("the packaged browser runs on Linux x64 with its own libraries, and says elsewhere that it cannot", async () => {
  if (process.platform !== "linux" || process.arch !== "x64") {
    await expect(unpackedChromium()).rejects.toThrow(/Linux x64 only/);
    return;
  }
  const packed = await unpackedChromium();
  const LD_LIBRARY_PATH = join(packed.executablePath, "..", "al2023", "lib");
  const version = browserVersion({ ...packed, env: { ...packed.env, LD_LIBRARY_PATH }, args: [], from: "package" });
  expect(version).toMatch(/\d+\.\d+\.\d+/);
  expect((await findBrowser({ SAIME_CHROMIUM: "package" })).executablePath).toBe(packed.executablePath);
});
