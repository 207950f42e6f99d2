import type { Message } from "../message.ts";

export const signIn = {
  title: { lv: "Pierakstīties", en: "Sign in" },
  intro: {
    lv: "Saime tur iestādes pakalpojumu reģistrus tabulā, ko labojat kā ierasts un publicējat visiem.",
    en: "Saime keeps your institution's service registers in a sheet that you edit as usual and publish for everyone.",
  },
  development: {
    lv: "Izstrādes vide: izvēlieties personu, kuras vārdā strādāt.",
    en: "Development: pick the person to work as.",
  },
  people: { lv: "Personas", en: "People" },
  signingIn: { lv: "Pieraksta…", en: "Signing in…" },
  nobodyTitle: { lv: "Nav, ar ko pierakstīties", en: "Nobody to sign in as" },
  nobody: {
    lv: "Izstrādes pierakstīšanās šajā serverī ir izslēgta vai tajā nav nevienas personas. Vērsieties pie uzturētāja.",
    en: "Development sign-in is switched off on this server, or it has no people. Turn to your administrator.",
  },
  endedTitle: { lv: "Sesija ir beigusies", en: "Your session has ended" },
  ended: {
    lv: "Nepublicētie labojumi ir lapā un nav zuduši. Pierakstieties, un varēsiet turpināt.",
    en: "Unpublished edits are in the sheet and not lost. Sign in to go on.",
  },
  filter: { lv: "Meklēt pēc vārda vai iestādes", en: "Search by name or institution" },
  found: {
    lv: { zero: "Atrastas {count} personas", one: "Atrasta {count} persona", other: "Atrastas {count} personas" },
    en: { one: "{count} person found", other: "{count} people found" },
  },
  failedTitle: { lv: "Pierakstīties neizdevās", en: "Signing in failed" },
} as const satisfies Record<string, Message>;
