import type { Message } from "../message.ts";

export const registers = {
  title: { lv: "Reģistri", en: "Registers" },
  intro: {
    lv: "Katram reģistram darbgrāmatā ir sava lapa.",
    en: "Each register has a sheet of its own in the workbook.",
  },
  create: { lv: "Izveidot lapu", en: "Create the sheet" },
  createAria: { lv: "Izveidot lapu: {register}", en: "Create the sheet: {register}" },
  rowCount: {
    lv: { zero: "{count} rindu serverī", one: "{count} rinda serverī", other: "{count} rindas serverī" },
    en: { one: "{count} row on the server", other: "{count} rows on the server" },
  },
  workbookTitle: { lv: "Darbgrāmata manām lomām", en: "A workbook for my roles" },
  workbookBody: {
    lv: "Izveido lapas, kas vajadzīgas jūsu darbam, un sākuma lapu ar saitēm: {sheets}.",
    en: "Makes the sheets that your work needs, and a start sheet with links: {sheets}.",
  },
  workbookMake: { lv: "Izveidot visas", en: "Create them all" },
  open: { lv: "Atvērt lapu", en: "Open the sheet" },
  openAria: { lv: "Atvērt lapu: {register}", en: "Open the sheet: {register}" },
  refresh: { lv: "Atsvaidzināt", en: "Refresh" },
  refreshAria: { lv: "Atsvaidzināt: {register}", en: "Refresh: {register}" },
  seeChanges: { lv: "Skatīt izmaiņas", en: "See changes" },
  rows: { lv: "Rindas lapā", en: "Rows in sheet" },
  pending: { lv: "Nepublicētas", en: "Unpublished" },
  conflicts: { lv: "Konflikti", en: "Conflicts" },
  lastSync: { lv: "Sinhronizēts", en: "Last synced" },
  never: { lv: "nekad", en: "never" },
  stateOpen: { lv: "Lapa gatava", en: "Sheet ready" },
  stateBroken: { lv: "Jālabo", en: "Needs mending" },
  readOnly: { lv: "Tikai lasīšanai", en: "Read only" },
  readOnlyHelp: {
    lv: "Jūsu lomas ļauj šo reģistru skatīt, bet ne publicēt tajā.",
    en: "Your roles let you see this register but not publish to it.",
  },
  problemsTitle: { lv: "Lapa ir bojāta", en: "The sheet is damaged" },
  problemsBody: {
    lv: "Ierakstītais nav zudis. Atveriet lapu un izlabojiet tālāk minēto, vai atsvaidziniet reģistru.",
    en: "What you wrote is not lost. Open the sheet and mend what is named below, or refresh the register.",
  },
  importRows: { lv: "Importēt rindas", en: "Import rows" },
  created: { lv: "Lapa ir gatava.", en: "The sheet is ready." },
  refreshedTitle: { lv: "Atsvaidzināts", en: "Refreshed" },
  refreshedNothing: { lv: "Nekas jauns nav ienācis.", en: "Nothing new came in." },
  changedRows: {
    lv: { zero: "{count} mainītu rindu", one: "{count} mainīta rinda", other: "{count} mainītas rindas" },
    en: { one: "{count} changed row", other: "{count} changed rows" },
  },
  newRows: {
    lv: { zero: "{count} jaunu rindu", one: "{count} jauna rinda", other: "{count} jaunas rindas" },
    en: { one: "{count} new row", other: "{count} new rows" },
  },
  retiredRows: {
    lv: { zero: "{count} likvidētu rindu", one: "{count} likvidēta rinda", other: "{count} likvidētas rindas" },
    en: { one: "{count} retired row", other: "{count} retired rows" },
  },
  newConflicts: {
    lv: { zero: "{count} konfliktu", one: "{count} konflikts", other: "{count} konflikti" },
    en: { one: "{count} conflict", other: "{count} conflicts" },
  },
  keptEdits: {
    lv: "Jūsu nepublicētie labojumi ir saglabāti.",
    en: "Your unpublished edits are kept.",
  },
  resolveConflicts: { lv: "Izšķirt konfliktus", en: "Resolve conflicts" },
} as const satisfies Record<string, Message>;
