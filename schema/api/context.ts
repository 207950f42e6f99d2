import type { Role } from "../registers/roles.ts";
import type { Language, Words } from "../registers/words.ts";
import type { HistoryEntry, PushAnswer, PushRequest, UndoAnswer } from "../sync/protocol.ts";
import type { RawJsonSlots, RawText } from "./raw-json.ts";

/** Who asks: a person of an institution with the roles held today. Row roles (owner of a service) come from the row. */
export interface Actor {
  readonly personId: string;
  readonly institutionId: string;
  readonly name: string;
  readonly roles: readonly Role[];
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
  readonly offset: number;
  readonly limit: number;
}

/** A row for typed queries: system fields and canonical cells by column. */
export interface ListedRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

export interface SignInChoice {
  readonly person: string;
  readonly name: string;
  readonly institution: string;
  readonly roles: readonly Role[];
}

/** What the server can do; resolvers are thin and call these. Each checks rights itself and throws `SaimeError`. */
export interface UseCases {
  /** The registers the person may read, in declared order. */
  registers(actor: Actor): Promise<readonly RegisterAccess[]>;
  /** JSON of a `PullPage`, as text or UTF-8, spliced into the answer as it is. */
  pull(actor: Actor, register: string, since: string | null, bytes: number | null): Promise<RawText>;
  push(actor: Actor, request: PushRequest): Promise<PushAnswer>;
  undo(actor: Actor, register: string, batch: string): Promise<UndoAnswer>;
  history(actor: Actor, register: string, row: string): Promise<readonly HistoryEntry[]>;
  listRows(
    actor: Actor,
    register: string,
    query: ListQuery,
  ): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }>;
  findRow(
    actor: Actor,
    register: string,
    key: { readonly id?: string; readonly code?: string },
  ): Promise<ListedRow | null>;
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
