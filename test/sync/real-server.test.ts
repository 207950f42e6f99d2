import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ServerError, type SaimeServer } from "../../addin/sync/server.ts";
import type { Actor } from "../../schema/api/context.ts";
import type { CustomField } from "../../schema/registers/custom.ts";
import type { Cell } from "../../schema/registers/register.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { history } from "../../server/sync/history.ts";
import { pull } from "../../server/sync/pull.ts";
import { push } from "../../server/sync/push.ts";
import { undo } from "../../server/sync/undo.ts";
import type { Store } from "../../server/store/store.ts";
import { openTestStore } from "../support/store.ts";
import { makeWorld } from "../support/world.ts";
import { histories, live } from "./history.ts";
import { FIELDS } from "./fields.ts";
import { World } from "./world.ts";

/** The same histories against the server itself and its database. */
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
}, 60_000);
afterAll(() => store.close());

const HISTORIES = 25;
interface Row {
  readonly id: string;
  readonly retired: boolean;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly holder: string | null;
  readonly lifeSituation: string | null;
  readonly costCentre: string | null;
  readonly custom: Readonly<Record<string, Cell>>;
}

/** Adds the field to the register, unless it is there by now. */
async function addField(actor: Actor, { key, label, type }: CustomField): Promise<void> {
  const cells = {
    code: key.slice("custom.".length),
    register: "SERVICES",
    type,
    headingLv: label.lv,
    headingEn: label.en,
  };
  const rows = [{ row: crypto.randomUUID(), base: null, cells }];
  await push(store, actor, { register: "customFields", batch: crypto.randomUUID(), part: 0, rows, dryRun: false });
}

test("histories of two sheets and the real server come together, lose no edit and double no row", async () => {
  const property = fc.asyncProperty(histories, async (one) => {
    // An institution of its own: each history starts from an empty register.
    const { portfolio: actor } = await makeWorld(store);
    const written = new Set<string>();
    const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
      try {
        return await ask();
      } catch (error) {
        if (error instanceof SaimeError) throw new ServerError("BAD_REQUEST", error.message, { cause: error });
        throw error;
      }
    };
    const readPage = async (since: string | null) =>
      JSON.parse(Buffer.from(await pull(store, actor, "services", since, null)).toString()) as PullPage;
    const server: SaimeServer = {
      pull: (_register, since) => asked(() => readPage(since)),
      undo: (register, batch) => asked(() => undo(store, actor, register, batch)),
      history: (register, row) => asked(() => history(store, actor, register, row)),
      push: async (request) => {
        const answer = await asked(() => push(store, actor, request));
        const sent = new Map(request.rows.map(({ row, cells }) => [row, cells]));
        for (const { row, outcome } of request.dryRun ? [] : answer.results) {
          if (outcome === "REFUSED" || outcome === "CONFLICT") continue;
          for (const [column, cell] of Object.entries(sent.get(row) ?? {})) written.add(`${column}|${String(cell)}`);
        }
        return answer;
      },
    };
    const [first, later] = FIELDS;
    await addField(actor, first);
    const world = new World(
      server,
      () => undefined,
      () => addField(actor, later),
      () => crypto.randomUUID(),
    );
    await live(world, one, async () => {
      const rows = await store.query<Row>(
        `select id, retired_at is not null as retired, name, legal_basis as "legalBasis", holder, life_situation as "lifeSituation",
                cost_centre as "costCentre", custom
           from service where institution_id = $1`,
        [actor.institutionId],
      );
      return {
        rows: rows.map(({ id, retired, custom, ...cells }) => ({ id, retired, cells: { ...cells, ...custom } })),
        written,
      };
    });
  });
  const result = await fc.check(property, { numRuns: HISTORIES, seed: 20_261_121 });
  const message = result.errorInstance instanceof Error ? result.errorInstance.message : "";
  expect(result.failed ? `${fc.defaultReportMessage(result)}\n${message}` : "").toBe("");
}, 240_000);
