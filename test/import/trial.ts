import type { SaimeServer } from "../../addin/sync/server.ts";
import { createImportService } from "../../addin/sync/import/service.ts";
import type { MemoryPort, SourcePort } from "../../addin/sync/import/port.ts";
import type { ImportService, SourceGrid } from "../../addin/sync/importing.ts";
import type { Actor } from "../../schema/api/context.ts";
import type { PullPage } from "../../schema/sync/protocol.ts";
import { history } from "../../server/sync/history.ts";
import { pull } from "../../server/sync/pull.ts";
import { push } from "../../server/sync/push.ts";
import { undo } from "../../server/sync/undo.ts";
import type { Store } from "../../server/store/store.ts";

/** The server's own use cases behind the sheet's port, without a network between. */
export function serverOf(store: Store, actor: Actor): SaimeServer {
  // What crosses the wire is JSON: values that JSON changes must not survive the shortcut.
  const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return {
    pull: async (register, since) =>
      JSON.parse(new TextDecoder().decode(await pull(store, actor, register, since, null))) as PullPage,
    push: async (request) => wire(await push(store, actor, wire(request))),
    undo: async (register, batch) => wire(await undo(store, actor, register, batch)),
    history: (register, row) => history(store, actor, register, row),
  };
}

export function memoryOf(kept = new Map<string, string>()): MemoryPort {
  return {
    load: async (key) => kept.get(key) ?? null,
    save: async (key, text) => {
      kept.set(key, text);
    },
  };
}

/** A workbook with one source. */
export function sourcesOf(grid: SourceGrid): SourcePort {
  return { list: async () => [grid.source], read: async () => grid, jump: async () => undefined };
}

export function importerOf(
  server: SaimeServer,
  grid: SourceGrid,
  institution = "institution",
  memory = memoryOf(),
): ImportService {
  return createImportService({
    server,
    sources: sourcesOf(grid),
    memory,
    institution: () => institution,
    pause: async () => undefined,
  });
}
