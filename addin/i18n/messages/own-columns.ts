import type { Message } from "../message.ts";

/** A person's own columns of a register's sheet, and keeping them for everyone. */
export const ownColumns = {
  title: { lv: "Jūsu pašu kolonnas", en: "Columns of your own" },
  body: {
    lv: "Reģistrs šīs kolonnas nepazīst; tās ir tikai šajā lapā. Saglabātu kolonnu ar nākamo atsvaidzināšanu iegūst visi, un tajā ierakstīto publicē kopā ar rindām.",
    en: "The register does not know these columns; they are in this sheet alone. A column that you keep reaches everyone with the next refresh, and what stands in it is published with the rows.",
  },
  keep: { lv: "Saglabāt visiem", en: "Keep for everyone" },
  keepAria: { lv: "Saglabāt visiem: {column}", en: "Keep for everyone: {column}" },
  keeping: { lv: "Saglabā kolonnu", en: "Keeping the column" },
  kept: {
    lv: "Kolonna “{column}” tagad ir visiem. Tajā ierakstītais vēl jāpublicē.",
    en: "Column “{column}” is now everyone's. What stands in it is still to be published.",
  },
} as const satisfies Record<string, Message>;
