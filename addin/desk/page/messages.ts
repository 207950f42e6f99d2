import type { Message } from "../../i18n/message.ts";

/** The desk around the grid: the bar at the top, its dialogs, what is going on. */
export const desk = {
  bar: { lv: "Darbgrāmata", en: "Workbook" },
  name: { lv: "Darbgrāmatas nosaukums", en: "Workbook name" },
  untitled: { lv: "Darbgrāmata", en: "Workbook" },
  new: { lv: "Jauna", en: "New" },
  open: { lv: "Atvērt .xlsx…", en: "Open .xlsx…" },
  save: { lv: "Saglabāt .xlsx", en: "Save .xlsx" },
  more: { lv: "Vēl", en: "More" },
  appearance: { lv: "Izskats", en: "Appearance" },
  showPane: { lv: "Rādīt Saimes rūti", en: "Show the Saime pane" },
  hidePane: { lv: "Paslēpt Saimes rūti", en: "Hide the Saime pane" },
  pane: { lv: "Saime", en: "Saime" },
  resizePane: { lv: "Rūts platums", en: "Width of the pane" },
  grid: { lv: "Lapa", en: "Sheet" },
  loading: { lv: "Sagatavo lapu…", en: "Preparing the sheet…" },
  gridFailed: {
    lv: "Lapu neizdevās sagatavot: {reason}. Pārlādējiet šo lapu.",
    en: "The sheet could not be prepared: {reason}. Reload this page.",
  },
  opening: { lv: "Atver {file}…", en: "Opening {file}…" },
  saving: { lv: "Saglabā…", en: "Saving…" },
  saved: { lv: "Saglabāts šajā pārlūkā plkst. {time}", en: "Saved in this browser at {time}" },
  unsaved: { lv: "Glabājas šajā pārlūkā", en: "Kept in this browser" },
  notSaved: {
    lv: "Pārlūkā neizdevās saglabāt: {reason}. Saglabājiet darbgrāmatu kā .xlsx failu.",
    en: "The browser could not keep the workbook: {reason}. Save it as an .xlsx file.",
  },
  notLoaded: {
    lv: "Pārlūkā glabāto darbgrāmatu neizdevās nolasīt: {reason}. Atvērta jauna darbgrāmata.",
    en: "The workbook kept in the browser could not be read: {reason}. A new workbook is open.",
  },
  replaceTitle: { lv: "Aizstāt darbgrāmatu “{name}”?", en: "Replace the workbook “{name}”?" },
  replaceText: {
    lv: "Pašreizējās darbgrāmatas saturs šajā pārlūkā pazudīs. Ko vēlaties paturēt, vispirms saglabājiet kā .xlsx failu vai publicējiet.",
    en: "What the present workbook holds in this browser will be gone. Save what you want to keep as an .xlsx file, or publish it, first.",
  },
  replace: { lv: "Aizstāt", en: "Replace" },
  cancel: { lv: "Atcelt", en: "Cancel" },
  close: { lv: "Aizvērt", en: "Close" },
  openFailedTitle: { lv: "Failu “{file}” nevar atvērt", en: "The file “{file}” cannot be opened" },
  saveFailedTitle: { lv: "Failu nevar saglabāt", en: "The file cannot be saved" },
  deleteChart: { lv: "Dzēst diagrammu “{name}”", en: "Delete the chart “{name}”" },
  savedPlain: { lv: "Fails saglabāts. {reason}", en: "The file is saved. {reason}" },
  pivotsAsCells: {
    lv: "Rakurstabulas failā ir parastas šūnas: atverot to programmā Excel, veidojiet tās no jauna Saimes rūtī.",
    en: "Its PivotTables are plain cells there: when you open it in Excel, make them anew in the Saime pane.",
  },
  refused: { lv: "Tā nevar: {reason}", en: "This is not possible: {reason}" },
} as const satisfies Record<string, Message>;
