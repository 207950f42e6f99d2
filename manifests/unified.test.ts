import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { FUNCTION_KEYS } from "../schema/functions/asks.ts";
import { COMMANDS } from "../addin/taskpane/commands.ts";
import { IDS, RIBBON, readSite, type Site } from "./config.ts";
import { pngSize } from "./png.ts";
import { LATVIAN_FILE, UNIFIED_VERSION, unifiedManifest } from "./unified.ts";

const require = createRequire(import.meta.url);
// The package of Microsoft's own validator brings every published schema.
const entry = createRequire(require.resolve("office-addin-manifest")).resolve("@microsoft/app-manifest");
const schemas = join(entry, "..", "json-schemas", "teams", `v${UNIFIED_VERSION}`);

/** Their schemas are draft 04; the one of Latvian texts has patterns that are no sound Unicode ones. */
function compile(file: string, unicodeRegExp: boolean) {
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(schemas, file), "utf8")) as object);
}
const isManifest = compile("MicrosoftTeams.schema.json", true);
const isLocalization = compile("MicrosoftTeams.Localization.schema.json", false);

interface Runtime {
  readonly code: { readonly page: string };
  readonly lifetime: string;
  readonly actions: readonly { readonly id: string; readonly type: string }[];
  readonly customFunctions: {
    readonly namespace: { readonly id: string; readonly name: string };
    readonly functions: readonly { readonly id: string; readonly name: string; readonly cancelable: boolean }[];
  };
}
interface Extension {
  readonly runtimes: readonly Runtime[];
  readonly ribbons: readonly {
    readonly tabs: readonly {
      readonly groups: readonly { readonly controls: readonly { readonly actionId: string }[] }[];
    }[];
  }[];
}
const extensionOf = (manifest: Readonly<Record<string, unknown>>) =>
  (manifest["extensions"] as readonly Extension[])[0] ?? expect.unreachable();

/** Actions that a button calls but no runtime has. The schema does not notice them; Excel's button then does nothing. */
function danglingActions({ runtimes, ribbons }: Extension): string[] {
  const known = new Set(runtimes.flatMap(({ actions }) => actions.map(({ id }) => id)));
  const called = ribbons.flatMap(({ tabs }) =>
    tabs.flatMap(({ groups }) => groups.flatMap(({ controls }) => controls)),
  );
  return called.map(({ actionId }) => actionId).filter((id) => !known.has(id));
}

/** The value at a path such as `extensions[0].ribbons[0].tabs[0].label`. */
function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

const sites: Readonly<Record<string, Site>> = {
  development: readSite({}),
  institution: readSite({ BASE_URL: "https://saime.example.lv" }),
};

describe.each(Object.entries(sites))("the unified manifest (%s)", (_, site) => {
  const files = unifiedManifest(site);
  const manifest = files["manifest.json"];
  const latvian = files[LATVIAN_FILE];

  test("is valid against Microsoft's schema", () => {
    isManifest(manifest);
    expect(isManifest.errors).toBeNull();
    isLocalization(latvian);
    expect(isLocalization.errors).toBeNull();
  });

  test("calls only actions that its runtime has, and the runtime only commands of the pane's code", () => {
    const extension = extensionOf(manifest);
    expect(danglingActions(extension)).toEqual([]);
    const functions = extension.runtimes.flatMap(({ actions }) =>
      actions.filter(({ type }) => type === "executeFunction"),
    );
    expect(functions.map(({ id }) => id).sort()).toEqual([...COMMANDS].sort());
    expect(extension.runtimes.map(({ lifetime, code }) => [lifetime, code.page])).toEqual([
      ["long", `${site.baseUrl}/taskpane.html`],
    ]);
  });

  test("has the functions that the pane's code associates, under their namespace", () => {
    const { namespace, functions } = extensionOf(manifest).runtimes[0]?.customFunctions ?? expect.unreachable();
    expect(namespace).toEqual({ id: "SAIME", name: "SAIME" });
    expect(functions.map(({ id, name, cancelable }) => [id, name, cancelable])).toEqual(
      FUNCTION_KEYS.map((key) => [key, key, true]),
    );
  });

  test("has a Latvian text for every English one, at a path that exists", () => {
    const { $schema: _schema, ...texts } = latvian;
    for (const [path, text] of Object.entries(texts)) {
      expect(at(manifest, path), path).toBeTypeOf("string");
      expect(text, path).not.toBe("");
    }
    // Names and descriptions, the tab, the group, and three texts a button.
    expect(Object.keys(texts)).toHaveLength(4 + 2 + 3 * RIBBON.buttons.length);
  });

  test("keeps the short name within 30 characters in both languages", () => {
    for (const name of [at(manifest, "name.short"), latvian["name.short"]]) {
      expect(String(name).length).toBeLessThanOrEqual(30);
    }
  });

  test("names only https addresses", () => {
    const addresses = JSON.stringify(manifest).match(/[a-z]+:\/\/[^"]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  });

  test("has another id than the add-in-only manifest", () => {
    const ids = [...Object.values(IDS.xml), ...Object.values(IDS.unified)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(manifest["id"]);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

test("a dangling action is found", () => {
  const extension = structuredClone(
    extensionOf(unifiedManifest(sites["development"] ?? expect.unreachable())["manifest.json"]),
  );
  const [runtime] = extension.runtimes;
  const without = { ...extension, runtimes: [{ ...(runtime ?? expect.unreachable()), actions: [] }] };
  expect(danglingActions(without)).toEqual(["openPane", ...COMMANDS]);
});

test("the package's icons have the pixels that Microsoft 365 asks for", () => {
  const size = (name: string) =>
    pngSize(readFileSync(fileURLToPath(new URL(`./package-icons/${name}`, import.meta.url))));
  expect(size("color.png")).toEqual({ width: 192, height: 192 });
  expect(size("outline.png")).toEqual({ width: 32, height: 32 });
});
