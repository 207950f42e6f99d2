import { type WorkbookModel } from "../model/workbook.ts";
import { type WorkbookSnapshot } from "../model/snapshot.ts";

/** Lets the person choose an .xlsx file; null when they change their mind. */
export function pickFile(): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
export async function readWorkbook(
  _file: File,
  _model: WorkbookModel,
): Promise<{ snapshot: WorkbookSnapshot; lost: readonly string[] }> {
  throw new Error("not yet");
}
export async function saveWorkbook(_model: WorkbookModel, _name: string): Promise<void> {
  throw new Error("not yet");
}
