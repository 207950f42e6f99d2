import type { Actor } from "../../schema/api/context.ts";
import { SaimeError } from "../../schema/messages/errors.ts";
import { registers } from "../../schema/registers/catalogue.ts";
import { sameCell } from "../../schema/registers/cells.ts";
import { PORTFOLIO_OWNERS } from "../../schema/registers/owners.ts";
import { erased, personalColumns } from "../../schema/registers/personal.ts";
import type { Register } from "../../schema/registers/register.ts";
import { heldEverywhere } from "../access/rights.ts";
import { EventLog } from "../store/events.ts";
import { stamp } from "../store/feed.ts";
import { NOBODY } from "../store/newcomers.ts";
import { erasePersonalChanges, forgetAnswers, rowsToErase } from "../store/personal.ts";
import { lockRows, updateRows, type RowWrite } from "../store/rows.ts";
import type { StoredCell, StoredRow } from "../store/stored-row.ts";
import type { Sql, Store, WriteSql } from "../store/store.ts";
import { settingsOf } from "./moment.ts";

/** Rows erased in one transaction. */
const AT_ONCE = 500;
/** Days for which it is remembered what a push to a register with personal data was answered. */
const ANSWERS_DAYS = 30;
const DAY_MS = 86_400_000;

const WITH_PERSONAL = Object.values<Register>(registers).filter((register) => personalColumns(register).size > 0);

/**
 * Erases the personal data of applicants from rows whose work ended longer ago than the institution keeps them
 * (settings `personalMonths`): cells, the log and remembered answers. What is counted and measured stays. By a
 * portfolio owner for the own institution. Gives how many rows it was. Throws SaimeError FORBIDDEN.
 */
export async function erasePersonalData(store: Store, actor: Actor): Promise<number> {
  const held = heldEverywhere(actor);
  if (!PORTFOLIO_OWNERS.some((role) => held.includes(role))) throw new SaimeError("FORBIDDEN");
  return eraseIn(store, actor.institutionId, actor.personId);
}

/** The same for every institution, by nobody: what the server does of itself, day by day. */
export async function eraseEverywhere(store: Store): Promise<number> {
  let count = 0;
  for (const { id } of await store.query<{ id: string }>("select id from institution order by id")) {
    count += await eraseIn(store, id, NOBODY);
  }
  return count;
}

async function eraseIn(store: Store, institutionId: string, actor: string): Promise<number> {
  let count = 0;
  for (const register of WITH_PERSONAL) {
    let few: number;
    do {
      few = await store.transaction((sql) => eraseSome(sql, register, institutionId, actor));
      count += few;
    } while (few === AT_ONCE);
  }
  return count;
}

async function eraseSome(sql: WriteSql, register: Register, institutionId: string, actor: string): Promise<number> {
  const { personalMonths: months } = await settingsOf(sql, institutionId);
  const by = { institutionId, actor, ...(await stamp(sql)) };
  await forgetOld(sql, register.key, institutionId, by.at);
  if (months === null) return 0;
  const ids = await rowsToErase(sql, register, institutionId, { at: by.at, months, limit: AT_ONCE });
  if (ids.length === 0) return 0;
  const rows = await lockRows(sql, register, institutionId, ids);
  const log = new EventLog({ ...by, register: register.key, batch: crypto.randomUUID(), part: 0 }, true);
  const writes: RowWrite[] = [];
  for (const row of rows.values()) {
    const cells = withoutPersonal(register, row);
    const changed = Object.keys(cells);
    if (changed.length === 0) continue;
    const write = { id: row.id, version: row.version + 1, retired: row.retired, cells: { ...row.cells, ...cells } };
    writes.push(write);
    // What stood there is not told, that it was changed is: a sheet that has it edited meets a conflict.
    const changes = Object.fromEntries(changed.map((key) => [key, [null, cells[key] ?? null] as const]));
    log.add({ rowId: row.id, version: write.version, kind: "CHANGE", changes });
  }
  await updateRows(sql, register, writes, by);
  await log.append(sql);
  await erasePersonalChanges(sql, ids);
  await forgetAnswers(sql, register.key, institutionId);
  return ids.length;
}

const forgetOld = (sql: Sql, key: string, institutionId: string, at: string): Promise<void> =>
  forgetAnswers(sql, key, institutionId, new Date(Date.parse(at) - ANSWERS_DAYS * DAY_MS).toISOString());

/** Of the row's personal cells those that have to change. */
function withoutPersonal(register: Register, { cells }: StoredRow): Readonly<Record<string, StoredCell>> {
  const left: Record<string, StoredCell> = {};
  for (const key of personalColumns(register)) {
    const column = register.columns[key];
    const cell = cells[key] ?? null;
    const after = column ? erased(register, column, cells) : null;
    if (cell !== null && !sameCell(cell, after)) left[key] = after;
  }
  return left;
}
