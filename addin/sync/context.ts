import { registers, type RegisterKey } from "../../schema/registers/catalogue.ts";
import { withCustomFields } from "../../schema/registers/custom.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Language } from "../../schema/registers/words.ts";
import { TableMoving } from "../workbook/moving.ts";
import type { Steps, TableImage, WorkbookPort } from "../workbook/port.ts";
import { BASE_MISSING, SHEET_CHANGING, SheetError, TABLE_MISSING } from "./sheet-error.ts";
import { type BaseStore, freshStore, loadBase } from "./store.ts";
import { ServerError, type SaimeServer } from "./server.ts";
import type { Phase, SheetProblem, Work } from "./service.ts";
import { type View, viewOf } from "./view.ts";

/** What the parts of synchronisation work with. */
export interface SyncContext {
  readonly port: WorkbookPort;
  readonly server: SaimeServer;
  /** The institution whose register this is; a base copy of another's is not trusted. */
  readonly institution: string;
  /** Its name, by which base copies of an earlier edition know it. */
  readonly institutionName?: string;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Waits between tries; ends early when cancelled. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly stores: Map<string, BaseStore>;
}

/** A register's sheet as it was read: its rows and its base copy. */
export interface OpenSheet {
  readonly register: Register;
  readonly view: View;
  readonly store: BaseStore;
  readonly problems: readonly SheetProblem[];
}

export const declaration = (key: RegisterKey): Register => registers[key];

/** The register with the institution's own columns, as its base copy knows them. */
export const registerOf = ({ meta }: BaseStore): Register =>
  withCustomFields(declaration(meta.register as RegisterKey), meta.fields ?? []);

/** Reads sheet and base copy. Throws {@link SheetError} when there is no table. A lost base copy is told as a problem. */
export async function openSheet(context: SyncContext, key: RegisterKey, work?: Work): Promise<OpenSheet> {
  const declared = declaration(key);
  const image = await readTable(context, key, work);
  const loaded = await loadBase(context, declared, steps(work, "READ"));
  const store = loaded ?? freshStore(context, declared, guessLanguage(declared, image.columns));
  const register = registerOf(store);
  const view = viewOf(register, image, store.meta);
  const problems = loaded ? view.placing.problems : [...view.placing.problems, BASE_MISSING];
  return { register, view, store, problems };
}

/** Reads the sheet again beside the same base copy. `restoring`: the columns that count as missing, if not all that are being put back. */
export async function readAgain(
  context: SyncContext,
  sheet: OpenSheet,
  work?: Work,
  restoring = sheet.store.meta.restoring ?? [],
): Promise<OpenSheet> {
  const image = await readTable(context, sheet.register.key, work);
  const register = registerOf(sheet.store);
  const view = viewOf(register, image, { ...sheet.store.meta, restoring });
  return { ...sheet, register, view };
}

async function readTable(context: SyncContext, key: string, work?: Work): Promise<TableImage> {
  const image = await context.port.read(key, steps(work, "READ")).catch((error: unknown) => {
    throw error instanceof TableMoving ? new SheetError(SHEET_CHANGING) : error;
  });
  if (image === null) throw new SheetError(TABLE_MISSING);
  return image;
}

/** Throws where rows cannot be told apart: without the id column every row would look new. */
export function requireIds(sheet: OpenSheet): void {
  if (sheet.view.placing.id !== null) return;
  const problem = sheet.view.placing.problems.find(({ column }) => column === "_id");
  throw new SheetError(problem ?? TABLE_MISSING);
}

function guessLanguage(register: Register, columns: readonly { readonly heading: string }[]): Language {
  const headings = new Set(columns.map(({ heading }) => heading));
  const labels = Object.values(register.columns).map(({ label }) => label);
  const count = (language: Language) => labels.filter((label) => headings.has(label[language])).length;
  return count("en") > count("lv") ? "en" : "lv";
}

/** The steps of one phase, for the workbook: cancelled by the work's signal, told as its progress. */
export function steps(work: Work | undefined, phase: Phase): Steps {
  return { signal: work?.signal, onStep: (done, total) => work?.onProgress?.({ phase, done, total }) };
}

export function tell(work: Work | undefined, phase: Phase, done: number, total: number): void {
  work?.onProgress?.({ phase, done, total });
}

/** Throws a CANCELLED {@link ServerError} once the person has cancelled. */
export function stopIfCancelled(work?: Work): void {
  if (work?.signal?.aborted) throw new ServerError("CANCELLED", "Cancelled.");
}
