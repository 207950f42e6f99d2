import type { CustomField } from "../../../schema/registers/custom.ts";
import type { Role } from "../../../schema/registers/roles.ts";

export interface Person {
  readonly person: string;
  readonly name: string;
  /** The institution's name, to be read. */
  readonly institution: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
}

/** A register as the signed-in person may use it. `rows` are those in use on the server. */
export interface RegisterRights {
  readonly key: string;
  readonly rows: number;
  readonly mayCreate: boolean;
  readonly mayEdit: boolean;
  readonly mayRetire: boolean;
  /** Columns that the institution has added, ended ones too; none when left out. */
  readonly customFields?: readonly CustomField[];
}

/**
 * Signing in, whatever way it is done: by picking a person during development, by an institution's own sign-in later.
 * Calls to the server throw `ServerError`.
 */
export interface SignIn {
  /** Who is signed in as far as this computer knows; no question to the server. */
  current(): Person | null;
  /** Why nobody is: the session ended by itself, or null. */
  ended(): boolean;
  /** Asks the server whether the session still holds; ends it when not. */
  verify(signal?: AbortSignal): Promise<void>;
  choices(signal?: AbortSignal): Promise<readonly Person[]>;
  signIn(choice: Person): Promise<void>;
  signOut(): void;
  rights(signal?: AbortSignal): Promise<readonly RegisterRights[]>;
  /** Tells that `current` or `ended` changed. Returns how to stop. */
  subscribe(changed: () => void): () => void;
}
