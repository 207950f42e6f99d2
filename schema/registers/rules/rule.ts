import type { Words } from "../words.ts";

/** A rule of the field that the system keeps: what it says, and where it stands. */
export interface Rule {
  /** Section of domain.md, or the law or standard. */
  readonly from: string;
  readonly says: Words;
}
