import type { YearDay } from "../calendar/year.ts";
import type { FigureAnswer, FigureAsk } from "../functions/asks.ts";
import type { Behind, ResultsAsk, ResultsPage, SeriesAsk } from "../measuring/asks.ts";
import type { KpiSeries } from "../measuring/results.ts";
import type { Followed, Recurring } from "./follow-types.ts";
import type { CustomField } from "../registers/custom.ts";
import type { StepOffer } from "../registers/offers.ts";
import type { Role } from "../registers/roles.ts";
import type { Language, Words } from "../registers/words.ts";
import type { HistoryEntry, PushAnswer, PushRequest, UndoAnswer } from "../sync/protocol.ts";
import type { RowTimers } from "../timers/answers.ts";
import type { FoundArticle, KnowledgeAsk, SuggestAsk, Suggestions } from "./search-types.ts";
import type { Maturity } from "./maturity-answer.ts";
import type { RawJsonSlots, RawText } from "./raw-json.ts";

/** Who asks: a person of an institution with the roles held today. Row roles (owner of a service) come from the row. */
export interface Actor {
  readonly personId: string;
  readonly institutionId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Roles held for single services, resources or processes, by the row's id. */
  readonly scoped?: readonly { readonly role: Role; readonly scope: string }[];
  /** A monitoring system signed in by its token; it holds no role and only registers incidents. */
  readonly monitoring?: true;
}

/** The actor of a request, with what the pane shows of it. */
export interface SignedIn extends Actor {
  /** Name of the institution. */
  readonly institution: string;
}

/** A register as the signed-in person may use it. `mayEdit` is true when there is any row the person may change. */
export interface RegisterAccess {
  readonly key: string;
  readonly label: Words;
  /** Rows in use, retired ones not counted. */
  readonly rows: number;
  readonly mayCreate: boolean;
  readonly mayEdit: boolean;
  readonly mayRetire: boolean;
  /** Columns that the institution has added, ended ones too. */
  readonly customFields: readonly CustomField[];
}

/** A typed list query over a register: conditions by column, order, relay paging. */
export interface ListQuery {
  readonly where: readonly {
    readonly column: string;
    readonly op: "eq" | "in" | "contains" | "gte" | "lte" | "isNull";
    readonly value: unknown;
  }[];
  readonly orderBy: readonly { readonly column: string; readonly direction: "ASC" | "DESC" }[];
  readonly includeRetired: boolean;
  /** Only rows that stand after this place in the order, or before that. */
  readonly after?: Place;
  readonly before?: Place;
  /** At most so many rows: the first ones, or the last ones when read backward. */
  readonly limit: number;
  readonly backward?: boolean;
}

/** Where a row stands in an order: what it holds in the order's columns, as text, and its id. */
export interface Place {
  readonly values: readonly (string | null)[];
  readonly id: string;
}

/** A row for typed queries: system fields and canonical cells by column. */
export interface ListedRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cells: Readonly<Record<string, unknown>>;
  /** Cells of the institution's own columns, which are among `cells` too. */
  readonly custom: readonly { readonly key: string; readonly label: Words; readonly value: unknown }[];
  readonly place: Place;
}
export interface ListedPage {
  readonly rows: readonly ListedRow[];
  /** How many rows the conditions let through, on all pages. */
  readonly total: number;
  /** Whether there are more rows on the side towards which the page was read. */
  readonly more: boolean;
}

/** What a monitoring or measuring system signs in with; times are ISO 8601, UTC. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** Name of the person who made it. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}
export interface NewApiToken extends ApiToken {
  /** Told once. */
  readonly token: string;
}

export interface SignInChoice {
  readonly person: string;
  readonly name: string;
  /** Name of the institution. */
  readonly institution: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
}

/** A service or resource as impact and collisions name it. */
export interface ImpactSubject {
  readonly id: string;
  readonly register: "services" | "resources";
  readonly code: string;
  readonly name: string;
}
export interface ImpactHit extends ImpactSubject {
  /** Ids from the hit to what failed, and the same in codes. */
  readonly path: readonly string[];
  readonly way: string;
}
export interface ImpactAnswer {
  readonly failed: readonly ImpactSubject[];
  readonly hits: readonly ImpactHit[];
}

/** Another change, or a freeze window, in the time of a change. */
export interface Collision {
  readonly kind: "CHANGE" | "FREEZE";
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: string | null;
  readonly from: string;
  readonly to: string;
  readonly how: "SAME" | "DEPENDENT" | "SHARED";
  readonly on: readonly ImpactSubject[];
  readonly more: number;
}
export interface Collisions {
  /** Null where the change has no whole window. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly items: readonly Collision[];
}

/** An emergency change that was begun. */
export interface EmergencyChange {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly startedAt: string;
  readonly assessedAt: string | null;
  readonly authorisedAt: string | null;
  /** Day by which the paperwork must be complete. */
  readonly due: string;
  readonly complete: boolean;
  readonly late: boolean;
}
export interface EmergencyPaperwork {
  readonly begun: number;
  readonly late: number;
  readonly changes: readonly EmergencyChange[];
}

/** A record that waits for a person. */
export interface WaitingItem {
  readonly register: string;
  readonly id: string;
  readonly code: string;
  readonly title: Words;
  readonly why: Words;
  readonly since: string | null;
}
export interface WaitingGroup {
  readonly key: string;
  readonly label: Words;
  readonly total: number;
  readonly items: readonly WaitingItem[];
}
export interface Overview {
  readonly groups: readonly WaitingGroup[];
}

/** A record that a row refers to (OUT), or that refers to it (IN). */
export interface LinkedRow {
  readonly direction: "IN" | "OUT";
  readonly column: string;
  readonly columnLabel: Words;
  readonly register: string;
  readonly id: string;
  readonly code: string;
  readonly title: Words;
  readonly retired: boolean;
  /** How many the column links altogether. */
  readonly total: number;
}

/** A row that a reference column may name; `cell` is what names just this one. */
export interface Candidate {
  readonly register: string;
  readonly code: string;
  readonly name: string;
  readonly cell: string;
}

/** What the server can do; resolvers are thin and call these. Each checks rights itself and throws `SaimeError`. */
export interface UseCases {
  /** The registers the person may read, in declared order. */
  registers(actor: Actor): Promise<readonly RegisterAccess[]>;
  /** JSON of a `PullPage`, as text or UTF-8, spliced into the answer as it is. */
  pull(actor: Actor, register: string, since: string | null, bytes: number | null): Promise<RawText>;
  push(actor: Actor, request: PushRequest): Promise<PushAnswer>;
  undo(actor: Actor, register: string, batch: string): Promise<UndoAnswer>;
  /** The steps open to a row from where it is, with what stands in the way of each; none for a row there is not. */
  steps(actor: Actor, register: string, row: string): Promise<readonly StepOffer[]>;
  history(actor: Actor, register: string, row: string): Promise<readonly HistoryEntry[]>;
  /** What goes down with a service or resource; null when there is none. */
  impact(actor: Actor, subject: string): Promise<ImpactAnswer | null>;
  /** What goes down with what a record is about; null for a record there is not, or that is about nothing. */
  impactOf(actor: Actor, register: string, row: string): Promise<ImpactAnswer | null>;
  /** What a change meets in its window; null for a change there is not. */
  collisions(actor: Actor, change: string): Promise<Collisions | null>;
  emergencyPaperwork(actor: Actor): Promise<EmergencyPaperwork>;
  /** Incidents that recur and are offered as new problems. */
  recurringIncidents(actor: Actor): Promise<readonly Recurring[]>;
  /** Where the record stands that an application opened. */
  followedRecord(actor: Actor, application: string): Promise<Followed | null>;
  /** Reaction, restoration and fulfilment of a row; null for a row there is not. */
  timers(actor: Actor, register: string, row: string): Promise<RowTimers | null>;
  /** Days of a calendar in a year; null for a calendar there is not. */
  calendarYear(actor: Actor, calendar: string, year: number): Promise<readonly YearDay[] | null>;
  maturity(actor: Actor): Promise<Maturity>;
  /** KPIs over time, with how they move. */
  kpiSeries(actor: Actor, ask: SeriesAsk): Promise<readonly KpiSeries[]>;
  /** Results for a sheet, page by page. */
  kpiResults(actor: Actor, ask: ResultsAsk): Promise<ResultsPage>;
  /** Answers what cells of a workbook ask, in their order. */
  figures(actor: Actor, asks: readonly FigureAsk[]): Promise<readonly FigureAnswer[]>;
  /** The rows behind a figure of the own institution; half open, `YYYY-MM-DD`. */
  kpiRows(
    actor: Actor,
    of: { readonly kpi: string; readonly scope: string | null; readonly from: string; readonly to: string },
  ): Promise<Behind>;
  /** What may help with a record that is being written. */
  suggest(actor: Actor, ask: SuggestAsk): Promise<Suggestions>;
  /** Published knowledge that the person may read. */
  searchKnowledge(actor: Actor, ask: KnowledgeAsk): Promise<readonly FoundArticle[]>;
  /** What waits for the person. */
  overview(actor: Actor): Promise<Overview>;
  /** Records linked to a row, both ways; none for a row there is not. */
  links(actor: Actor, register: string, row: string): Promise<readonly LinkedRow[]>;
  /** Rows that a column referring to `to` may name and whose code or name holds the text. */
  lookUp(actor: Actor, to: string, text: string): Promise<readonly Candidate[]>;
  listRows(actor: Actor, register: string, query: ListQuery): Promise<ListedPage>;
  findRow(
    actor: Actor,
    register: string,
    key: { readonly id?: string; readonly code?: string },
  ): Promise<ListedRow | null>;
  /** Personal data of applicants that the institution keeps no longer; gives of how many rows. */
  erasePersonalData(actor: Actor): Promise<number>;
  apiTokens(actor: Actor): Promise<readonly ApiToken[]>;
  createApiToken(actor: Actor, name: string): Promise<NewApiToken>;
  revokeApiToken(actor: Actor, id: string): Promise<ApiToken>;
  signInChoices(): Promise<readonly SignInChoice[]>;
  /** Development only: a bearer token for one of the choices. */
  signIn(person: string): Promise<{ readonly token: string; readonly expiresAt: string }>;
}

export interface ApiContext {
  /** Null when nobody is signed in. */
  readonly actor: SignedIn | null;
  readonly language: Language;
  readonly use: UseCases;
  /** Where resolvers put JSON text that goes into the answer unparsed. */
  readonly raw: RawJsonSlots;
}
