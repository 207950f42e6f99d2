import type { SheetProblem } from "../service.ts";

export const NO_IDS: SheetProblem = {
  code: "COLUMN_MISSING",
  column: "_id",
  message: {
    lv: "Rezultātu tabulā nav slēptās kolonnas “_id”. Izdzēsiet rezultātu lapu; to izveidos no jauna.",
    en: "The table of results has no hidden column “_id”. Delete the sheet of results; it is then made anew.",
  },
};
