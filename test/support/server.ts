import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { developmentSignIn } from "../../server/access/sign-in.ts";
import { serve } from "../../server/serve.ts";
import { type Answered, ask as send, type Asking } from "./ask.ts";
import { openTestStore } from "./store.ts";
import { makeWorld, type World } from "./world.ts";

export interface TestServer {
  readonly url: string;
  readonly world: World;
  /** Bearer tokens by the person's name. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What went to the log. */
  readonly reported: readonly unknown[];
  /** Asks as a person, or as nobody. */
  ask<Data = Record<string, unknown>>(
    who: { readonly name: string } | null,
    query: string,
    asking?: Omit<Asking, "token">,
  ): Promise<Answered<Data>>;
  close(): Promise<void>;
}

/** The real server over HTTP on a free port: a fresh migrated database, two institutions, their people signed in. */
export async function startTestServer({ now }: { readonly now?: () => Date } = {}): Promise<TestServer> {
  const store = await openTestStore();
  const dist = await mkdtemp(join(tmpdir(), "saime-dist-"));
  const reported: unknown[] = [];
  const world = await makeWorld(store);
  const signIn = developmentSignIn(store, randomBytes(32), now);
  const listening = await serve({
    store,
    signIn,
    dist,
    port: 0,
    host: "127.0.0.1",
    development: true,
    report: (error) => void reported.push(error),
  });
  const tokens: Record<string, string> = {};
  for (const { person, name } of await signIn.choices()) tokens[name] = (await signIn.signIn(person)).token;
  const url = `http://127.0.0.1:${listening.port}`;
  return {
    url,
    world,
    tokens,
    reported,
    ask: (who, query, asking) => send(url, query, { ...asking, token: who === null ? undefined : tokens[who.name] }),
    async close() {
      await listening.close(0);
      await store.close();
      await rm(dist, { recursive: true, force: true });
    },
  };
}
