import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import { PoolStore } from "./pool-store.ts";
import type { Store } from "./store.ts";

const clients = new WeakMap<Store, PrismaClient>();

/**
 * Prisma's client over the store's own connections, for typed reads in server/store. Not inside `store.transaction`:
 * it would use another connection, and the embedded database has one. Never `createMany` for more than a handful.
 */
export function prismaOf(store: Store): PrismaClient {
  if (!(store instanceof PoolStore)) throw new TypeError("this store has no connections of its own");
  let client = clients.get(store);
  if (!client) {
    client = new PrismaClient({ adapter: new PrismaPg(store.pool) });
    clients.set(store, client);
  }
  return client;
}
