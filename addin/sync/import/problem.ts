import type { Words } from "../../../schema/registers/words.ts";

const PROBLEMS = {
  SOURCE_GONE: {
    lv: "Šīs tabulas vai lapas darbgrāmatā vairs nav. Izvēlieties citu avotu.",
    en: "This table or sheet is no longer in the workbook. Choose another source.",
  },
  SOURCE_TOO_LARGE: {
    lv: "Avotā ir vairāk nekā divi miljoni šūnu. Atlasiet tikai tās rindas un kolonnas, kas jāimportē.",
    en: "The source has more than two million cells. Select only the rows and columns to import.",
  },
  SOURCE_EMPTY: {
    lv: "Avotā nav datu. Izvēlieties citu tabulu vai lapu.",
    en: "The source holds no data. Choose another table or sheet.",
  },
} as const satisfies Record<string, Words>;
export type ImportProblemCode = keyof typeof PROBLEMS;

/** What is wrong with a source, in words for the person. */
export class ImportProblem extends Error {
  readonly code: ImportProblemCode;
  readonly words: Words;
  constructor(code: ImportProblemCode, options?: ErrorOptions) {
    super(PROBLEMS[code].en, options);
    this.code = code;
    this.words = PROBLEMS[code];
  }
}
