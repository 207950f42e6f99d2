import type { ImportService } from "../../sync/importing.ts";
import type { SheetService } from "../../sync/service.ts";
import type { SignIn } from "../session/port.ts";

/** What the pane works with once Office has answered. */
export interface Connected {
  readonly signIn: SignIn;
  /** The workbook beside the pane; null when there is none, as in a plain browser tab. */
  readonly workbook: { readonly sheets: SheetService; readonly importer: ImportService } | null;
}

export const PAGES = ["registers", "changes", "record", "import"] as const;
export type Page = (typeof PAGES)[number];
