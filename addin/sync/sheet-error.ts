import type { SheetProblem } from "./service.ts";

/** The sheet cannot be worked with before the person has set it right. */
export class SheetError extends Error {
  readonly problem: SheetProblem;
  constructor(problem: SheetProblem) {
    super(problem.message.en);
    this.problem = problem;
  }
}

export const TABLE_MISSING: SheetProblem = {
  code: "TABLE_MISSING",
  message: {
    lv: "Darbgrāmatā vairs nav šī reģistra tabulas. Atveriet reģistru, lai to izveidotu no jauna.",
    en: "The workbook has no table of this register any more. Open the register to make it anew.",
  },
};
export const BASE_MISSING: SheetProblem = {
  code: "BASE_MISSING",
  message: {
    lv: "Trūkst salīdzināmās kopijas. Atsvaidziniet reģistru: kopija tiks izveidota no jauna, ierakstītais paliks.",
    en: "The copy to compare with is missing. Refresh the register: the copy is made anew, what was typed stays.",
  },
};
export const OTHER_INSTITUTION: SheetProblem = {
  code: "OTHER_INSTITUTION",
  message: {
    lv: "Šī lapa pieder citai iestādei. Pierakstieties tās vārdā vai veidojiet savu lapu jaunā darbgrāmatā.",
    en: "This sheet belongs to another institution. Sign in for it, or make your own sheet in a new workbook.",
  },
};
export const SHEET_CHANGING: SheetProblem = {
  code: "SHEET_CHANGING",
  message: {
    lv: "Lapa tiek mainīta: kamēr to lasīja, rindas vai kolonnas pārvietojās. Mēģiniet vēlreiz.",
    en: "The sheet is being changed: rows or columns moved while it was read. Try again.",
  },
};
