import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Bench } from "./bench.ts";

/**
 * `npm run bench` runs every benchmark and prints one figure a line as `name value unit`, nothing else, on stdout;
 * `npm run bench -- push.new.vs_copy` or `-- pane` runs and prints only what bears that name or begins with it.
 */
const folder = new URL(".", import.meta.url);
const files = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith(".bench.ts")).sort();
const benches = await Promise.all(files.map(async (file) => (await import(new URL(file, folder).href)) as Bench));

const wanted = process.argv.slice(2);
const isWanted = (name: string) =>
  wanted.length === 0 || wanted.some((want) => name === want || name.startsWith(`${want}.`));
const names = benches.flatMap((bench) => bench.names);
const unknown = wanted.filter((want) => !names.some((name) => name === want || name.startsWith(`${want}.`)));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. There are:\n  ${names.join("\n  ")}`);
  process.exit(2);
}

for (const bench of benches) {
  if (!bench.names.some(isWanted)) continue;
  const missing = new Set(bench.names);
  try {
    await bench.run((name, value, unit) => {
      if (!missing.delete(name)) throw new Error(`${name} is reported twice or under a name that is not declared.`);
      if (isWanted(name)) console.log(`${name} ${Number(value.toPrecision(4))} ${unit}`);
    });
    if (missing.size > 0) throw new Error(`Not reported: ${[...missing].join(", ")}.`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
