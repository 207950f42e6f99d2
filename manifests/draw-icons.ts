import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { ADDIN_ICON_SIZES, RIBBON_ICON_SIZES, iconPath, type IconName } from "./config.ts";

/** Draws the PNGs that manifests need from our SVGs: `npx tsx manifests/draw-icons.ts`, after an SVG changed. */
const here = fileURLToPath(new URL(".", import.meta.url));

/** Draws `svg` into a square PNG of `size` pixels; what the drawing leaves empty stays transparent. */
async function draw(browser: Browser, svg: string, size: number, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await writeFile(file, await page.screenshot({ omitBackground: true }));
  await page.close();
}

const browser = await launchBrowser();
try {
  for (const icon of ["pane", "refresh", "publish"] satisfies IconName[]) {
    const svg = await readFile(join(here, "assets", "icons", `${icon}.svg`), "utf8");
    const sizes = new Set<number>(icon === "pane" ? [...RIBBON_ICON_SIZES, ...ADDIN_ICON_SIZES] : RIBBON_ICON_SIZES);
    for (const size of sizes) await draw(browser, svg, size, join(here, "assets", iconPath(icon, size)));
  }
  const packaged = join(here, "package-icons");
  await draw(browser, await readFile(join(packaged, "outline.svg"), "utf8"), 32, join(packaged, "outline.png"));
  const pane = await readFile(join(here, "assets", "icons", "pane.svg"), "utf8");
  await draw(browser, pane, 192, join(packaged, "color.png"));
} finally {
  await browser.close();
}
