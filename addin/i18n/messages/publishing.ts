import type { Message } from "../message.ts";

/** Check, publish, undo and discard: questions before, results after. */
export const publishing = {
  checkedTitle: { lv: "Pārbaudīts, nekas nav publicēts", en: "Checked, nothing is published" },
  publishedTitle: { lv: "Publicēts", en: "Published" },
  publishedNone: { lv: "Nekas netika publicēts", en: "Nothing was published" },
  publishedPartly: { lv: "Publicēts daļēji", en: "Published in part" },
  undoneTitle: { lv: "Atsaukts", en: "Undone" },
  APPLIED: {
    lv: { zero: "{count} publicētu rindu", one: "{count} publicēta rinda", other: "{count} publicētas rindas" },
    en: { one: "{count} row published", other: "{count} rows published" },
  },
  MERGED: {
    lv: {
      zero: "{count} rindu apvienotas ar citu labojumiem",
      one: "{count} rinda apvienota ar citu labojumiem",
      other: "{count} rindas apvienotas ar citu labojumiem",
    },
    en: { one: "{count} row merged with others' edits", other: "{count} rows merged with others' edits" },
  },
  CONFLICT: {
    lv: { zero: "{count} rindu ar konfliktu", one: "{count} rinda ar konfliktu", other: "{count} rindas ar konfliktu" },
    en: { one: "{count} row in conflict", other: "{count} rows in conflict" },
  },
  REFUSED: {
    lv: { zero: "{count} atteiktu rindu", one: "{count} atteikta rinda", other: "{count} atteiktas rindas" },
    en: { one: "{count} row refused", other: "{count} rows refused" },
  },
  UNCHANGED: {
    lv: { zero: "{count} rindu bez izmaiņām", one: "{count} rinda bez izmaiņām", other: "{count} rindas bez izmaiņām" },
    en: { one: "{count} row unchanged", other: "{count} rows unchanged" },
  },
  CHECKED_APPLIED: {
    lv: {
      zero: "{count} rindu var publicēt",
      one: "{count} rindu var publicēt",
      other: "{count} rindas var publicēt",
    },
    en: { one: "{count} row can be published", other: "{count} rows can be published" },
  },
  CHECKED_REFUSED: {
    lv: {
      zero: "{count} rindu tiktu atteiktas",
      one: "{count} rinda tiktu atteikta",
      other: "{count} rindas tiktu atteiktas",
    },
    en: { one: "{count} row would be refused", other: "{count} rows would be refused" },
  },
  UNDONE_APPLIED: {
    lv: {
      zero: "{count} rindu atgriezts iepriekšējais saturs",
      one: "{count} rindai atgriezts iepriekšējais saturs",
      other: "{count} rindām atgriezts iepriekšējais saturs",
    },
    en: { one: "{count} row has its former content again", other: "{count} rows have their former content again" },
  },
  UNDONE_CONFLICT: {
    lv: {
      zero: "{count} rindu pēc tam mainīja citi, tāpēc tās paliek",
      one: "{count} rindu pēc tam mainīja citi, tāpēc tā paliek",
      other: "{count} rindas pēc tam mainīja citi, tāpēc tās paliek",
    },
    en: {
      one: "{count} row was changed by others since and stays",
      other: "{count} rows were changed by others since and stay",
    },
  },
  refusedHint: {
    lv: "Atteiktās rindas un iemesli ir sarakstā zemāk; labojiet lapā un publicējiet vēlreiz.",
    en: "Refused rows and the reasons are in the list below; mend them in the sheet and publish again.",
  },
  showRefused: { lv: "Rādīt atteiktās", en: "Show refused" },
  undoTitle: { lv: "Atsaukt pēdējo publicēšanu?", en: "Undo the last publish?" },
  undoBody: {
    lv: {
      zero: "{at} publicētajām {count} rindām serverī un lapā tiks atgriezts iepriekšējais saturs. Rindas, ko kāds kopš tā laika mainījis, paliks, kā ir. Atsaukšana būs redzama vēsturē.",
      one: "{at} publicētajai {count} rindai serverī un lapā tiks atgriezts iepriekšējais saturs. Ja kāds to kopš tā laika mainījis, tā paliks, kā ir. Atsaukšana būs redzama vēsturē.",
      other:
        "{at} publicētajām {count} rindām serverī un lapā tiks atgriezts iepriekšējais saturs. Rindas, ko kāds kopš tā laika mainījis, paliks, kā ir. Atsaukšana būs redzama vēsturē.",
    },
    en: {
      one: "The {count} row published {at} gets its former content back, on the server and in the sheet. If someone changed it since, it stays as it is. The undoing shows in the history.",
      other:
        "The {count} rows published {at} get their former content back, on the server and in the sheet. Rows that someone changed since stay as they are. The undoing shows in the history.",
    },
  },
  undoDo: { lv: "Atsaukt publicēto", en: "Undo the publish" },
  nothingToUndo: { lv: "Šajā darbgrāmatā nav ko atsaukt.", en: "There is nothing to undo in this workbook." },
  deletedTitle: { lv: "Ko darīt ar izdzēstajām rindām?", en: "What about the deleted rows?" },
  deletedBody: {
    lv: {
      zero: "No lapas ir izdzēstas {count} rindas, kas serverī vēl ir.",
      one: "No lapas ir izdzēsta {count} rinda, kas serverī vēl ir.",
      other: "No lapas ir izdzēstas {count} rindas, kas serverī vēl ir.",
    },
    en: {
      one: "{count} row was deleted from the sheet but is still on the server.",
      other: "{count} rows were deleted from the sheet but are still on the server.",
    },
  },
  deletedAnd: {
    lv: { zero: "un vēl {count}", one: "un vēl {count}", other: "un vēl {count}" },
    en: { one: "and {count} more", other: "and {count} more" },
  },
  retire: { lv: "Likvidēt", en: "Retire" },
  retireHelp: {
    lv: "Ieraksti tiek likvidēti visiem; vēsture paliek.",
    en: "The records are retired for everyone; their history stays.",
  },
  reason: { lv: "Iemesls", en: "Reason" },
  reasonHint: { lv: "Būs redzams vēsturē.", en: "Shows in the history." },
  reasonMissing: { lv: "Norādiet iemeslu.", en: "Give a reason." },
  putBack: { lv: "Atlikt atpakaļ lapā", en: "Put back into the sheet" },
  putBackHelp: {
    lv: "Rindas atgriežas lapā, serverī nekas nemainās.",
    en: "The rows return to the sheet; nothing changes on the server.",
  },
  leave: { lv: "Pagaidām neko", en: "Nothing for now" },
  leaveHelp: {
    lv: "Publicē pārējo; par šīm jautās nākamreiz.",
    en: "Publish the rest; you will be asked again next time.",
  },
  discardTitle: { lv: "Atmest labojumus?", en: "Discard the edits?" },
  discardRowBody: {
    lv: "Rindas “{title}” nepublicētie labojumi lapā pazudīs un to nevarēs atsaukt.",
    en: "The unpublished edits of “{title}” are removed from the sheet. This cannot be undone.",
  },
  discardNewBody: {
    lv: "Rinda “{title}” nekad nav publicēta; tā pazudīs no lapas un to nevarēs atsaukt.",
    en: "“{title}” was never published; the row is removed from the sheet. This cannot be undone.",
  },
  discardAllBody: {
    lv: {
      zero: "Lapā pazudīs {count} rindu nepublicētie labojumi; jaunās rindas pazudīs pavisam, izdzēstās atgriezīsies. To nevarēs atsaukt.",
      one: "Lapā pazudīs {count} rindas nepublicētie labojumi; jauna rinda pazudīs pavisam, izdzēsta atgriezīsies. To nevarēs atsaukt.",
      other:
        "Lapā pazudīs {count} rindu nepublicētie labojumi; jaunās rindas pazudīs pavisam, izdzēstās atgriezīsies. To nevarēs atsaukt.",
    },
    en: {
      one: "Unpublished edits of {count} row are removed from the sheet; a new row goes altogether, a deleted one comes back. This cannot be undone.",
      other:
        "Unpublished edits of {count} rows are removed from the sheet; new rows go altogether, deleted ones come back. This cannot be undone.",
    },
  },
  discardDo: { lv: "Atmest", en: "Discard" },
  discarded: { lv: "Labojumi atmesti.", en: "The edits are discarded." },
  undoThisTitle: { lv: "Atsaukt publicēšanu, kas rindu likvidēja?", en: "Undo the publish that retired the row?" },
  rowTakenOut: { lv: "Rinda izņemta no lapas.", en: "The row is out of the sheet." },
  rowPutBack: { lv: "Rinda atlikta atpakaļ lapā.", en: "The row is back in the sheet." },
} as const satisfies Record<string, Message>;
