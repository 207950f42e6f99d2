import { OWNERS, ownersVia } from "./owners.ts";
import type { Register } from "./register.ts";
import { codeColumn, currentState, currentThenEnded, endReason } from "./shared-columns.ts";

/** Times in which changes are not wanted: shown as a warning before a change is authorised (domain.md, section 4). */
export const freezeWindows = {
  key: "freezeWindows",
  type: "FreezeWindow",
  label: { lv: "Izmaiņu liegumi", en: "Freeze windows" },
  one: { lv: "Izmaiņu liegums", en: "Freeze window" },
  help: {
    lv: "Laiki, kad izmaiņas nav vēlamas, piemēram, vēlēšanu nedēļa; par tiem brīdina pirms autorizēšanas.",
    en: "Times in which changes are not wanted, such as the week of an election; a warning comes before authorising.",
  },
  code: { column: "code", prefix: "FW", digits: 4 },
  title: "name",
  matchBy: ["name", "start"],
  columns: {
    code: codeColumn("Lieguma kods", "Freeze code"),
    name: {
      type: "text",
      max: 300,
      required: true,
      label: { lv: "Nosaukums", en: "Name" },
      help: { lv: "Pēc kā liegumu pazīst.", en: "By what the freeze is known." },
      also: ["Liegums", "Freeze", "Title"],
      width: 36,
    },
    subjects: {
      type: "references",
      to: "subjects",
      label: { lv: "Pakalpojumi un resursi", en: "Services and resources" },
      help: {
        lv: "Uz ko liegums attiecas; tukšs, ja uz visiem iestādes pakalpojumiem un resursiem.",
        en: "What the freeze is for; empty where it is for all of the institution's services and resources.",
      },
      also: ["Pakalpojums", "Resurss", "Service", "Resource"],
      width: 30,
    },
    start: {
      type: "datetime",
      required: true,
      label: { lv: "Sākums", en: "Start" },
      help: { lv: "No kura brīža izmaiņas nav vēlamas.", en: "The moment since which changes are not wanted." },
      also: ["No", "Lieguma sākums", "From", "Starts"],
      width: 17,
    },
    end: {
      type: "datetime",
      required: true,
      label: { lv: "Beigas", en: "End" },
      help: {
        lv: "Brīdis, ar kuru izmaiņas atkal drīkst.",
        en: "The moment from which changes are welcome again.",
      },
      also: ["Līdz", "Lieguma beigas", "To", "Ends"],
      width: 17,
    },
    reason: {
      type: "text",
      max: 1_000,
      required: true,
      label: { lv: "Iemesls", en: "Reason" },
      help: { lv: "Kāpēc izmaiņas šajā laikā nav vēlamas.", en: "Why changes are not wanted in this time." },
      also: ["Pamatojums", "Justification"],
      width: 36,
    },
    endReason,
    state: currentState,
  },
  lifecycle: currentThenEnded("endFreezeWindow", OWNERS),
  guards: [
    {
      rule: "FREEZE_ENDS_AFTER_START",
      column: "end",
      broken: ({ start, end }) => typeof start === "string" && typeof end === "string" && end <= start,
      message: {
        lv: "Liegums beidzas pirms sākuma vai līdz ar to. Labojiet vienu no abiem laikiem.",
        en: "The freeze ends before it starts, or at once. Correct one of the two times.",
      },
    },
  ],
  rights: { create: OWNERS, edit: OWNERS, retire: OWNERS },
  rowRoles: ownersVia("subjects"),
} as const satisfies Register;
