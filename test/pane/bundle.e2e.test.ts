import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstLoad } from "../support/first-load.ts";

const dist = join(import.meta.dirname, "../../dist");

describe("what a browser fetches before the pane starts", () => {
  it("is at most 220 kB compressed", async () => {
    const files = await firstLoad(dist, "taskpane.html");
    const bytes = files.reduce((sum, { gzip }) => sum + gzip, 0);
    expect(files.length).toBeGreaterThan(1);
    expect(bytes / 1000).toBeLessThanOrEqual(220);
  });

  it("holds nothing of the desk's grid", async () => {
    const files = await firstLoad(dist, "taskpane.html");
    const scripts = files.filter(({ file }) => file.endsWith(".js"));
    for (const { file } of scripts) expect(await readFile(join(dist, file), "utf8"), file).not.toMatch(/univer/i);
  });
});
