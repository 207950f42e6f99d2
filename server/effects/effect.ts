import type { Register } from "../../schema/registers/register.ts";
import type { StoredCells } from "../store/stored-row.ts";
import type { Acting } from "./act.ts";

/** A row of a write that took a step with an effect. */
export interface Taken {
  readonly id: string;
  readonly before: StoredCells | null;
  readonly after: StoredCells;
}

/** Does what a step does to other records, for all rows of one write that took it; they are written already. */
export type Effect = (acting: Acting, register: Register, rows: readonly Taken[]) => Promise<void>;
