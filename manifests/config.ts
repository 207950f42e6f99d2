import { METADATA_FILES } from "../addin/functions/metadata.ts";
import type { CommandName } from "../addin/taskpane/commands.ts";
import type { Words } from "../schema/registers/words.ts";
import packageJson from "../package.json" with { type: "json" };

/** Where the add-in lives. Excel loads every page from there, so it must be https. */
export interface Site {
  /** Without a slash at the end: `https://saime.example.lv`. */
  readonly baseUrl: string;
  /** A development add-in has its own id and name, so that both can stand in one Excel. */
  readonly development: boolean;
}

export const DEVELOPMENT_URL = "https://localhost:3443";

/** Reads `BASE_URL` of an institution, or takes the development address. Throws with what to correct. */
export function readSite(env: Readonly<Record<string, string | undefined>>): Site {
  const given = env["BASE_URL"]?.trim();
  const text = given ? given : DEVELOPMENT_URL;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" || url.search || url.hash || url.username || url.password) {
    throw new Error(`BASE_URL is "${text}"; it must be an https address such as https://saime.example.lv.`);
  }
  return { baseUrl: (url.origin + url.pathname).replace(/\/+$/, ""), development: url.hostname === "localhost" };
}

/** Excel keeps an add-in by its id: the two forms of the manifest and the development add-in never share one. */
export const IDS = {
  xml: { development: "c27d1a52-0a6d-4c3a-9b0f-2f6f0b6a7e11", production: "5b8e6f0a-3f0e-4b35-8d0b-7c1f7b1f2c92" },
  unified: { development: "8a3f1f46-7c55-4d0e-a3c1-9b7f4e2d6053", production: "e19c4b7d-52aa-4f68-b1d7-06f2c8a95d34" },
} as const;

/** Excel takes notice of a new ribbon only with a new version; it follows package.json's. */
export const VERSION = packageJson.version;
export const PROVIDER = "Saime";

/** The pane's page; also the page of the shared runtime in which the ribbon's commands run. */
export const PAGE = "/taskpane.html";
/** What Saime is, where data go, under which licence; for the links a manifest must have. */
export const ABOUT = "/about.html";

/** Where Excel reads what functions there are; each language has its own file. */
export const functionsFile = (language: keyof Words): string => `/${METADATA_FILES[language]}`;
/**
 * A custom function's script, which the manifest must name. In a shared runtime Excel runs the page instead, and never
 * this.
 */
export const FUNCTIONS_SCRIPT = "/office-js/custom-functions-runtime.js";

/** The least Excel that Saime needs; a test compares it with what the add-in's code uses. Excel 2021 has it. */
export const REQUIREMENTS = [
  { name: "SharedRuntime", minVersion: "1.1" },
  { name: "ExcelApi", minVersion: "1.14" },
] as const;

export const NAME: Words = { lv: "Saime", en: "Saime" };
export const DEVELOPMENT_NAME: Words = { lv: "Saime (izstrāde)", en: "Saime (dev)" };
export const FULL_NAME: Words = {
  lv: "Saime – iestādes pakalpojumu un resursu reģistri",
  en: "Saime – an institution's registers of services and resources",
};
/** At most 80 characters. */
export const SHORT_DESCRIPTION: Words = {
  lv: "Iestādes pakalpojumu reģistrs Excel darbgrāmatā.",
  en: "An institution's register of services in an Excel workbook.",
};
export const DESCRIPTION: Words = {
  lv: "Iestādes pakalpojumu reģistrs šajā darbgrāmatā: labojiet šūnas, pārbaudiet un publicējiet izmaiņas, redziet citu izdarīto.",
  en: "Your institution's register of services in this workbook: edit cells, check and publish them, see what others changed.",
};
export const GET_STARTED: { readonly title: Words; readonly description: Words } = {
  title: { lv: "Saime ir gatava darbam", en: "Saime is ready" },
  description: {
    lv: "Cilnē “Saime” izvēlieties “Atvērt Saimi”, pierakstieties un atveriet reģistru.",
    en: "On the Saime tab choose Open Saime, sign in and open a register.",
  },
};

export type IconName = "pane" | "refresh" | "publish";
/** Pixels of the ribbon's icons; the add-in's own icon is shown in 32, 64 and 128. */
export const RIBBON_ICON_SIZES = [16, 32, 80] as const;
export const ADDIN_ICON_SIZES = [32, 64, 128] as const;
export const iconPath = (icon: IconName, size: number) => `/icons/${icon}-${size}.png`;

export interface Button {
  /** Unique in the manifest. */
  readonly id: string;
  readonly icon: IconName;
  readonly label: Words;
  readonly tip: Words;
  /** Opens the pane, or runs a command that addin/taskpane/commands.ts registers. */
  readonly does: "OPEN_PANE" | CommandName;
}

export const RIBBON: {
  readonly tab: { readonly id: string; readonly label: Words };
  readonly group: { readonly id: string; readonly label: Words };
  readonly buttons: readonly Button[];
} = {
  tab: { id: "Saime.Tab", label: { lv: "Saime", en: "Saime" } },
  group: { id: "Saime.Registers", label: { lv: "Reģistri", en: "Registers" } },
  buttons: [
    {
      id: "Saime.Open",
      icon: "pane",
      label: { lv: "Atvērt Saimi", en: "Open Saime" },
      tip: { lv: "Parādīt Saimes rūti blakus darblapai.", en: "Show the Saime pane beside the worksheet." },
      does: "OPEN_PANE",
    },
    {
      id: "Saime.Refresh",
      icon: "refresh",
      label: { lv: "Atsvaidzināt", en: "Refresh" },
      tip: {
        lv: "Ienest darblapā to, ko publicējuši citi. Jūsu ierakstītais paliek.",
        en: "Bring into the worksheet what others have published. What you typed stays.",
      },
      does: "saimeRefresh",
    },
    {
      id: "Saime.Publish",
      icon: "publish",
      label: { lv: "Publicēt", en: "Publish" },
      tip: {
        lv: "Pārbaudīt savas izmaiņas un nosūtīt tās reģistram.",
        en: "Check your changes and send them to the register.",
      },
      does: "saimePublish",
    },
  ],
};
