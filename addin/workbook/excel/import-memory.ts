import type { MemoryPort } from "../../sync/import/port.ts";

/** Remembers in the document's settings, which travel with the workbook; its limit of 2 MB is far away. */
export function workbookMemory(): MemoryPort {
  return {
    load: async (key) => {
      const text: unknown = Office.context.document.settings.get(key);
      return typeof text === "string" ? text : null;
    },
    save: (key, text) =>
      new Promise((resolve, reject) => {
        const { settings } = Office.context.document;
        settings.set(key, text);
        settings.saveAsync((result) => {
          if (String(result.status) === "succeeded") resolve();
          else reject(new Error(result.error.message));
        });
      }),
  };
}
