import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSite, type Site } from "./config.ts";
import { LATVIAN_FILE, unifiedManifest } from "./unified.ts";
import { addinOnlyManifest } from "./xml.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the manifests for `site` are kept in the data folder `data`: one folder a host, none of it in version control. */
export function manifestFolder(site: Site, data: string = join(root, ".saime")): string {
  return join(data, "manifests", new URL(site.baseUrl).hostname);
}

/** Writes both manifests for `site` into `folder`; gives the paths of the two. */
export async function writeManifests(site: Site, folder: string): Promise<{ xml: string; json: string }> {
  const unified = join(folder, "unified");
  await mkdir(unified, { recursive: true });
  const xml = join(folder, "manifest.xml");
  const json = join(unified, "manifest.json");
  const files = unifiedManifest(site);
  await writeFile(xml, addinOnlyManifest(site));
  await writeFile(json, `${JSON.stringify(files["manifest.json"], null, 2)}\n`);
  await writeFile(join(unified, LATVIAN_FILE), `${JSON.stringify(files[LATVIAN_FILE], null, 2)}\n`);
  for (const icon of ["color.png", "outline.png"]) {
    await copyFile(join(root, "manifests", "package-icons", icon), join(unified, icon));
  }
  return { xml, json };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const site = readSite(process.env);
    const { xml, json } = await writeManifests(site, manifestFolder(site));
    console.log(`Manifests of the add-in at ${site.baseUrl}:`);
    console.log(`  ${xml}   for every Excel; deploy this one`);
    console.log(`  ${json}   unified, for Microsoft 365 only; zip its folder`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
