import type { ApiClient } from "../graphql/client.ts";
import { asField } from "../graphql/as-field.ts";
import { ME, REGISTERS, SIGN_IN, SIGN_IN_CHOICES } from "../graphql/documents.ts";
import type { Person, SignIn } from "./port.ts";
import type { TokenStore } from "./tokenStore.ts";

/** Signing in by picking a person of the sample institution. The server refuses it outside development. */
export class DevelopmentSignIn implements SignIn {
  readonly #store: TokenStore;
  readonly #api: ApiClient;
  readonly #listeners = new Set<() => void>();
  #current: Person | null;
  #ended: boolean;

  /** `api` must send the token of the same `store`, and call {@link end} when the server no longer knows it. */
  constructor(store: TokenStore, api: ApiClient) {
    this.#store = store;
    this.#api = api;
    this.#current = store.get(new Date())?.person ?? null;
    this.#ended = store.ranOut(new Date());
  }

  current(): Person | null {
    return this.#current;
  }

  ended(): boolean {
    return this.#ended;
  }

  async verify(signal?: AbortSignal): Promise<void> {
    const before = this.#store.get(new Date());
    const { me } = await this.#api.query(ME, {}, signal);
    // Someone else may have signed in while the answer travelled.
    if (this.#store.get(new Date())?.token !== before?.token) return;
    if (!me) return this.end();
    if (before) this.#set({ ...before, person: me }, false);
  }

  async choices(signal?: AbortSignal): Promise<readonly Person[]> {
    return (await this.#api.query(SIGN_IN_CHOICES, {}, signal)).signInChoices;
  }

  async signIn(choice: Person): Promise<void> {
    const { token, expiresAt } = (await this.#api.mutate(SIGN_IN, { person: choice.person })).signIn;
    this.#set({ token, expiresAt, person: choice }, false);
  }

  signOut(): void {
    this.#set(null, false);
  }

  /** The server no longer knows the token. */
  end(): void {
    if (this.#current) this.#set(null, true);
  }

  async rights(signal?: AbortSignal) {
    const { registers } = await this.#api.query(REGISTERS, {}, signal);
    return registers.map(({ customFields, ...rights }) => ({ ...rights, customFields: customFields.map(asField) }));
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #set(session: Parameters<TokenStore["set"]>[0], ended: boolean): void {
    this.#store.set(session);
    this.#ended = ended;
    this.#current = session?.person ?? null;
    for (const listener of this.#listeners) listener();
  }
}
