import { type Words } from "../../../schema/registers/words.ts";

export type XlsxErrorCode = "NOT_XLSX" | "TOO_LARGE" | "PROTECTED" | "DAMAGED";

const WORDS: Readonly<Record<XlsxErrorCode, Words>> = {
  NOT_XLSX: {
    lv: "Fails nav .xlsx darbgrāmata. Atveriet to programmā Excel un saglabājiet kā .xlsx.",
    en: "The file is not an .xlsx workbook. Open it in Excel and save it as .xlsx.",
  },
  TOO_LARGE: {
    lv: "Darbgrāmata ir pārāk liela šim galdam. Sadaliet to vai izdzēsiet liekās lapas.",
    en: "The workbook is too large for this desk. Split it or delete sheets that are not needed.",
  },
  PROTECTED: {
    lv: "Darbgrāmata ir aizsargāta ar paroli. Atveriet to programmā Excel un saglabājiet bez paroles.",
    en: "The workbook is protected by a password. Open it in Excel and save it without one.",
  },
  DAMAGED: {
    lv: "Darbgrāmatu neizdevās nolasīt; fails, šķiet, ir bojāts. Atveriet to programmā Excel un saglabājiet no jauna.",
    en: "The workbook could not be read; the file seems damaged. Open it in Excel and save it anew.",
  },
};

/** Why a file could not be opened, in both languages; `message` is the English one. */
export class XlsxError extends Error {
  readonly code: XlsxErrorCode;
  readonly words: Words;
  constructor(code: XlsxErrorCode, options?: ErrorOptions) {
    super(WORDS[code].en, options);
    this.name = "XlsxError";
    this.code = code;
    this.words = WORDS[code];
  }
}
