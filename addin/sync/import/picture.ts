import type { Cell } from "../../../schema/registers/register.ts";
import { ServerError, type SaimeServer } from "../server.ts";
import type { Work } from "../service.ts";

/** A row of the register as the server has it. */
export interface RegisterRow {
  readonly id: string;
  readonly version: number;
  readonly retired: boolean;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** The whole register, page by page. Throws {@link ServerError}, CANCELLED when given up. */
export async function pullAll(server: SaimeServer, register: string, work?: Work): Promise<readonly RegisterRow[]> {
  const rows = new Map<string, RegisterRow>();
  let cursor: string | null = null;
  for (;;) {
    if (work?.signal?.aborted) throw new ServerError("CANCELLED", "The import was cancelled.");
    const page = await server.pull(register, cursor, work?.signal);
    const [ids = [], versions = [], retired = []] = page.values;
    for (let i = 0; i < page.count; i++) {
      const cells: Record<string, Cell> = {};
      for (let c = 3; c < page.columns.length; c++) cells[page.columns[c] as string] = page.values[c]?.[i] as Cell;
      const id = ids[i] as string;
      rows.set(id, { id, version: versions[i] as number, retired: retired[i] as boolean, cells });
    }
    work?.onProgress?.({ phase: "PULL", done: rows.size, total: page.more ? rows.size + page.count : rows.size });
    if (!page.more) return [...rows.values()];
    cursor = page.cursor;
  }
}
