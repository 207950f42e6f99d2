import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { registers } from "../../schema/registers/catalogue.ts";
import { documentRegisters } from "../../schema/registers/docs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(join(root, page), "utf8");

/** Made when the system runs, and therefore not there in a fresh clone. */
const MADE = /^(dist|\.saime|node_modules|test\/output|server\/store\/generated)(\/|$)/;
const TOP = /^(addin|server|schema|prisma|manifests|test|docs|\.ci|dist|\.saime)\//;
const FILE = /^[\w.-]+\.(ts|tsx|json|md|prisma|js)$/;

/** Things in backquotes that are meant as paths of this house, without what stands for many (`<register>`, `*`). */
function paths(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path]) => path ?? "");
  return quoted.filter((path) => (TOP.test(path) || FILE.test(path)) && !/[<>*{}…$]/.test(path));
}
const links = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link ?? "").filter((link) => !/^[a-z]+:/i.test(link));
const scripts = (text: string) => [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name ?? "");

describe.each(pages)("%s", (page) => {
  const text = read(page);

  test("names only files that exist", () => {
    const missing = paths(text).filter((path) => !MADE.test(path) && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  test("links only to files that exist", () => {
    expect(links(text).filter((link) => !existsSync(join(root, page, "..", link)))).toEqual([]);
  });

  test("names only npm scripts that exist", () => {
    expect(scripts(text).filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });
});

/** Source files under `folder`, from the house's root, without what is generated. */
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !MADE.test(file));

test("the map names every folder that holds code", () => {
  const files = ["addin", "server", "schema", "manifests"].flatMap(sources);
  const folders = new Set(files.map((file) => file.split("/").slice(0, -1).slice(0, 2).join("/")));
  const map = read("docs/map.md");
  expect(folders.size).toBeGreaterThan(10);
  expect([...folders].filter((folder) => !map.includes(`\`${folder}`))).toEqual([]);
});

test("docs/registers.md is what the declarations say", () => {
  expect(read("docs/registers.md")).toBe(documentRegisters(registers));
});

test("every variable of the environment that the server reads stands in the README", () => {
  const files = ["server", "manifests", "test"].flatMap(sources).filter((file) => !/\.test\.tsx?$/.test(file));
  const named = files.flatMap((file) => read(file).match(/\b(SAIME_[A-Z_]+|DATABASE_URL|BASE_URL)\b/g) ?? []);
  const readme = read("README.md");
  expect([...new Set(named)].filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});

test("the licence that package.json names lies here in full", () => {
  const [, kind, version] = /^(EUPL)-(\d\.\d)$/.exec(packageJson.license) ?? [];
  const text = read("LICENSE");
  expect(kind).toBe("EUPL");
  expect(text).toContain(`EUROPEAN UNION PUBLIC LICENCE v. ${version}`);
  for (let article = 1; article <= 15; article++) expect(text).toMatch(new RegExp(`^${article}\\.\\S`, "m"));
  expect(text).toContain("Appendix");
  expect(read("README.md")).toContain(packageJson.license);
});
