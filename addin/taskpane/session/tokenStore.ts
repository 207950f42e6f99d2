import type { Drawer } from "../preferences/drawer.ts";
import type { Person } from "./port.ts";

/** A session as it is kept while the pane's window lives. */
export interface KeptSession {
  readonly token: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
  readonly person: Person;
}

const KEY = "saime.session";

/** Keeps the session in `drawer`. */
export class TokenStore {
  readonly #drawer: Drawer;
  #kept: KeptSession | null;

  constructor(drawer: Drawer) {
    this.#drawer = drawer;
    this.#kept = this.#read();
  }

  /** The session, unless it has run out by `now`. */
  get(now: Date): KeptSession | null {
    return this.#kept && Date.parse(this.#kept.expiresAt) > now.getTime() ? this.#kept : null;
  }

  /** True when a session is kept that has run out. */
  ranOut(now: Date): boolean {
    return this.#kept !== null && this.get(now) === null;
  }

  set(session: KeptSession | null): void {
    this.#kept = session;
    if (session) this.#drawer.setItem(KEY, JSON.stringify(session));
    else this.#drawer.removeItem(KEY);
  }

  #read(): KeptSession | null {
    try {
      const text = this.#drawer.getItem(KEY);
      const kept = text ? (JSON.parse(text) as Partial<KeptSession>) : null;
      // An earlier edition kept people without their institution's id: they sign in anew.
      return kept?.token && kept.expiresAt && kept.person?.institutionId ? (kept as KeptSession) : null;
    } catch {
      return null;
    }
  }
}
