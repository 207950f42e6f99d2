import type { Words } from "../../../schema/registers/words.ts";
import type { ImportReport } from "../importing.ts";

type Stopped = NonNullable<ImportReport["stopped"]>;

const MESSAGES: Readonly<Record<Stopped["why"], Words>> = {
  CANCELLED: {
    lv: "Imports pārtraukts. Nosūtītais ir reģistrā; pārējo var importēt vēlāk, nekas nedubultosies.",
    en: "The import was cancelled. What was sent is in the register; import the rest later, nothing will double.",
  },
  OFFLINE: {
    lv: "Serveris neatbild. Kad savienojums atjaunojas, palaidiet importu vēlreiz; nekas nedubultosies.",
    en: "The server does not answer. Run the import again once the connection is back; nothing will double.",
  },
  FAILED: {
    lv: "Serverī radās kļūda. Nosūtītais ir reģistrā; palaidiet importu vēlreiz, nekas nedubultosies.",
    en: "The server failed. What was sent is in the register; run the import again, nothing will double.",
  },
};

/** Why an import ended early, with how many rows were not sent or not answered. */
export function stopped(why: Stopped["why"], unsent: number): Stopped {
  return { why, unsent, message: MESSAGES[why] };
}
