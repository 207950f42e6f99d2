import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../addin/taskpane/commands.ts";
import { IDS, readSite } from "./config.ts";
import { pngSize } from "./png.ts";
import { addinOnlyManifest } from "./xml.ts";

const folder = mkdtempSync(join(tmpdir(), "saime-manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}
type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
});
function read(raw: Raw): Node {
  const name = Object.keys(raw).find((key) => key !== ":@") ?? "";
  const inside = raw[name] as readonly Raw[];
  return {
    name,
    attributes: (raw[":@"] ?? {}) as Record<string, string>,
    children: inside.filter((child) => !("#text" in child)).map(read),
    text: inside.map((child) => ("#text" in child ? String(child["#text"]) : "")).join(""),
  };
}
function parse(xml: string): Node {
  expect(XMLValidator.validate(xml)).toBe(true);
  const roots = (parser.parse(xml) as readonly Raw[]).map(read);
  return roots.find(({ name }) => name === "OfficeApp") ?? expect.unreachable("no OfficeApp");
}
const all = (node: Node): readonly Node[] => [node, ...node.children.flatMap(all)];
const names = (node: Node) => node.children.map(({ name }) => name);

const sites = { development: readSite({}), institution: readSite({ BASE_URL: "https://saime.example.lv/excel/" }) };

/** What Excel expects inside an element, in this order ([MS-OWEMXML]); `*` may come more than once. */
const ORDER: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides",
  Requirements: "Sets",
  Sets: "Set*",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Hosts Resources",
  Runtimes: "Runtime",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint",
  GetStarted: "Title Description LearnMoreUrl",
  AllFormFactors: "ExtensionPoint",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  CustomTab: "Group Label",
  Group: "Label Icon Control*",
  Control: "Label Supertip Icon Action",
  Supertip: "Title Description",
  Icon: "bt:Image*",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
};

describe.each(Object.entries(sites))("the add-in-only manifest (%s)", (_, site) => {
  const xml = addinOnlyManifest(site);
  const root = parse(xml);
  const nodes = all(root);
  const of = (name: string) => nodes.filter((node) => node.name === name);
  const only = (name: string) => of(name)[0] ?? expect.unreachable(`no ${name}`);
  const resources = all(only("Resources")).filter(({ attributes }) => "id" in attributes);

  test("has the elements in the order that Excel expects", () => {
    for (const [name, order] of Object.entries(ORDER)) {
      for (const node of of(name)) {
        const runs = names(node).filter(
          (child, index, list) => !order.includes(`${child}*`) || child !== list[index - 1],
        );
        expect(runs.join(" "), name).toBe(order.replaceAll("*", ""));
      }
      expect(of(name).length, name).toBeGreaterThan(0);
    }
    expect(names(of("Host")[1] ?? root)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    const points = of("ExtensionPoint").map((point) => [point.attributes["xsi:type"], names(point).join(" ")]);
    expect(points).toEqual([
      ["CustomFunctions", "Script Page Metadata Namespace"],
      ["PrimaryCommandSurface", "CustomTab"],
    ]);
  });

  test("defines every resource once, uses each, and keeps ids within 32 characters", () => {
    const defined = resources.map(({ attributes }) => attributes["id"] ?? "");
    const used = nodes.flatMap(({ attributes }) => attributes["resid"] ?? []);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length, id).toBeLessThanOrEqual(32);
  });

  test("gives every element of the ribbon an id of its own", () => {
    const ids = ["CustomTab", "Group", "Control"].flatMap(of).map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(Boolean)).toBe(true);
  });

  test("names https addresses of the site and nothing else", () => {
    const addresses = nodes
      .filter(({ name }) => !["OfficeApp", "VersionOverrides"].includes(name))
      .flatMap(({ attributes, text }) => [...Object.values(attributes), text])
      .filter((value) => /^[a-z]+:\/\//i.test(value));
    expect(addresses.length).toBeGreaterThan(10);
    const { origin } = new URL(site.baseUrl);
    for (const address of addresses) {
      expect(address === origin || address.startsWith(`${site.baseUrl}/`), address).toBe(true);
    }
  });

  test("has every icon in the pixels it says", () => {
    const urls = new Map(
      of("bt:Image")
        .filter(({ attributes }) => attributes["id"])
        .map((node) => [node.attributes["id"], node.attributes["DefaultValue"]]),
    );
    const sized = of("bt:Image").filter(({ attributes }) => attributes["size"]);
    const shown = [
      ...sized.map(({ attributes }) => [Number(attributes["size"]), urls.get(attributes["resid"])] as const),
      [32, only("IconUrl").attributes["DefaultValue"]] as const,
      [64, only("HighResolutionIconUrl").attributes["DefaultValue"]] as const,
    ];
    for (const icon of of("Icon"))
      expect(icon.children.map(({ attributes }) => attributes["size"])).toEqual(["16", "32", "80"]);
    for (const [size, url] of shown) {
      const file = new URL(`./assets${(url ?? "").slice(site.baseUrl.length)}`, import.meta.url);
      expect(pngSize(readFileSync(fileURLToPath(file))), url).toEqual({ width: size, height: size });
    }
  });

  test("says everything in English and Latvian, within Excel's lengths", () => {
    const longest: Readonly<Record<string, number>> = { "bt:ShortStrings": 125, "bt:LongStrings": 250 };
    const texts = [
      ...Object.entries(longest).flatMap(([list, max]) => only(list).children.map((node) => ({ node, max }))),
      { node: only("DisplayName"), max: 125 },
      { node: root.children.find(({ name }) => name === "Description") ?? root, max: 250 },
    ];
    expect(only("DefaultLocale").text).toBe("en-US");
    for (const { node, max } of texts) {
      const [latvian, ...more] = node.children;
      expect(more).toEqual([]);
      expect(latvian?.attributes["Locale"]).toBe("lv-LV");
      for (const text of [node.attributes["DefaultValue"] ?? "", latvian?.attributes["Value"] ?? ""]) {
        expect(text.length, text).toBeGreaterThan(0);
        expect(text.length, text).toBeLessThanOrEqual(max);
      }
    }
  });

  test("calls only commands that the pane's code registers, and all of them", () => {
    expect(
      of("FunctionName")
        .map(({ text }) => text)
        .sort(),
    ).toEqual([...COMMANDS].sort());
  });

  test("runs the pane and the commands in one long-lived runtime, without a pane id", () => {
    const page = only("Runtime").attributes["resid"];
    expect(only("Runtime").attributes["lifetime"]).toBe("long");
    const pages = ["Page", "Action"].flatMap(of).flatMap(({ children }) => children);
    const pane = pages.flatMap(({ attributes }) => attributes["resid"] ?? []);
    // The functions of the workbook, the pane's button, and the commands.
    expect([...pane, only("FunctionFile").attributes["resid"]]).toEqual([page, page, page]);
    // A pane id next to a shared runtime keeps the pane from opening with the workbook.
    expect(of("TaskpaneId")).toEqual([]);
  });

  test("tells of the functions in both languages, under one namespace", () => {
    const byId = new Map(resources.map((node) => [node.attributes["id"], node]));
    const metadata = byId.get(only("Metadata").children[0]?.attributes["resid"]) ?? expect.unreachable();
    expect(metadata.attributes["DefaultValue"]).toBe(`${site.baseUrl}/functions.json`);
    expect(metadata.children.map(({ attributes }) => [attributes["Locale"], attributes["Value"]])).toEqual([
      ["lv-LV", `${site.baseUrl}/functions-lv.json`],
    ]);
    const namespace = byId.get(only("Namespace").attributes["resid"]) ?? expect.unreachable();
    expect([namespace, ...namespace.children].map(({ attributes: a }) => a["DefaultValue"] ?? a["Value"])).toEqual([
      "SAIME",
      "SAIME",
    ]);
  });

  test("points to pages that are there", () => {
    for (const address of ["about.html"]) {
      expect(xml).toContain(`${site.baseUrl}/${address}`);
      expect(existsSync(fileURLToPath(new URL(`./assets/${address}`, import.meta.url)))).toBe(true);
    }
  });

  test("is read by Microsoft's own tool", async () => {
    const file = join(folder, `${site.development}.xml`);
    writeFileSync(file, xml);
    const info = await OfficeAddinManifest.readManifestFile(file);
    const { development, production } = IDS.xml;
    expect(info.id).toBe(site.development ? development : production);
    expect(info.displayName).toBe(site.development ? "Saime (dev)" : "Saime");
    expect(info.hosts).toEqual(["Workbook"]);
    expect(info.version).toMatch(/^\d+(\.\d+){3}$/);
  });
});

test("an address that Excel cannot use stops with a sentence", () => {
  for (const BASE_URL of ["http://saime.example.lv", "saime.example.lv", "https://a.lv/?x=1", "https://u:p@a.lv"]) {
    expect(() => readSite({ BASE_URL }), BASE_URL).toThrow(/must be an https address/);
  }
  expect(sites.institution).toEqual({ baseUrl: "https://saime.example.lv/excel", development: false });
});
