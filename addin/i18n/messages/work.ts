import type { Message } from "../message.ts";

/** Long work: its name, its phases, how it ended. */
export const work = {
  opening: { lv: "Veido un aizpilda lapu", en: "Making and filling the sheet" },
  openingAll: { lv: "Veido darbgrāmatu", en: "Making the workbook" },
  refreshing: { lv: "Atsvaidzina", en: "Refreshing" },
  checking: { lv: "Pārbauda izmaiņas", en: "Checking the changes" },
  publishing: { lv: "Publicē", en: "Publishing" },
  undoing: { lv: "Atsauc publicēto", en: "Undoing the publish" },
  resolving: { lv: "Ieraksta izvēlēto", en: "Writing what you chose" },
  discarding: { lv: "Atmet labojumus", en: "Discarding the edits" },
  phaseSHEETS: { lv: "Veido lapas", en: "Making sheets" },
  phaseREAD: { lv: "Lasa lapu", en: "Reading the sheet" },
  phasePULL: { lv: "Saņem no servera", en: "Receiving from the server" },
  phaseCOMPARE: { lv: "Salīdzina", en: "Comparing" },
  phaseSEND: { lv: "Sūta serverim", en: "Sending to the server" },
  phaseWRITE: { lv: "Raksta lapā", en: "Writing to the sheet" },
  ofTotal: { lv: "{done} no {total}", en: "{done} of {total}" },
  stopping: { lv: "Aptur…", en: "Stopping…" },
  inProgress: { lv: "Darbs notiek", en: "Work in progress" },
  cancelled: {
    lv: "Atcelts. Lapa un serveris ir kārtībā; līdz tam paveiktais paliek.",
    en: "Cancelled. Sheet and server are sound; what was done until then stays.",
  },
  failedTitle: { lv: "Neizdevās", en: "That failed" },
  offlineTitle: { lv: "Nav savienojuma ar serveri", en: "No connection to the server" },
  offline: {
    lv: "Lapās ierakstītais ir drošībā. Pārbaudiet tīklu un mēģiniet vēlreiz: nekas netiks publicēts divreiz.",
    en: "What you wrote in the sheets is safe. Check the network and try again: nothing will be published twice.",
  },
  forbiddenTitle: { lv: "Nav tiesību", en: "No right to do this" },
  forbidden: {
    lv: "Jūsu lomas to neļauj. Vērsieties pie pakalpojumu kopuma saimnieka.",
    en: "Your roles do not allow it. Turn to the service portfolio owner.",
  },
  sheetChanging: { lv: "Ierakstītais nav zudis.", en: "What you wrote is not lost." },
  sheetProblem: {
    lv: "Ierakstītais nav zudis, bet lapa vispirms jāsakārto.",
    en: "What you wrote is not lost, but the sheet has to be put right first.",
  },
  failed: {
    lv: "Lapās ierakstītais ir drošībā. Mēģiniet vēlreiz; ja atkārtojas, ziņojiet uzturētājam.",
    en: "What you wrote in the sheets is safe. Try again; if it happens again, tell your administrator.",
  },
  badRequest: {
    lv: "Serveris pieprasījumu nepieņēma. Atsvaidziniet reģistru un mēģiniet vēlreiz.",
    en: "The server did not accept the request. Refresh the register and try again.",
  },
} as const satisfies Record<string, Message>;
