import type { Message } from "../../i18n/message.ts";

/**
 * Why the workbook refuses an operation. A person at the grid reads it in their language; office.js gets the English
 * text, as from Excel.
 */
export const REASONS = {
  notFound: { lv: "Pieprasītā nav.", en: "The requested resource doesn't exist." },
  badArgument: {
    lv: "Vērtība nav derīga, trūkst vai ir nepareizā formātā.",
    en: "The argument is invalid or missing or has an incorrect format.",
  },
  exists: {
    lv: "Ar šādu nosaukumu jau kaut kas ir.",
    en: "A resource with the same name or identifier already exists.",
  },

  sheetName: { lv: "Lapu nevar nosaukt “{name}”.", en: "A sheet cannot be named “{name}”." },
  sheetNameTaken: { lv: "Lapa “{name}” jau ir.", en: "There is a sheet named “{name}” already." },
  lastSheet: {
    lv: "Darbgrāmatā jāpaliek vismaz vienai redzamai lapai.",
    en: "A workbook must keep at least one visible sheet.",
  },
  veryHidden: {
    lv: "Pilnīgi paslēpta lapa vispirms jāparāda; tad to var izdzēst.",
    en: "A very hidden sheet must be shown before it can be deleted.",
  },
  hiddenToFront: { lv: "Paslēptu lapu nevar atvērt.", en: "A hidden sheet cannot be brought to the front." },
  hiddenSelect: { lv: "Paslēptā lapā neko nevar atlasīt.", en: "Nothing can be selected on a hidden sheet." },

  contentsSize: {
    lv: "Saturs neatbilst apgabala izmēram.",
    en: "The contents do not have the size of their area.",
  },
  formatsSize: {
    lv: "Formāti neatbilst apgabala izmēram.",
    en: "The formats do not have the size of their area.",
  },
  valuesSize: {
    lv: "Ievadītajam masīvam ir cits rindu vai kolonnu skaits nekā apgabalam.",
    en: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  },
  listTooLong: {
    lv: "Kārtulā ierakstīts saraksts var būt ne garāks par 255 zīmēm; garāku ierakstiet šūnās.",
    en: "A list written into the rule may have 255 characters at most; use a range as its source.",
  },
  listEmpty: { lv: "Sarakstam vajag avotu.", en: "A list needs a source." },
  listSource: {
    lv: "Sarakstam vajag avotu: tekstu, formulu vai apgabalu.",
    en: "A list needs a source: a text, a formula or a range.",
  },
  order: { lv: "Kārtībā katra rinda jānosauc vienreiz.", en: "The order must name every row of the area once." },
  pushedOff: {
    lv: "Aizpildītas šūnas tiktu izstumtas ārpus lapas.",
    en: "Cells with contents would be pushed off the end of the sheet.",
  },
  nothingToMove: { lv: "Tur nav ko pārvietot.", en: "There is nothing to move there." },

  headingSorted: {
    lv: "Tabulas virsrakstu rindu nevar kārtot kopā ar tās rindām.",
    en: "A table's heading row cannot be sorted among its rows.",
  },
  headingDeleted: {
    lv: "Tabulas virsrakstu rindu nevar izdzēst bez tabulas.",
    en: "A table's heading row cannot be deleted without the table.",
  },
  headingMoved: {
    lv: "Tabulas virsrakstu rinda paliek tās augšā. Pārvietojiet visu tabulu vai rindas zem virsrakstiem.",
    en: "A table's heading row stays at its top. Move the whole table, or rows below the headings.",
  },
  tableTorn: {
    lv: "Tas pārbīdītu daļu tabulas šūnu. Ievietojiet vai dzēsiet visu tabulas rindu vai kolonnu.",
    en: "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.",
  },
  tableParted: {
    lv: "Tas sadalītu tabulu. Pārvietojiet rindas vai kolonnas tabulas iekšpusē vai ārpus tās.",
    en: "This would take a table apart. Move columns or rows within the table, or outside of it.",
  },
  tableMerged: { lv: "Tabulas šūnas nevar apvienot.", en: "Cells of a table cannot be merged." },
  tableRows: {
    lv: "Tabulai vajag virsrakstu rindu un vismaz vienu rindu zem tās.",
    en: "A table needs a heading row and at least one row below it.",
  },
  tableOverlap: { lv: "Tabula nevar pārklāt citu tabulu.", en: "A table can't overlap another table." },
  tableResize: {
    lv: "Jaunajā apgabalā jāpaliek tabulas virsrakstu rindai, tam jāpārklāj tabula un zem virsrakstiem jābūt rindai.",
    en: "The new range must keep the table's heading row, overlap the table and have a row below the headings.",
  },
  tableColumns: { lv: "Tabulā jāpaliek vismaz vienai kolonnai.", en: "A table keeps at least one column." },
  tableTotals: { lv: "Tabulai nav kopsummu rindas.", en: "The table shows no totals." },
  filterRows: { lv: "Filtrs slēpj tikai savas tabulas rindas.", en: "A filter hides rows of its own table only." },

  pivotCells: {
    lv: "Šīs šūnas pieder rakurstabulai. Mainiet tās avotu un atsvaidziniet to.",
    en: "We can't make this change for the selected cells because it will affect a PivotTable.",
  },
  pivotOverlap: {
    lv: "Rakurstabulai tur nav vietas: šūnas ir aizņemtas.",
    en: "A PivotTable report has no room there: the cells are taken.",
  },
  pivotColumns: {
    lv: "Šis galds rāda vienu kolonnu lauku.",
    en: "This host shows one column field of a PivotTable.",
  },
  pivotCompact: {
    lv: "Vairākus rindu laukus šis galds rāda tikai tabulārā izkārtojumā.",
    en: "This host shows several row fields in tabular layout only.",
  },

  nameTaken: { lv: "Nosaukums “{name}” ir aizņemts.", en: "The name “{name}” is taken." },
  nameUnsound: {
    lv: "“{name}” nav derīgs nosaukums: tam jāsākas ar burtu, un tajā nedrīkst būt atstarpju.",
    en: "“{name}” is not a sound name: it must begin with a letter and hold no spaces.",
  },
  nameFormula: { lv: "Tas, ko nosaukums apzīmē, sākas ar =.", en: "What a name stands for begins with =." },
  nameNoRange: { lv: "Šis nosaukums neapzīmē apgabalu.", en: "This name does not stand for a range." },
  otherSheet: { lv: "Abiem apgabaliem jābūt vienā lapā.", en: "Both ranges must lie on the same sheet." },
  color: {
    lv: "Krāsu “{color}” šis galds nepazīst; rakstiet #RRGGBB.",
    en: "“{color}” is not a colour this host knows; write #RRGGBB.",
  },
  alignment: {
    lv: "Līdzinājumu “{word}” šis galds nepazīst.",
    en: "This host does not know the alignment “{word}”.",
  },
  ruleFirst: {
    lv: "Uzvedni un brīdinājumu glabā tikai kopā ar kārtulu: vispirms iestatiet dataValidation.rule.",
    en: "This host keeps prompts and alerts with a rule only: set dataValidation.rule first.",
  },
} as const satisfies Record<string, Message & { readonly lv: string; readonly en: string }>;
export type Reason = keyof typeof REASONS;
