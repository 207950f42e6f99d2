import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { developmentSignIn } from "../../server/access/sign-in.ts";
import { serve } from "../../server/serve.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { makeWorld, type World } from "../support/world.ts";
import { benchDatabase } from "./database.ts";

/** A server in this process with its store at hand, so that a benchmark may fill it in sets and ask it over HTTP. */
export interface House {
  readonly url: string;
  readonly store: Store;
  readonly world: World;
  /** Of the institution's portfolio owner of services. */
  readonly token: string;
}

/** Runs `work` on PostgreSQL, then on the embedded database (`suffix` tells which). */
export async function inBothHouses(work: (house: House, suffix: "" | ".embedded") => Promise<void>): Promise<void> {
  const database = await benchDatabase();
  try {
    await inHouse({ kind: "postgresql", url: database.url }, (house) => work(house, ""));
  } finally {
    await database.drop();
  }
  const folder = await mkdtemp(join(tmpdir(), "saime-bench-"));
  try {
    await inHouse({ kind: "embedded", folder }, (house) => work(house, ".embedded"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inHouse(
  database: Parameters<typeof openStore>[0]["database"],
  work: (house: House) => Promise<void>,
): Promise<void> {
  const store = await openStore({ database });
  try {
    const world = await makeWorld(store);
    const signIn = developmentSignIn(store, randomBytes(32));
    const dist = await mkdtemp(join(tmpdir(), "saime-dist-"));
    const where = { port: 0, host: "127.0.0.1", dist, development: true };
    const listening = await serve({ store, signIn, ...where, report: (error) => console.error(error) });
    try {
      const { token } = await signIn.signIn(world.portfolio.personId);
      await work({ url: `http://127.0.0.1:${listening.port}`, store, world, token });
    } finally {
      await listening.close(0);
      await rm(dist, { recursive: true, force: true });
    }
  } finally {
    await store.close();
  }
}
