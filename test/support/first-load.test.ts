import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { firstLoad } from "./first-load.ts";

const dist = mkdtempSync(join(tmpdir(), "saime-dist-"));
afterAll(() => rmSync(dist, { recursive: true }));

test("the first load is what the page names and what that imports at once, neither lazy parts nor office.js", async () => {
  mkdirSync(join(dist, "assets"));
  for (const name of ["pane.js", "shared.js", "shared.css", "pane.css", "lazy.js", "other.js"]) {
    writeFileSync(join(dist, "assets", name), name.repeat(100));
  }
  writeFileSync(
    join(dist, "taskpane.html"),
    `<script src="/office-js/office.js"></script><link rel="icon" href="/icons/pane-32.png">
     <script type="module" crossorigin src="/assets/pane.js"></script>
     <link rel="stylesheet" crossorigin href="/assets/pane.css">`,
  );
  const manifest = {
    "taskpane/taskpane.html": {
      file: "assets/pane.js",
      imports: ["_shared"],
      dynamicImports: ["lazy"],
      css: ["assets/pane.css"],
    },
    _shared: { file: "assets/shared.js", css: ["assets/shared.css"], imports: ["taskpane/taskpane.html"] },
    lazy: { file: "assets/lazy.js" },
    other: { file: "assets/other.js", imports: ["_shared"] },
  };
  writeFileSync(join(dist, "build-manifest.json"), JSON.stringify(manifest));
  const files = await firstLoad(dist, "taskpane.html");
  expect(files.map(({ file }) => file).sort()).toEqual([
    "assets/pane.css",
    "assets/pane.js",
    "assets/shared.css",
    "assets/shared.js",
  ]);
  for (const { file, gzip } of files) expect(gzip).toBe(gzipSync(file.replace("assets/", "").repeat(100)).length);
});
