import type { Words } from "../registers/words.ts";
import type { Refusal, RefusalCode } from "../sync/protocol.ts";

/** What fills the `{names}` of a sentence. */
export type Fill = Readonly<Record<string, string | number | Words>>;

/** The sentences of refusals: what is wrong and what to do. `{name}` is filled in. */
const SENTENCES: Readonly<Record<RefusalCode, Words>> = {
  FORBIDDEN: {
    lv: "Jums nav tiesību mainīt “{column}”. To var: {who}.",
    en: "You have no right to change “{column}”. These may: {who}.",
  },
  NOT_FOUND: {
    lv: "Šādas rindas reģistrā nav. Atsvaidziniet lapu.",
    en: "There is no such row in the register. Refresh the sheet.",
  },
  UNKNOWN_COLUMN: { lv: "Reģistrā nav kolonnas “{column}”.", en: "The register has no column “{column}”." },
  READ_ONLY: {
    lv: "“{column}” aizpilda serveris; to mainīt nevar.",
    en: "“{column}” is filled in by the server and cannot be changed.",
  },
  REQUIRED: { lv: "Aizpildiet “{column}”.", en: "Fill in “{column}”." },
  TOO_LONG: {
    lv: "“{column}” ir {length} zīmes; drīkst būt ne vairāk kā {max}. Saīsiniet.",
    en: "“{column}” has {length} characters; at most {max} are allowed. Shorten it.",
  },
  NOT_AN_OPTION: {
    lv: "“{value}” nav starp “{column}” vērtībām. Izvēlieties no saraksta.",
    en: "“{value}” is not among the values of “{column}”. Choose from the list.",
  },
  NOT_A_DATE: {
    lv: "“{value}” nav datums. Rakstiet dd.mm.gggg, piemēram, 31.12.2026.",
    en: "“{value}” is not a date. Write dd.mm.yyyy, such as 31.12.2026.",
  },
  NOT_A_TIME: {
    lv: "“{value}” nav datums un laiks. Rakstiet dd.mm.gggg hh:mm, piemēram, 31.12.2026 14:30.",
    en: "“{value}” is not a date and time. Write dd.mm.yyyy hh:mm, such as 31.12.2026 14:30.",
  },
  NOT_A_NUMBER: {
    lv: "“{value}” nav skaitlis. Ierakstiet skaitli bez mērvienības.",
    en: "“{value}” is not a number. Write a number without a unit.",
  },
  NOT_A_LINK: {
    lv: "“{value}” nav tīmekļa adrese. Rakstiet, piemēram, https://www.piemers.lv.",
    en: "“{value}” is not a web address. Write for example https://www.example.lv.",
  },
  OUT_OF_RANGE: { lv: "“{column}” jābūt no {min} līdz {max}.", en: "“{column}” must be between {min} and {max}." },
  UNKNOWN_REFERENCE: {
    lv: "“{value}” nav atrasts ({register}). Rakstiet nosaukumu vai kodu.",
    en: "“{value}” was not found ({register}). Write a name or a code.",
  },
  AMBIGUOUS_REFERENCE: {
    lv: "“{value}” ir vairāki. Rakstiet kodu.",
    en: "There are several “{value}”. Write the code.",
  },
  DUPLICATE_CODE: {
    lv: "Kods “{value}” jau lietots. Kodus neizmanto atkārtoti; ierakstiet citu vai atstājiet tukšu.",
    en: "The code “{value}” is taken. Codes are never reused; write another or leave it empty.",
  },
  CODE_IS_FIXED: {
    lv: "“{column}” pēc piešķiršanas nemainās, lai to vienmēr var atrast. Atjaunojiet iepriekšējo.",
    en: "“{column}” does not change once given, so that it can always be found. Put the former one back.",
  },
  NO_SUCH_STEP: {
    lv: "No “{from}” uz “{to}” pāriet nevar. Ejiet pa soļiem.",
    en: "There is no step from “{from}” to “{to}”. Take the steps in order.",
  },
  STEP_NEEDS: {
    lv: "Lai pārietu no “{from}” uz “{to}”, aizpildiet “{column}”.",
    en: "To go from “{from}” to “{to}”, fill in “{column}”.",
  },
  STATE_NEEDS: {
    lv: "Kamēr stāvoklis ir “{state}”, “{column}” nedrīkst būt tukšs. Aizpildiet to.",
    en: "While the state is “{state}”, “{column}” may not be empty. Fill it in.",
  },
  STEP_FORBIDDEN: {
    lv: "Jums nav tiesību pāriet no “{from}” uz “{to}”. To var: {who}.",
    en: "You have no right to go from “{from}” to “{to}”. These may: {who}.",
  },
  FOUR_EYES: {
    lv: "No “{from}” uz “{to}” nedrīkst pāriet tas, kurš minēts kolonnā “{column}”. Lūdziet to citam: {who}.",
    en: "Nobody named in “{column}” may go from “{from}” to “{to}”. Ask another: {who}.",
  },
  LOCKED: {
    lv: "“{column}” vairs nemaina, kopš posms ir “{state}”.",
    en: "“{column}” is locked since the state is “{state}”.",
  },
  RETIRED: {
    lv: "Ieraksts ir likvidēts; to vairs nemaina. Lai to atgrieztu, jāatsauc publicēšana, kas to likvidēja.",
    en: "The record is retired and does not change any more. To bring it back, undo the publish that retired it.",
  },
  DUPLICATE_ROW: { lv: "Šī rinda nosūtīta divreiz.", en: "This row was sent twice." },
  CELL_ERROR: {
    lv: "Šūnā ir kļūda {value}. Izlabojiet formulu vai ierakstiet vērtību.",
    en: "The cell holds the error {value}. Mend the formula or type a value.",
  },
  RULE: { lv: "", en: "" },
  TOO_MANY_ROWS: { lv: "Vienā reizē nosūtīts par daudz rindu.", en: "Too many rows at once." },
};

/** A refusal with its sentence filled in, in both languages; one of a rule says the rule's own sentence. */
export function refuse(
  code: RefusalCode,
  column: string | null,
  fill: Fill = {},
  allowed?: readonly Words[],
  kept?: { readonly rule: string; readonly message: Words },
): Refusal {
  const say = (language: keyof Words) =>
    (kept?.message ?? SENTENCES[code])[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = fill[name];
      return value === undefined ? whole : typeof value === "object" ? value[language] : String(value);
    });
  const message = { lv: say("lv"), en: say("en") };
  return { code, column, message, ...(allowed && { allowed }), ...(kept && { rule: kept.rule }) };
}
