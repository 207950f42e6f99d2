import { describe, expect, it } from "vitest";
import { openDrawer, type Drawer } from "../preferences/drawer.ts";
import type { ApiClient } from "../graphql/client.ts";
import { DevelopmentSignIn } from "./developmentSignIn.ts";
import type { Person } from "./port.ts";
import { TokenStore } from "./tokenStore.ts";

const MARTA: Person = {
  person: "1",
  name: "Marta",
  institution: "Novads",
  institutionId: "i-1",
  roles: ["SERVICE_PORTFOLIO_OWNER"],
};
const now = new Date("2026-11-21T08:00:00Z");
const LATER = "2099-01-01T00:00:00Z";

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
const drawerOver = (storage: Storage, partition?: string) => openDrawer(() => storage, partition);

/** A server that knows one token. */
function apiKnowing(me: Person | null): ApiClient {
  const answer = { me, signIn: { token: "t", expiresAt: LATER }, signInChoices: [MARTA], registers: [] };
  return { query: async () => answer as never, mutate: async () => answer as never };
}

describe("the session", () => {
  it("outlives the page but not its own end", () => {
    const storage = memory();
    new TokenStore(drawerOver(storage)).set({ token: "t", expiresAt: "2026-11-21T09:00:00Z", person: MARTA });
    const store = new TokenStore(drawerOver(storage));
    expect(store.get(now)?.person).toEqual(MARTA);
    const afterwards = new Date("2026-11-21T09:00:00Z");
    expect(store.get(afterwards)).toBeNull();
    expect(store.ranOut(afterwards)).toBe(true);
    expect(store.ranOut(now)).toBe(false);
  });

  it("of one partition is not seen by another", () => {
    const storage = memory();
    new TokenStore(drawerOver(storage, "a-")).set({ token: "t", expiresAt: LATER, person: MARTA });
    expect(new TokenStore(drawerOver(storage, "b-")).get(now)).toBeNull();
    expect(new TokenStore(drawerOver(storage, "a-")).get(now)?.token).toBe("t");
  });

  it.each(["", "{", '"text"', "null", '{"token":"t"}'])("is none where %j is kept", (kept) => {
    const storage = memory();
    storage.setItem("saime.session", kept);
    expect(new TokenStore(drawerOver(storage)).get(now)).toBeNull();
  });

  it("of an edition that did not know institutions by their ids is none: one signs in anew", () => {
    const storage = memory();
    const { institutionId: _id, ...person } = MARTA;
    storage.setItem("saime.session", JSON.stringify({ token: "t", expiresAt: LATER, person }));
    expect(new TokenStore(drawerOver(storage)).get(now)).toBeNull();
  });

  it("lives as long as the page where storage is forbidden", () => {
    const forbidden: Drawer = openDrawer(() => {
      throw new DOMException("Denied", "SecurityError");
    });
    const store = new TokenStore(forbidden);
    store.set({ token: "t", expiresAt: LATER, person: MARTA });
    expect(store.get(now)?.token).toBe("t");
    expect(forbidden.getItem("saime.session")).not.toBeNull();
  });
});

describe("signing in", () => {
  it("tells everyone who listens, and signing out forgets the token", async () => {
    const store = new TokenStore(drawerOver(memory()));
    const signIn = new DevelopmentSignIn(store, apiKnowing(MARTA));
    const heard: (string | undefined)[] = [];
    signIn.subscribe(() => heard.push(signIn.current()?.name));
    await signIn.signIn(MARTA);
    expect(store.get(now)?.token).toBe("t");
    signIn.signOut();
    expect(store.get(now)).toBeNull();
    expect(signIn.ended()).toBe(false);
    expect(heard).toEqual(["Marta", undefined]);
  });

  it("takes over roles that changed since", async () => {
    const store = new TokenStore(drawerOver(memory()));
    const signIn = new DevelopmentSignIn(store, apiKnowing({ ...MARTA, roles: ["FRONT_OFFICE"] }));
    await signIn.signIn(MARTA);
    await signIn.verify();
    expect(signIn.current()?.roles).toEqual(["FRONT_OFFICE"]);
  });

  it("ends by itself, and says so, when the server does not know the token", async () => {
    const store = new TokenStore(drawerOver(memory()));
    const signIn = new DevelopmentSignIn(store, apiKnowing(null));
    await signIn.signIn(MARTA);
    await signIn.verify();
    expect(signIn.current()).toBeNull();
    expect(signIn.ended()).toBe(true);
  });
});
