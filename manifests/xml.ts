import { NAMESPACE } from "../addin/functions/declarations.ts";
import type { Words } from "../schema/registers/words.ts";
import {
  ABOUT,
  DESCRIPTION,
  DEVELOPMENT_NAME,
  FUNCTIONS_SCRIPT,
  GET_STARTED,
  IDS,
  NAME,
  PAGE,
  PROVIDER,
  REQUIREMENTS,
  RIBBON,
  RIBBON_ICON_SIZES,
  VERSION,
  functionsFile,
  iconPath,
  type Button,
  type IconName,
  type Site,
} from "./config.ts";
import { element as e, xmlDocument, type Element } from "./xml-tree.ts";

const DEFAULT = "en-US";
const LATVIAN = "lv-LV";

/** Resources by id; each is written once, however often it is used. */
class Resources {
  readonly images = new Map<string, string>();
  readonly urls = new Map<string, Words>();
  readonly short = new Map<string, Words>();
  readonly long = new Map<string, Words>();

  image(id: string, url: string): string {
    this.images.set(id, url);
    return id;
  }
  /** An address, the same in both languages or one for each. */
  url(id: string, url: string | Words): string {
    this.urls.set(id, typeof url === "string" ? { lv: url, en: url } : url);
    return id;
  }
  shortText(id: string, words: Words): string {
    this.short.set(id, words);
    return id;
  }
  longText(id: string, words: Words): string {
    this.long.set(id, words);
    return id;
  }

  write(): Element {
    const plain = (kind: string, id: string, value: string) => e(kind, { id, DefaultValue: value });
    const urls = [...this.urls].map(([id, url]) =>
      url.lv === url.en ? plain("bt:Url", id, url.en) : localised("bt:Url", "bt:Override", url, { id }),
    );
    const words = (entries: Map<string, Words>) =>
      [...entries].map(([id, text]) => localised("bt:String", "bt:Override", text, { id }));
    return e(
      "Resources",
      {},
      e("bt:Images", {}, ...[...this.images].map(([id, url]) => plain("bt:Image", id, url))),
      e("bt:Urls", {}, ...urls),
      e("bt:ShortStrings", {}, ...words(this.short)),
      e("bt:LongStrings", {}, ...words(this.long)),
    );
  }
}

function localised(name: string, override: string, words: Words, attributes: Readonly<Record<string, string>> = {}) {
  return e(name, { ...attributes, DefaultValue: words.en }, e(override, { Locale: LATVIAN, Value: words.lv }));
}

/**
 * The add-in-only manifest: what every Excel that runs Saime understands, the ones bought for good among them. English
 * is its default language, Latvian stands beside every text.
 */
export function addinOnlyManifest(site: Site): string {
  const at = (path: string) => site.baseUrl + path;
  const sets = REQUIREMENTS.map(({ name, minVersion }) => e("Set", { Name: name, MinVersion: minVersion }));
  return xmlDocument(
    e(
      "OfficeApp",
      {
        xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
        "xsi:type": "TaskPaneApp",
      },
      e("Id", {}, site.development ? IDS.xml.development : IDS.xml.production),
      e("Version", {}, `${VERSION}.0`),
      e("ProviderName", {}, PROVIDER),
      e("DefaultLocale", {}, DEFAULT),
      localised("DisplayName", "Override", site.development ? DEVELOPMENT_NAME : NAME),
      localised("Description", "Override", DESCRIPTION),
      e("IconUrl", { DefaultValue: at(iconPath("pane", 32)) }),
      e("HighResolutionIconUrl", { DefaultValue: at(iconPath("pane", 64)) }),
      e("SupportUrl", { DefaultValue: at(ABOUT) }),
      e("AppDomains", {}, e("AppDomain", {}, new URL(site.baseUrl).origin)),
      e("Hosts", {}, e("Host", { Name: "Workbook" })),
      e("Requirements", {}, e("Sets", { DefaultMinVersion: "1.1" }, ...sets)),
      e("DefaultSettings", {}, e("SourceLocation", { DefaultValue: at(PAGE) })),
      e("Permissions", {}, "ReadWriteDocument"),
      overrides(at),
    ),
  );
}

function overrides(at: (path: string) => string): Element {
  const resources = new Resources();
  // One address for the runtime, the commands and the pane: that is what makes the runtime a shared one.
  const page = resources.url("Saime.Page.Url", at(PAGE));
  const host = e(
    "Host",
    { "xsi:type": "Workbook" },
    e("Runtimes", {}, e("Runtime", { resid: page, lifetime: "long" })),
    e("AllFormFactors", {}, customFunctions(resources, at, page)),
    e(
      "DesktopFormFactor",
      {},
      e(
        "GetStarted",
        {},
        e("Title", { resid: resources.shortText("Saime.Start.Title", GET_STARTED.title) }),
        e("Description", { resid: resources.longText("Saime.Start.Text", GET_STARTED.description) }),
        e("LearnMoreUrl", { resid: resources.url("Saime.About.Url", at(ABOUT)) }),
      ),
      e("FunctionFile", { resid: page }),
      e("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, tab(resources, at, page)),
    ),
  );
  return e(
    "VersionOverrides",
    { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
    e("Hosts", {}, host),
    resources.write(),
  );
}

/** The functions of the workbook: what they are is told in Excel's metadata files, by language. */
function customFunctions(resources: Resources, at: (path: string) => string, page: string): Element {
  const source = (resid: string) => e("SourceLocation", { resid });
  const files = { lv: at(functionsFile("lv")), en: at(functionsFile("en")) };
  // No other text of the ribbon: a namespace is the same in every language, as formulas are.
  const namespace = resources.shortText("Saime.Functions.Namespace", { lv: NAMESPACE, en: NAMESPACE });
  return e(
    "ExtensionPoint",
    { "xsi:type": "CustomFunctions" },
    e("Script", {}, source(resources.url("Saime.Functions.Script", at(FUNCTIONS_SCRIPT)))),
    e("Page", {}, source(page)),
    e("Metadata", {}, source(resources.url("Saime.Functions.Metadata", files))),
    e("Namespace", { resid: namespace }),
  );
}

function icon(resources: Resources, at: (path: string) => string, name: IconName): Element {
  const images = RIBBON_ICON_SIZES.map((size) =>
    e("bt:Image", {
      size: String(size),
      resid: resources.image(`Saime.Icon.${name}.${size}`, at(iconPath(name, size))),
    }),
  );
  return e("Icon", {}, ...images);
}

function tab(resources: Resources, at: (path: string) => string, page: string): Element {
  const { group, buttons } = RIBBON;
  return e(
    "CustomTab",
    { id: RIBBON.tab.id },
    e(
      "Group",
      { id: group.id },
      e("Label", { resid: resources.shortText(`${group.id}.Label`, group.label) }),
      icon(resources, at, "pane"),
      ...buttons.map((button) => control(resources, at, page, button)),
    ),
    e("Label", { resid: resources.shortText(`${RIBBON.tab.id}.Label`, RIBBON.tab.label) }),
  );
}

function control(resources: Resources, at: (path: string) => string, page: string, button: Button): Element {
  const label = resources.shortText(`${button.id}.Label`, button.label);
  return e(
    "Control",
    { "xsi:type": "Button", id: button.id },
    e("Label", { resid: label }),
    e(
      "Supertip",
      {},
      e("Title", { resid: label }),
      e("Description", { resid: resources.longText(`${button.id}.Tip`, button.tip) }),
    ),
    icon(resources, at, button.icon),
    button.does === "OPEN_PANE"
      ? e("Action", { "xsi:type": "ShowTaskpane" }, e("SourceLocation", { resid: page }))
      : e("Action", { "xsi:type": "ExecuteFunction" }, e("FunctionName", {}, button.does)),
  );
}
