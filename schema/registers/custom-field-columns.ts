import { FIELD_TYPES } from "./field-types.ts";
import type { Columns, Options } from "./register.ts";
import { codeColumn, currentState, endReason } from "./shared-columns.ts";

/** Columns of the register of custom fields; `registers`: those that fields can be added to. */
export const customFieldColumns = (registers: Options) =>
  ({
    code: codeColumn("Kolonnas kods", "Field code"),
    register: {
      type: "choice",
      options: registers,
      required: true,
      lockedFrom: "CURRENT",
      label: { lv: "Reģistrs", en: "Register" },
      help: { lv: "Kuram reģistram kolonnu pievieno.", en: "The register to which the column is added." },
      also: ["Lapa", "Sheet"],
      width: 22,
    },
    headingLv: {
      type: "text",
      max: 200,
      required: true,
      label: { lv: "Virsraksts", en: "Heading" },
      help: {
        lv: "Kā kolonnu sauc lapā latviešu valodā, un arī angliski, ja cita nosaukuma nav.",
        en: "What the column is called in a Latvian sheet, and in an English one where nothing else is given.",
      },
      also: ["Kolonna", "Nosaukums", "Column", "Name"],
      width: 30,
    },
    headingEn: {
      type: "text",
      max: 200,
      label: { lv: "Virsraksts angliski", en: "Heading in English" },
      help: { lv: "Kā kolonnu sauc lapā angļu valodā.", en: "What the column is called in an English sheet." },
      also: ["English heading"],
      width: 30,
    },
    type: {
      type: "choice",
      options: FIELD_TYPES,
      required: true,
      label: { lv: "Tips", en: "Type" },
      help: {
        lv: "Ko kolonnā raksta. Kad tajā ir dati, tips vairs nemainās.",
        en: "What is written into the column. Once rows hold values, the type stays.",
      },
      also: ["Datu tips", "Data type"],
      width: 18,
    },
    options: {
      type: "text",
      max: 20_000,
      multiline: true,
      label: { lv: "Izvēles", en: "Options" },
      help: {
        lv: "Izvēlei no saraksta: ko var izvēlēties, katru savā rindā vai atdalītu ar semikolu.",
        en: "For one of a list: what can be chosen, one a line or parted by semicolons.",
      },
      also: ["Saraksts", "Vērtības", "List", "Values"],
      width: 30,
    },
    required: {
      type: "boolean",
      label: { lv: "Obligāta", en: "Required" },
      help: {
        lv: "Vai rindu publicē tikai ar aizpildītu kolonnu; to prasa arī no rindām, ko pievieno uzraudzības sistēma.",
        en: "Whether a row is published only with the column filled in; rows that monitoring adds need it too.",
      },
      also: ["Jāaizpilda", "Mandatory"],
      width: 12,
    },
    position: {
      type: "integer",
      min: 0,
      max: 9_999,
      label: { lv: "Secība", en: "Order" },
      help: {
        lv: "Kurā vietā kolonna stāv starp savām kolonnām jaunā lapā; mazākais skaitlis pirmais.",
        en: "Where the column stands among custom fields in a new sheet; the smallest number first.",
      },
      also: ["Kārta", "Position"],
      width: 10,
    },
    helpLv: {
      type: "text",
      max: 1_000,
      label: { lv: "Skaidrojums", en: "Explanation" },
      help: { lv: "Ko kolonnā rakstīt un kādēļ.", en: "What to write into the column and what for." },
      also: ["Apraksts", "Description", "Help"],
      width: 40,
    },
    helpEn: {
      type: "text",
      max: 1_000,
      label: { lv: "Skaidrojums angliski", en: "Explanation in English" },
      help: { lv: "Tas pats angliski.", en: "The same in English." },
      also: ["English help"],
      width: 40,
    },
    state: currentState,
    endReason,
  }) as const satisfies Columns;
