import type { Work } from "../service.ts";
import type { ImportSource, SourceGrid } from "../importing.ts";

/** The workbook as an import sees it. `addin/workbook/excel/sources.ts` implements it over Excel. */
export interface SourcePort {
  /** Tables first, then used ranges of visible sheets, then the selection when it spans several cells. Saime's own sheets are left out. */
  list(): Promise<readonly ImportSource[]>;
  /** Throws when the source is gone. */
  read(source: string, work?: Work): Promise<SourceGrid>;
  /** Row and column count from 0 within the source; a null column selects the row. */
  jump(source: ImportSource, row: number, column: number | null): Promise<void>;
}

/** Where mappings are remembered: small texts by key, kept with the workbook. */
export interface MemoryPort {
  load(key: string): Promise<string | null>;
  save(key: string, text: string): Promise<void>;
}
