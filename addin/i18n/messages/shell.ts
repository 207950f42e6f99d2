import type { Message } from "../message.ts";

/** The frame around every page: navigation, settings, what is going on, what went wrong. */
export const shell = {
  skip: { lv: "Pāriet uz saturu", en: "Skip to content" },
  pages: { lv: "Lapas", en: "Pages" },
  registers: { lv: "Reģistri", en: "Registers" },
  changes: { lv: "Izmaiņas", en: "Changes" },
  record: { lv: "Ieraksts", en: "Record" },
  overview: { lv: "Pārskats", en: "Overview" },
  import: { lv: "Imports", en: "Import" },
  kpi: { lv: "Rādītāji", en: "KPIs" },
  knowledge: { lv: "Zināšanas", en: "Knowledge" },
  maturity: { lv: "Briedums", en: "Maturity" },
  morePages: { lv: "Vēl lapas", en: "More pages" },
  pendingRows: {
    lv: {
      zero: "{count} nepublicētu rindu",
      one: "{count} nepublicēta rinda",
      other: "{count} nepublicētas rindas",
    },
    en: { one: "{count} unpublished row", other: "{count} unpublished rows" },
  },
  settings: { lv: "Iestatījumi", en: "Settings" },
  account: { lv: "{name}, iestatījumi", en: "{name}, settings" },
  switchLanguage: {
    lv: "Pārslēgt valodu: {language}",
    en: "Switch language: {language}",
  },
  language: { lv: "Valoda", en: "Language" },
  appearance: { lv: "Izskats", en: "Appearance" },
  appearanceSystem: { lv: "Kā ierīcē", en: "As on the device" },
  appearanceLight: { lv: "Gaišs", en: "Light" },
  appearanceDark: { lv: "Tumšs", en: "Dark" },
  appearanceContrast: { lv: "Augsts kontrasts", en: "High contrast" },
  administration: { lv: "Pārvaldība", en: "Administration" },
  signOut: { lv: "Izrakstīties", en: "Sign out" },
  signOutTitle: { lv: "Izrakstīties?", en: "Sign out?" },
  signOutBody: {
    lv: "Lapās ierakstītais paliek darbgrāmatā, arī tas, kas vēl nav publicēts. Lai publicētu vai atsvaidzinātu, būs atkal jāpierakstās.",
    en: "What you wrote in the sheets stays in the workbook, unpublished edits too. To publish or refresh you will have to sign in again.",
  },
  cancel: { lv: "Atcelt", en: "Cancel" },
  close: { lv: "Aizvērt", en: "Close" },
  tryAgain: { lv: "Mēģināt vēlreiz", en: "Try again" },
  details: { lv: "Sīkāk: {details}", en: "Details: {details}" },
  loading: { lv: "Ielādē…", en: "Loading…" },
  startingTitle: {
    lv: "Savieno ar darbgrāmatu…",
    en: "Connecting to the workbook…",
  },
  noWorkbookTitle: {
    lv: "Šeit nav darbgrāmatas",
    en: "There is no workbook here",
  },
  noWorkbookBody: {
    lv: "Šī rūts strādā blakus tabulai. Atveriet Saime galdu pārlūkā vai pievienojumprogrammu programmā Excel.",
    en: "This pane works beside a sheet. Open the Saime desk in the browser, or the add-in in Excel.",
  },
  openDesk: { lv: "Atvērt galdu", en: "Open the desk" },
  brokenTitle: {
    lv: "Rūts apstājās kļūdas dēļ",
    en: "The pane stopped because of an error",
  },
  brokenBody: {
    lv: "Lapās ierakstītais ir darbgrāmatā un nav zudis. Ielādējiet rūti no jauna.",
    en: "What you wrote in the sheets is in the workbook and not lost. Load the pane again.",
  },
  reload: { lv: "Ielādēt no jauna", en: "Load again" },
} as const satisfies Record<string, Message>;
