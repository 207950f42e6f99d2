import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import buildAddin from "../support/built-addin.ts";
import { firstLoad } from "../support/first-load.ts";
import { startServer } from "../support/running-server.ts";
import { median, type Report } from "./bench.ts";

export const names = ["pane.bundle", "pane.first_paint"];

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const RUNS = 5;

/**
 * `pane.bundle`: scripts and styles of the pane's first load, gzip, in kB of 1000 bytes. `pane.first_paint`: from the
 * request of the page until the browser paints its first text or image, in ms; the median of five, each in a browser
 * without cache, the server warm.
 */
export async function run(report: Report): Promise<void> {
  await buildAddin();
  const files = await firstLoad(dist, "taskpane.html");
  for (const { file, gzip } of files) console.error(`${(gzip / 1000).toFixed(1)} kB  ${file}`);
  report("pane.bundle", files.reduce((sum, { gzip }) => sum + gzip, 0) / 1000, "kB");

  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let turn = 0; turn <= RUNS; turn++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${server.url}/taskpane.html`, { waitUntil: "domcontentloaded" });
      const time = await firstContentfulPaint(page);
      await context.close();
      // The first turn warms the server and the browser.
      if (turn > 0) times.push(time);
    }
    console.error(`first paints: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
    report("pane.first_paint", median(times), "ms");
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Milliseconds from the request of the page to its first content; rejects after ten seconds of nothing. */
function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("The pane painted nothing in ten seconds.")), 10_000);
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName("first-contentful-paint");
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}
