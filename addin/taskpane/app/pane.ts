import type { ImportService } from "../../sync/importing.ts";
import type { SheetService } from "../../sync/service.ts";
import type { SignIn } from "../session/port.ts";

/** What the pane works with once Office has answered. */
export interface Connected {
  readonly signIn: SignIn;
  /** Opens the workbook beside the pane for a person of an institution; null when there is none, as in a plain tab. */
  readonly workbook: ((institution: string) => OpenWorkbook) | null;
  /** The ribbon's buttons, where there is a ribbon. */
  readonly ribbon?: Ribbon;
}
export interface OpenWorkbook {
  readonly sheets: SheetService;
  readonly importer: ImportService;
}

export type RibbonCommand = "REFRESH" | "PUBLISH";
/** Tells of a ribbon button that was pressed. */
export interface Ribbon {
  subscribe(pressed: (command: RibbonCommand) => void): () => void;
}

export const PAGES = ["registers", "changes", "record", "import"] as const;
export type Page = (typeof PAGES)[number];
