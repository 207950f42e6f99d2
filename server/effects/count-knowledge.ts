import { findRegister } from "../../schema/registers/catalogue.ts";
import { idsIn } from "../../schema/registers/named-in.ts";
import { loadRows } from "../store/rows.ts";
import { act } from "./act.ts";
import type { Effect } from "./effect.ts";

/** domain.md, section 2: how many incidents were resolved with an article. */
export const countKnowledge: Effect = async (acting, _register, rows) => {
  const knowledge = findRegister("knowledge");
  const uses = new Map<string, number>();
  for (const { after } of rows) for (const id of idsIn(after["knowledge"])) uses.set(id, (uses.get(id) ?? 0) + 1);
  if (!knowledge || uses.size === 0) return;
  const articles = await loadRows(
    acting.sql,
    knowledge,
    "institution_id = $1 and id = any($2::uuid[]) and retired_at is null",
    [acting.actor.institutionId, [...uses.keys()]],
    "order by id for update",
  );
  const counted = [...articles.values()].map((current) => {
    const useCount = Number(current.cells["useCount"] ?? 0) + (uses.get(current.id) ?? 0);
    return { id: current.id, current, cells: { useCount } };
  });
  await act(acting, knowledge, counted);
};
