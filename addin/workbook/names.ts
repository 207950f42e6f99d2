/** Names by which a register's parts are found in a workbook; they travel with the file and are the same in every language. */

const capital = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

/** The Excel table of a register: `SaimeServices`. */
export const tableName = (register: string): string => `Saime${capital(register)}`;

/** The very hidden sheet that keeps a register's base copy: `_saime_services` (Excel allows 31 characters). */
export const baseSheetName = (register: string): string => `_saime_${register}`.slice(0, 31);

/** The very hidden sheet that holds the values of every list. */
export const LISTS_SHEET = "_saime_lists";

/** The named range of a column's list: `SaimeServicesStage`; what a name may not have is spelt `_2d`. */
export const listName = (register: string, column: string): string =>
  tableName(register) + capital(column).replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);

/** Names the first cell of the start sheet, whatever it is called by then. */
export const START_NAME = "SaimeStart";

/** Headings of the two hidden columns inside the table. */
export const ID_HEADING = "_id";
export const REVISION_HEADING = "_rev";
