import { type WorkbookModel } from "../model/workbook.ts";
import { type FileWorkbook } from "./hucre.ts";

/** Custom properties of the file: the add-in's document settings, and the tables whose rows a filter hides. */
const SETTINGS = "Saime.Settings";
const FILTERED = "Saime.Filtered";

export function propertiesOf(model: WorkbookModel): Readonly<Record<string, string>> {
  const filtered = model.tables.filter(({ hiddenRows }) => hiddenRows !== null).map(({ name }) => name);
  return {
    ...(Object.keys(model.settings).length > 0 && { [SETTINGS]: JSON.stringify(model.settings) }),
    ...(filtered.length > 0 && { [FILTERED]: JSON.stringify(filtered) }),
  };
}

export function settingsIn(file: FileWorkbook): Record<string, string> {
  const kept = read(file, SETTINGS);
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

export function filteredIn(file: FileWorkbook): readonly string[] {
  const kept = read(file, FILTERED);
  return Array.isArray(kept) ? kept.filter((name): name is string => typeof name === "string") : [];
}

/** Another program may have put anything there. */
function read(file: FileWorkbook, property: string): unknown {
  const text = file.properties?.custom?.[property];
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
