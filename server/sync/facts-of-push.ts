import { parseCell } from "../../schema/registers/cells.ts";
import type { FactName } from "../../schema/registers/facts.ts";
import { perRegister } from "../../schema/registers/per-register.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { PushRow } from "../../schema/sync/protocol.ts";
import type { FactRow } from "../rules/fact.ts";
import { asksFacts, Facts, factsOfWrite } from "../rules/open-facts.ts";
import type { StoredCells, StoredRow } from "../store/stored-row.ts";
import type { Sql } from "../store/store.ts";
import { draftRow, type Drafting } from "./plan-row.ts";

/** Looks up, for all rows of a push together, what their rules ask about. Rows that ask nothing cost nothing. */
export async function factsOfPush(
  sql: Sql,
  asking: Drafting,
  rows: readonly { readonly id: string; readonly asked: PushRow; readonly current: StoredRow | null }[],
): Promise<Facts> {
  const { register, actor, moment } = asking;
  if (!asksFacts(register)) return Facts.none;
  const names = new Set<FactName>();
  const drafts: FactRow[] = [];
  for (const { id, asked, current } of rows) {
    if (!mayAsk(register, asked, current)) continue;
    const before = current?.cells ?? null;
    const after = draftRow(asking, asked, current);
    const facts = factsOfWrite(register, before, after);
    for (const name of facts) names.add(name);
    if (facts.length > 0) drafts.push({ id, before, after });
  }
  if (names.size === 0) return Facts.none;
  return Facts.open({ sql, register, actor, moment, rows: drafts }, names);
}

/** Whether a row's rules can ask about anything, told without reading the whole row. */
function mayAsk(register: Register, { cells, retire }: PushRow, current: StoredRow | null): boolean {
  const { lifecycle, guards = [] } = register;
  if (guards.some(({ fact }) => fact !== undefined)) return true;
  if (!lifecycle) return false;
  if (retire) return true;
  const state = lifecycle.column;
  const column = register.columns[state];
  const raw = cells[state] ?? null;
  if (raw === null || !column) return false;
  if (lifecycle.model) return true;
  const parsed = parseCell(state, column, raw);
  return parsed.ok && wayAsks(register, current?.cells ?? null, state, String(parsed.cell));
}

const asking = perRegister(() => new Map<string, boolean>());

/** Whether the steps between two states ask about facts; worked out once a pair, for thousands of rows take the same way. */
function wayAsks(register: Register, before: StoredCells | null, state: string, to: string): boolean {
  const known = asking(register);
  const way = `${before === null ? "" : String(before[state])} ${to}`;
  let asks = known.get(way);
  if (asks === undefined) {
    asks = factsOfWrite(register, before, { [state]: to }).length > 0;
    known.set(way, asks);
  }
  return asks;
}
