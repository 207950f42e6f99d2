import type { Rule } from "./rule.ts";

/** Rules of an institution's own columns (domain.md, section 2: custom fields). */
export const CUSTOM_FIELD_RULES = {
  CUSTOM_BY_PORTFOLIO: {
    from: "domain.md 2",
    says: {
      lv: "Savas kolonnas reģistriem pievieno, maina un izbeidz kopuma saimnieki.",
      en: "Custom fields of registers are added, changed and ended by portfolio owners.",
    },
  },
  CUSTOM_KEPT_WITH_ROW: {
    from: "domain.md 2",
    says: {
      lv: "Iestādes pašas kolonnas glabā kopā ar rindu, un ar nākamo atsvaidzināšanu tās atgriežas.",
      en: "An institution's own columns are kept with the row and come back on the next refresh.",
    },
  },
  CUSTOM_NOTHING_LOST: {
    from: "domain.md 2",
    says: {
      lv: "Kolonna, ko reģistrs nepazīst vai vairs nelieto, lapā paliek un nekad nezūd.",
      en: "A column that the register does not know, or no longer uses, stays in the sheet and is never lost.",
    },
  },
  CUSTOM_HEADING_OF_REGISTER: {
    from: "domain.md 2",
    says: {
      lv: "Savas kolonnas virsraksts nav paša reģistra kolonnas virsraksts vai tā sinonīms.",
      en: "A custom field's heading is none of the register's own headings or their synonyms.",
    },
  },
  CUSTOM_HEADING_ONCE: {
    from: "domain.md 2",
    says: {
      lv: "Vienā reģistrā divām lietotām savām kolonnām nav viena virsraksta.",
      en: "No two custom fields in use of one register share a heading.",
    },
  },
  CUSTOM_FIELDS_AT_MOST: {
    from: "domain.md 2",
    says: {
      lv: "Vienam reģistram ir ne vairāk kā 40 lietotas savas kolonnas.",
      en: "A register has at most 40 custom fields in use.",
    },
  },
  CUSTOM_TYPE_STAYS: {
    from: "domain.md 2",
    says: {
      lv: "Savas kolonnas tips nemainās, kad tajā ir dati.",
      en: "A custom field's type does not change once rows hold values in it.",
    },
  },
  CUSTOM_CHOICE_HAS_OPTIONS: {
    from: "domain.md 2",
    says: {
      lv: "Savai kolonnai ar izvēli no saraksta ir no vienas līdz 200 izvēlēm.",
      en: "A custom field that is one of a list has one to 200 options.",
    },
  },
  CUSTOM_OPTIONS_IN_USE_STAY: {
    from: "domain.md 2",
    says: {
      lv: "Izvēles, kas ir ierakstos, no savas kolonnas saraksta neizņem.",
      en: "Options that rows hold are not taken out of a custom field's list.",
    },
  },
} as const satisfies Record<string, Rule>;
