import { findRegister } from "../../schema/registers/catalogue.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { loadRows } from "../store/rows.ts";
import { act, type Acting } from "./act.ts";
import type { Effect } from "./effect.ts";

/** domain.md, section 2: how many incidents were resolved with an article. */
export const countKnowledge: Effect = async (acting, _register, rows) => {
  const uses = new Map<string, number>();
  for (const { after } of rows) for (const id of idsIn(after["knowledge"])) uses.set(id, (uses.get(id) ?? 0) + 1);
  await addUses(acting, uses);
};

/** Adds uses, by article, or takes back what is below nothing. Articles out of use keep their count. */
export async function addUses(acting: Acting, uses: ReadonlyMap<string, number>): Promise<void> {
  const knowledge = findRegister("knowledge");
  const ids = [...uses].flatMap(([id, count]) => (count === 0 ? [] : [id]));
  if (!knowledge || ids.length === 0) return;
  const articles = await loadRows(
    acting.sql,
    knowledge,
    "institution_id = $1 and id = any($2::uuid[]) and retired_at is null",
    [acting.actor.institutionId, ids],
    "order by id for update",
  );
  const counted = [...articles.values()].map((current) => {
    const useCount = Math.max(0, Number(current.cells["useCount"] ?? 0) + (uses.get(current.id) ?? 0));
    return { id: current.id, current, cells: { useCount } };
  });
  await act(acting, knowledge, counted);
}
