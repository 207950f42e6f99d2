import type { Cell } from "../../../schema/registers/register.ts";
import type { HistoryEntry, PullPage, PushAnswer, UndoAnswer } from "../../../schema/sync/protocol.ts";
import type { SaimeServer } from "../../sync/server.ts";
import { knowMore } from "../data/known-fields.ts";
import type { ApiClient } from "./client.ts";
import { HISTORY, PULL, PUSH, UNDO } from "./documents.ts";

/** The server behind the GraphQL API. `RawJson` fields arrive parsed: they are JSON within the answer's JSON. */
export function createSaimeServer(api: ApiClient): SaimeServer {
  return {
    pull: async (register, since, signal) => {
      const page = (await api.query(PULL, { register, since }, signal)).pull as PullPage;
      knowMore(register, page.fields ?? []);
      return page;
    },
    push: async ({ register, batch, part, rows, dryRun }, signal) => {
      const answer = await api.mutate(PUSH, { register, batch, part, rows: [...rows], dryRun }, signal);
      return answer.push.json as PushAnswer;
    },
    undo: async (register, batch, signal) =>
      (await api.mutate(UNDO, { register, batch }, signal)).undo.json as UndoAnswer,
    history: async (register, row, signal) => {
      const answer = await api.query(HISTORY, { register, row }, signal);
      return answer.history.map((entry): HistoryEntry => ({
        ...entry,
        changes: entry.changes.map(({ column, from, to }) => ({ column, from: from as Cell, to: to as Cell })),
      }));
    },
  };
}
