import { ServerError } from "../../../addin/sync/server.ts";
import type { Person, SignIn } from "../../../addin/taskpane/session/port.ts";
import type { Scenario } from "./scenario.ts";

const INSTITUTION = { institution: "Ozolu novada pašvaldība", institutionId: "i-1" };
export const PEOPLE: readonly Person[] = [
  { person: "1", name: "Marta Bērziņa", ...INSTITUTION, roles: ["SERVICE_PORTFOLIO_OWNER"] },
  { person: "2", name: "Ilze Kalniņa", ...INSTITUTION, roles: ["SERVICE_OWNER", "RESOURCE_USER"] },
  { person: "3", name: "Jānis Ozols", ...INSTITUTION, roles: ["FRONT_OFFICE"] },
];

/** Anybody may come in. */
export class DemoSignIn implements SignIn {
  readonly #scenario: Scenario;
  readonly #listeners = new Set<() => void>();
  #current: Person | null;
  #ended = false;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#current = scenario.signedIn ? (PEOPLE[0] ?? null) : null;
  }

  current(): Person | null {
    return this.#current;
  }
  ended(): boolean {
    return this.#ended;
  }
  async verify(): Promise<void> {}
  async choices(): Promise<readonly Person[]> {
    this.#fail();
    return PEOPLE;
  }
  async signIn(choice: Person): Promise<void> {
    this.#fail();
    this.#set(choice, false);
  }
  signOut(): void {
    this.#set(null, false);
  }
  /** The server forgot the session. */
  end(): void {
    this.#set(null, true);
  }
  async rights() {
    this.#fail();
    const may = !this.#scenario.readOnly;
    const services = { key: "services", rows: 1745, mayCreate: may, mayEdit: may, mayRetire: may };
    return this.#scenario.own ? [services, { ...services, key: "customFields", rows: 2 }] : [services];
  }
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #set(person: Person | null, ended: boolean): void {
    this.#current = person;
    this.#ended = ended;
    for (const listener of this.#listeners) listener();
  }

  #fail(): void {
    if (this.#scenario.fails) throw new ServerError(this.#scenario.fails, "Demo failure");
  }
}
