import { customFieldColumns } from "./custom-field-columns.ts";
import { optionsIn } from "./field-types.ts";
import { PORTFOLIO_OWNERS } from "./owners.ts";
import type { Guard, Options, Register, Row } from "./register.ts";
import { currentThenEnded } from "./shared-columns.ts";
import { constantName, fold } from "./text.ts";

/** Fields in use of one register, at most: a sheet that nobody can read helps nobody. */
export const MOST_FIELDS = 40;
const MOST_OPTIONS = 200;

/**
 * The register of an institution's own columns in the registers `all` (domain.md, section 2). It is declared from them:
 * a field names one of them, and its heading must not be one of theirs.
 */
export function customFieldsOf(all: readonly Register[]) {
  const byOption = new Map(all.map((register) => [constantName(register.key), register]));
  const options: Options = Object.fromEntries(
    all.map(({ key, label, one }) => [constantName(key), { label, also: [one.lv, one.en] }]),
  );
  return {
    key: "customFields",
    type: "CustomField",
    label: { lv: "Savas kolonnas", en: "Custom fields" },
    one: { lv: "Sava kolonna", en: "Custom field" },
    help: {
      lv: "Kolonnas, ko iestāde pievieno reģistriem savām vajadzībām: tās nonāk visu lapās līdz ar nākamo atsvaidzināšanu.",
      en: "Columns that the institution adds to registers for itself: everyone's sheets get them with the next refresh.",
    },
    code: { column: "code", prefix: "CF", digits: 4 },
    title: "headingLv",
    matchBy: ["register", "headingLv"],
    columns: customFieldColumns(options),
    lifecycle: currentThenEnded("endCustomField", PORTFOLIO_OWNERS),
    guards: guards((row) => byOption.get(String(row["register"]))),
    rights: { create: PORTFOLIO_OWNERS, edit: PORTFOLIO_OWNERS, retire: PORTFOLIO_OWNERS },
  } as const satisfies Register;
}

/** Headings under which the row's field would stand, folded. */
export const headingsOf = (row: Row): readonly string[] =>
  [row["headingLv"], row["headingEn"]].flatMap((heading) => (typeof heading === "string" ? fold(heading) : []));

function guards(registerOf: (row: Row) => Register | undefined): readonly Guard[] {
  const isOwn = (row: Row): boolean => {
    const own = Object.values(registerOf(row)?.columns ?? {}).flatMap(({ label, also = [] }) => [
      label.lv,
      label.en,
      ...also,
    ]);
    const headings = headingsOf(row);
    return own.some((heading) => headings.includes(fold(heading))) || headings.some((one) => /^_(id|rev)$/.test(one));
  };
  const isChoice = ({ type }: Row): boolean => type === "CHOICE";
  const count = ({ options }: Row): number => optionsIn(typeof options === "string" ? options : null).length;
  return [
    {
      rule: "CUSTOM_HEADING_OF_REGISTER",
      column: "headingLv",
      broken: isOwn,
      message: {
        lv: "Šādu virsrakstu jau lieto paša reģistra kolonna. Izvēlieties citu, vai lietojiet reģistra kolonnu.",
        en: "One of the register's own columns goes by this heading. Choose another, or use the register's column.",
      },
    },
    {
      rule: "CUSTOM_HEADING_ONCE",
      column: "headingLv",
      fact: "CUSTOM_HEADING_TAKEN",
      message: {
        lv: "Ar šādu virsrakstu šajā reģistrā jau ir sava kolonna: {names}. Izvēlieties citu virsrakstu.",
        en: "The register already has a custom field of this heading: {names}. Choose another heading.",
      },
    },
    {
      rule: "CUSTOM_FIELDS_AT_MOST",
      column: "register",
      fact: "CUSTOM_FIELDS_TOO_MANY",
      message: {
        lv: "Šim reģistram ir {have} savas kolonnas; drīkst būt ne vairāk kā {most}. Izbeidziet kādu, ko vairs nelieto.",
        en: "The register has {have} custom fields; at most {most} are allowed. End one that is not used any more.",
      },
    },
    {
      rule: "CUSTOM_TYPE_STAYS",
      column: "type",
      fact: "CUSTOM_TYPE_HAS_VALUES",
      message: {
        lv: "Kolonnā jau ir dati ({have}), tāpēc tās tips nemainās. Izbeidziet šo un pievienojiet jaunu kolonnu.",
        en: "Rows hold values in the field ({have}), so its type stays. End this one and add another field.",
      },
    },
    {
      rule: "CUSTOM_CHOICE_HAS_OPTIONS",
      column: "options",
      broken: (row) => isChoice(row) && (count(row) === 0 || count(row) > MOST_OPTIONS),
      message: {
        lv: `Uzskaitiet izvēles, katru savā rindā: vismaz vienu, ne vairāk kā ${MOST_OPTIONS}.`,
        en: `List the options, one a line: at least one, at most ${MOST_OPTIONS}.`,
      },
    },
    {
      rule: "CUSTOM_OPTIONS_IN_USE_STAY",
      column: "options",
      fact: "CUSTOM_OPTION_IN_USE",
      message: {
        lv: "Šīs izvēles ir ierakstos, tāpēc tās nevar izņemt: {names}.",
        en: "Rows hold these options, so they cannot be taken out: {names}.",
      },
    },
  ];
}
