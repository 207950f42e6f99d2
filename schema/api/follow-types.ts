import type { Words } from "../registers/words.ts";

/** Incidents of one service or resource and one category that recur, and may be one problem (domain.md, section 5). */
export interface Recurring {
  readonly subject: {
    readonly id: string;
    readonly register: "services" | "resources";
    readonly code: string;
    readonly name: string;
  };
  readonly category: { readonly id: string; readonly code: string; readonly name: string };
  readonly count: number;
  /** Instants at which the first and the last of them were detected. */
  readonly first: string;
  readonly last: string;
  /** Newest first, at most 20. */
  readonly incidents: readonly { readonly id: string; readonly code: string; readonly title: string }[];
}

/** What an applicant is told of the record that an application opened: its number and where it stands, nothing else. */
export interface Followed {
  readonly code: string;
  readonly state: Words;
}
