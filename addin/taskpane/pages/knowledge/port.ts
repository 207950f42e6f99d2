/** What the pane asks of the server about knowledge, and what it gives. */

/** A piece of a text; `hit` where it meets what was asked. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}
export interface Found {
  readonly id: string;
  readonly code: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
}
/** A published edition. */
export interface Article extends Found {
  readonly level: string;
  readonly outdated: boolean;
  /** `YYYY-MM-DD`. */
  readonly reviewDue: string | null;
  readonly audience: string | null;
  readonly symptom: string | null;
  readonly cause: string | null;
  readonly solution: string | null;
}
/** A record of before, with what was done then. */
export interface Similar extends Found {
  readonly remedy: string | null;
}
export interface Suggested {
  readonly articles: readonly Article[];
  readonly knownErrors: readonly Similar[];
  readonly closedIncidents: readonly Similar[];
  readonly playbook: { readonly category: string; readonly text: string } | null;
}
/** The record being written, as its cells are now. */
export interface Written {
  readonly register: string;
  readonly title: string;
  readonly description: string | null;
  readonly subject: string | null;
  readonly category: string | null;
}

export interface KnowledgeService {
  /** Best first; without words the latest first. `level` null for all that the person reads. */
  search(text: string, level: string | null, signal?: AbortSignal): Promise<readonly Article[]>;
  suggest(written: Written, signal?: AbortSignal): Promise<Suggested>;
}
