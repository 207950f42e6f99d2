/**
 * The API sets the desk claims. ExcelApi 1.15 is as far as the office.js on npm goes; of it the desk has what sheets,
 * ranges, tables and names need, and refuses every other member by name (ApiNotFound) instead of pretending.
 */
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  DialogApi: "1.2",
  DialogOrigin: "1.1",
  Settings: "1.1",
  DocumentEvents: "1.1",
  // Without it office.js lets go of `Excel.run({ delayForCellEdit: true })` and fails while a person types.
  DelayForCellEdit: "1.1",
};
