import type { ImportService } from "../../sync/importing.ts";
import type { ResultsService } from "../../sync/results/port.ts";
import type { SheetService } from "../../sync/service.ts";
import type { AdministrationService } from "../pages/administration/port.ts";
import type { CalendarService } from "../pages/calendar/port.ts";
import type { KnowledgeService } from "../pages/knowledge/port.ts";
import type { KpiService } from "../pages/kpi/port.ts";
import type { MaturityService } from "../pages/maturity/port.ts";
import type { RecordService } from "../records/port.ts";
import type { SignIn } from "../session/port.ts";

/** What the pane works with once Office has answered. */
export interface Connected {
  readonly signIn: SignIn;
  /**
   * Opens the workbook beside the pane for a person of an institution, the same promise each time; null when there is
   * none, as in a plain tab.
   */
  readonly workbook: ((institution: Institution) => Promise<OpenWorkbook>) | null;
  /** What the server says of single records. */
  readonly records: RecordService;
  /** What is known and may help. */
  readonly knowledge: KnowledgeService;
  /** What the server makes of the institution's records. */
  readonly maturity: MaturityService;
  /** When services are there to be used. */
  readonly calendars: CalendarService;
  /** Results of the KPIs. */
  readonly kpis: KpiService;
  /** What portfolio owners look after. */
  readonly administration: AdministrationService;
  /** The ribbon's buttons, where there is a ribbon. */
  readonly ribbon?: Ribbon;
}
export interface Institution {
  readonly id: string;
  readonly name: string;
}
export interface OpenWorkbook {
  readonly sheets: SheetService;
  readonly importer: ImportService;
  readonly results: ResultsService;
}

export type RibbonCommand = "REFRESH" | "PUBLISH";
/** Tells of a ribbon button that was pressed. */
export interface Ribbon {
  subscribe(pressed: (command: RibbonCommand) => void): () => void;
}

export const PAGES = [
  "registers",
  "changes",
  "record",
  "overview",
  "kpi",
  "knowledge",
  "import",
  "maturity",
  "calendar",
] as const;
/** The pages that have a tab, and the one that portfolio owners reach through the account's menu. */
export type Page = (typeof PAGES)[number] | "administration";
