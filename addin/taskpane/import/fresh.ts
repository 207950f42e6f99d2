import { headingTexts } from "../../sync/import/headings.ts";
import type { ImportPlan, SourceGrid } from "../../sync/importing.ts";
import type { Draft } from "./draft.ts";

const headingsOf = (grid: SourceGrid, plan: ImportPlan) =>
  headingTexts(grid, { row: plan.headingRow, rows: plan.headingRows ?? 1 });

/** Whether the choices made for a source hold for it as it has been read anew: the same source with the same headings. */
export function stillFits(draft: Draft, fresh: SourceGrid): boolean {
  const { grid, plan } = draft;
  if (!grid || !plan || grid.source.id !== fresh.source.id) return false;
  const before = headingsOf(grid, plan);
  const now = headingsOf(fresh, plan);
  return before.length === now.length && before.every((text, index) => text === now[index]);
}
