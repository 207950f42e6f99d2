/** What searches and suggestions give. Highlights are parts of text, never markup, so nothing needs escaping twice. */

/** A piece of a text; `hit` where it meets what was asked. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A record that may help. */
export interface FoundRecord {
  readonly id: string;
  readonly code: string;
  readonly title: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
  /** From 0 to 1. */
  readonly score: number;
  /** What was done then: the work on an incident, the workaround of a known error. */
  readonly remedy: string | null;
}

/** An article's published edition; the next may be in writing meanwhile. */
export interface FoundArticle extends Omit<FoundRecord, "remedy"> {
  readonly level: string;
  readonly edition: number;
  readonly outdated: boolean;
  readonly publishedAt: string | null;
  readonly reviewDue: string | null;
  readonly audience: string | null;
  readonly symptom: string | null;
  readonly cause: string | null;
  readonly solution: string | null;
}

export interface Playbook {
  /** Name of the category. */
  readonly category: string;
  readonly text: string;
}

export interface Suggestions {
  readonly articles: readonly FoundArticle[];
  readonly knownErrors: readonly FoundRecord[];
  readonly closedIncidents: readonly FoundRecord[];
  readonly playbook: Playbook | null;
}

/** What is known so far of the record that is being written; subject and category by name, code or id. */
export interface SuggestAsk {
  readonly register: string;
  readonly title: string;
  readonly description: string | null;
  readonly subject: string | null;
  readonly category: string | null;
  readonly limit: number;
}

export interface KnowledgeAsk {
  /** Words looked for; empty for everything, the latest first. */
  readonly text: string;
  /** `L0`, `L1` or `L2`; null for all that the person reads. */
  readonly level: string | null;
  readonly first: number;
}
