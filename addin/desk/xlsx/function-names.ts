import { FUNCTION_KEYS } from "../../../schema/functions/asks.ts";
import { NAMESPACE } from "../../functions/declarations.ts";

/** How Excel writes an add-in's function into a file, so that it is known as one where the add-in is not there. */
const IN_FILE = `_xldudf_${NAMESPACE}_`;
const IN_SHEET = `${NAMESPACE}.`;
const NAMES = FUNCTION_KEYS.join("|");
/** Texts in quotes are passed over. */
const pattern = (prefix: string) =>
  new RegExp(`"(?:[^"]|"")*"|\\b${prefix.replace(".", "\\.")}(${NAMES})(?=\\()`, "gi");
const SHEET = pattern(IN_SHEET);
const FILE = pattern(IN_FILE);

const rename = (formula: string, from: RegExp, prefix: string): string =>
  formula.replace(from, (whole, name: string | undefined) =>
    name === undefined ? whole : prefix + name.toUpperCase(),
  );

/** `=SAIME.KPI("A")` as a file has it: `=_xldudf_SAIME_KPI("A")`. */
export const formulaToFile = (formula: string): string => rename(formula, SHEET, IN_FILE);
export const formulaFromFile = (formula: string): string => rename(formula, FILE, IN_SHEET);
