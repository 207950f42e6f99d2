/** Kept in the workbook: whether a cell of it ever called one of the functions. */
const KEY = "saimeFunctions";

const settings = (): Office.Settings | undefined =>
  typeof Office === "undefined"
    ? undefined
    : (Office.context as Partial<Office.Context> | undefined)?.document?.settings;

/** Whether the workbook uses the functions, also where none has been calculated since it was opened. */
export const areUsed = (): boolean => settings()?.get(KEY) === true;

export function rememberUse(): void {
  if (areUsed()) return;
  settings()?.set(KEY, true);
  settings()?.saveAsync();
}
