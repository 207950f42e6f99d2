// Writes excel-api.json from the installed @types/office-js: npx tsx addin/desk/metadata/generate.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extractMetadata } from "./extract.ts";

/** The text that excel-api.json must hold: one class a line. */
export function generated(): string {
  const declarations = readFileSync(fileURLToPath(import.meta.resolve("@types/office-js/index.d.ts")), "utf8");
  const lines = Object.entries(extractMetadata(declarations)).map(
    ([name, api]) => `${JSON.stringify(name)}:${JSON.stringify(api)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

export const target = new URL("excel-api.json", import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, generated());
