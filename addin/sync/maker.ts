/** For whom a workbook is made. */
export interface Maker {
  readonly person: string;
  readonly institution: string;
}
