import { NAMESPACE } from "../addin/functions/declarations.ts";
import { functionsIn } from "../addin/functions/metadata.ts";
import type { Words } from "../schema/registers/words.ts";
import {
  ABOUT,
  DESCRIPTION,
  DEVELOPMENT_NAME,
  FULL_NAME,
  IDS,
  NAME,
  PAGE,
  PROVIDER,
  REQUIREMENTS,
  RIBBON,
  RIBBON_ICON_SIZES,
  SHORT_DESCRIPTION,
  VERSION,
  iconPath,
  type IconName,
  type Site,
} from "./config.ts";

/** The first version in which a shared runtime may hold custom functions too. */
export const UNIFIED_VERSION = "1.23";
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${UNIFIED_VERSION}`;
export const LATVIAN_FILE = "lv-lv.json";
const OPEN_PANE = "openPane";

/** Files of the unified manifest's package, by name. */
export interface Unified {
  readonly "manifest.json": Readonly<Record<string, unknown>>;
  readonly [LATVIAN_FILE]: Readonly<Record<string, string>>;
}

/**
 * The unified manifest for Microsoft 365, with its Latvian texts in a file of their own. Excel bought for good and
 * mobile Excel do not know it; the add-in-only manifest is the one to deploy where both would do.
 */
export function unifiedManifest(site: Site): Unified {
  const at = (path: string) => site.baseUrl + path;
  const latvian: Record<string, string> = {};
  /** Gives the English text and notes the Latvian one under the path at which the English one stands. */
  const say = (path: string, words: Words): string => {
    latvian[path] = words.lv;
    return words.en;
  };
  const icons = (name: IconName) => RIBBON_ICON_SIZES.map((size) => ({ size, url: at(iconPath(name, size)) }));
  const tab = "extensions[0].ribbons[0].tabs[0]";
  const group = `${tab}.groups[0]`;

  const manifest = {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: UNIFIED_VERSION,
    id: site.development ? IDS.unified.development : IDS.unified.production,
    version: VERSION,
    localizationInfo: {
      defaultLanguageTag: "en-us",
      additionalLanguages: [{ languageTag: "lv-lv", file: LATVIAN_FILE }],
    },
    developer: {
      name: PROVIDER,
      websiteUrl: at(ABOUT),
      privacyUrl: at(`${ABOUT}#privacy`),
      termsOfUseUrl: at(`${ABOUT}#terms`),
    },
    name: {
      short: say("name.short", site.development ? DEVELOPMENT_NAME : NAME),
      full: say("name.full", FULL_NAME),
    },
    description: {
      short: say("description.short", SHORT_DESCRIPTION),
      full: say("description.full", DESCRIPTION),
    },
    icons: { outline: "outline.png", color: "color.png" },
    accentColor: "#9D2235",
    validDomains: [new URL(site.baseUrl).host],
    authorization: {
      permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] },
    },
    extensions: [
      {
        requirements: { scopes: ["workbook"], capabilities: REQUIREMENTS },
        runtimes: [
          {
            id: "SharedRuntime",
            type: "general",
            code: { page: at(PAGE) },
            lifetime: "long",
            actions: [
              { id: OPEN_PANE, type: "openPage" },
              ...RIBBON.buttons.flatMap(({ does }) =>
                does === "OPEN_PANE" ? [] : [{ id: does, type: "executeFunction" }],
              ),
            ],
            customFunctions: {
              namespace: { id: NAMESPACE, name: NAMESPACE },
              // The file of Latvian texts has no place for functions: this form tells of them in English alone.
              functions: functionsIn("en").map((each) => ({ ...each, cancelable: true })),
            },
          },
        ],
        ribbons: [
          {
            contexts: ["default"],
            tabs: [
              {
                id: RIBBON.tab.id,
                label: say(`${tab}.label`, RIBBON.tab.label),
                groups: [
                  {
                    id: RIBBON.group.id,
                    label: say(`${group}.label`, RIBBON.group.label),
                    icons: icons("pane"),
                    controls: RIBBON.buttons.map((button, index) => {
                      const path = `${group}.controls[${index}]`;
                      return {
                        id: button.id,
                        type: "button",
                        label: say(`${path}.label`, button.label),
                        icons: icons(button.icon),
                        supertip: {
                          title: say(`${path}.supertip.title`, button.label),
                          description: say(`${path}.supertip.description`, button.tip),
                        },
                        actionId: button.does === "OPEN_PANE" ? OPEN_PANE : button.does,
                      };
                    }),
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
  return {
    "manifest.json": manifest,
    [LATVIAN_FILE]: { $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`, ...latvian },
  };
}
