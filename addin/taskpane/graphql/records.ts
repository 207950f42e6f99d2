import type { PushAnswer } from "../../../schema/sync/protocol.ts";
import type { RecordService } from "../records/port.ts";
import type { ApiClient } from "./client.ts";
import { PUSH } from "./documents.ts";
import { IMPACT, LINKS, LOOK_UP, OVERVIEW, STEPS, TIMERS } from "./record-documents.ts";

/** Single records behind the GraphQL API. A step is a push of one row, under the rules of every other. */
export function createRecords(api: ApiClient): RecordService {
  return {
    steps: async (register, row, signal) =>
      (await api.query(STEPS, { register, row }, signal)).steps.map((step) => ({
        ...step,
        reasons: step.reasons.map(({ message }) => message),
      })),
    take: async (register, row, version, cells) => {
      const rows = [{ row, base: version, cells }];
      const asked = { register, batch: crypto.randomUUID(), part: 0, rows, dryRun: false };
      const { results } = (await api.mutate(PUSH, asked)).push.json as PushAnswer;
      const [result] = results;
      const refusals = result?.refusals ?? [];
      return result && result.outcome !== "REFUSED" && result.outcome !== "CONFLICT"
        ? { taken: true }
        : { taken: false, refusals };
    },
    links: async (register, row, signal) => (await api.query(LINKS, { register, row }, signal)).links,
    impact: async (register, row, signal) => (await api.query(IMPACT, { register, row }, signal)).impactOf,
    timers: async (register, row, signal) =>
      (await api.query(TIMERS, { register, row }, signal)).timers ?? { timers: [], turns: [] },
    lookUp: async (to, text, signal) => (await api.query(LOOK_UP, { to, text }, signal)).lookUp,
    overview: async (signal) => (await api.query(OVERVIEW, {}, signal)).overview.groups,
  };
}
