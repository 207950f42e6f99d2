import type { ImportService } from "../../../addin/sync/importing.ts";

const none = () => Promise.reject(new Error("The demo workbook has nothing to import"));

/** A workbook without tables. The Import page has tests of its own. */
export const emptyImporter: ImportService = {
  sources: async () => [],
  read: none,
  propose: none,
  preview: none,
  run: none,
  addField: none,
  jump: none,
  undo: none,
};
