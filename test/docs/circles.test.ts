import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Files that each file of ours imports, types included. */
function imports(): ReadonlyMap<string, readonly string[]> {
  const files = ["addin", "server", "schema", "manifests"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
      .map((file) => join(root, folder, file)),
  );
  return new Map(
    files.map((file) => {
      const named = ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles;
      const ours = named.filter(({ fileName }) => fileName.startsWith(".") && /\.tsx?$/.test(fileName));
      return [file, ours.map(({ fileName }) => join(dirname(file), fileName))];
    }),
  );
}

/** The first circle met, as a chain of files that ends where it began, or null. */
function circle(of: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of of.get(file) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of of.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return null;
}

test("files do not import one another in a circle, not even for types", () => {
  const known = imports();
  const arrows = [...known.values()].flat();
  expect(arrows.length).toBeGreaterThan(1000);
  expect(arrows.filter((file) => !file.includes("generated") && !existsSync(file))).toEqual([]);
  expect(circle(known)?.map((file) => relative(root, file)) ?? null).toBeNull();
});

test("a circle is found", () => {
  const of = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", []],
    ["d", ["b"]],
  ]);
  expect(circle(of)).toEqual(["b", "d", "b"]);
});
