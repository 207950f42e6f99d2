import type { Words } from "../registers/words.ts";

/** Errors of a whole request (a row's own refusals stand in its result). `extensions.code` of the GraphQL error. */
export const ERRORS = {
  UNAUTHENTICATED: { lv: "Pierakstieties, lai turpinātu.", en: "Sign in to go on." },
  FORBIDDEN: { lv: "Jums nav tiesību to darīt.", en: "You have no right to do this." },
  NOT_FOUND: { lv: "Tāda ieraksta nav.", en: "There is no such record." },
  UNKNOWN_REGISTER: { lv: "Tāda reģistra nav.", en: "There is no such register." },
  BAD_CURSOR: {
    lv: "Sinhronizācijas vieta nav derīga. Atsvaidziniet reģistru no jauna.",
    en: "The sync position is not valid. Refresh the register anew.",
  },
  BAD_REQUEST: { lv: "Pieprasījums nav derīgs.", en: "The request is not valid." },
  BATCH_REUSED: {
    lv: "Ar šo publicēšanas numuru jau nosūtīts cits saturs.",
    en: "Other content was already sent under this batch number.",
  },
  TOO_MANY_ROWS: {
    lv: "Vienā reizē nosūtīts par daudz rindu. Sūtiet pa daļām.",
    en: "Too many rows at once. Send them in parts.",
  },
  NOTHING_TO_UNDO: { lv: "Nav ko atsaukt.", en: "There is nothing to undo." },
  TOO_LARGE: {
    lv: "Pieprasījums ir par lielu. Sūtiet to pa daļām.",
    en: "The request is too large. Send it in parts.",
  },
  TIMEOUT: {
    lv: "Serveris nepaspēja atbildēt. Mēģiniet vēlreiz; jau paveiktais netiks darīts otrreiz.",
    en: "The server did not answer in time. Try again; what was done already is not done twice.",
  },
  INTERNAL: {
    lv: "Serverī radās kļūda. Mēģiniet vēlreiz; ja tā atkārtojas, ziņojiet sistēmas uzturētājam.",
    en: "Something failed in the server. Try again; if it happens again, tell whoever runs the system.",
  },
} as const satisfies Record<string, Words>;
export type ErrorCode = keyof typeof ERRORS;

/** An error that the person asked for may read; everything else is masked as an internal error. */
export class SaimeError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, detail?: string) {
    super(detail ? `${ERRORS[code].en} ${detail}` : ERRORS[code].en);
    this.code = code;
  }
}
