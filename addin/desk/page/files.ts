import type { WorkbookSnapshot } from "../model/snapshot.ts";
import type { WorkbookModel } from "../model/workbook.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lets the person choose an .xlsx file; null when they change their mind. */
export function pickFile(): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = `.xlsx,${XLSX}`;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

/** Reads an .xlsx file. Throws XlsxError, which says why in both languages. */
export async function readWorkbook(file: File): Promise<WorkbookSnapshot> {
  const { openXlsx } = await import("../xlsx/open.ts");
  return openXlsx(new Uint8Array(await file.arrayBuffer()));
}

/** Hands the workbook to the browser as a download. */
export async function saveWorkbook(model: WorkbookModel, name: string): Promise<void> {
  const { saveXlsx } = await import("../xlsx/save.ts");
  const bytes = await saveXlsx(model);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name.replace(/[\\/:*?"<>|]/g, "_")}.xlsx`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
