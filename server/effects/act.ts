import type { Actor } from "../../schema/api/context.ts";
import { checkRow } from "../../schema/registers/check-row.ts";
import { prepareRow, type Moment } from "../../schema/registers/prepare-row.ts";
import type { Register } from "../../schema/registers/register.ts";
import { ROLES, type Role, type Who } from "../../schema/registers/roles.ts";
import { Facts, factsOfWrite } from "../rules/open-facts.ts";
import type { FactRow } from "../rules/fact.ts";
import type { WriteStamp } from "../store/rows.ts";
import type { StoredCells, StoredRow } from "../store/stored-row.ts";
import type { WriteSql } from "../store/store.ts";
import { landing, type PlannedRow, type RowPlan } from "../sync/plan-row.ts";
import { writePlans } from "../sync/write-plans.ts";

/** A write in whose course the system acts on behalf of the person who asked for it. */
export interface Acting {
  readonly sql: WriteSql;
  readonly actor: Actor;
  readonly moment: Moment;
  readonly by: WriteStamp & { readonly batch: string; readonly part: number };
}

/** What the system does to one row: cells in stored form. */
export interface Act {
  readonly id: string;
  readonly current: StoredRow | null;
  readonly cells: StoredCells;
}

/** The system may what anybody may; every other rule holds for it as for people. */
export const ANYBODY: readonly Who[] = [...(Object.keys(ROLES) as Role[]), "STAFF", "MONITORING"];

const after = (register: Register, { current, cells }: Act, moment: Moment): StoredCells =>
  prepareRow(register, current?.cells ?? null, { ...current?.cells, ...cells }, moment) as StoredCells;

/** Looks up what the rules of these acts ask about. */
export async function factsOfActs(
  { sql, actor, moment }: Acting,
  register: Register,
  acts: readonly Act[],
): Promise<Facts> {
  const rows = acts.map((act): FactRow => {
    return { id: act.id, before: act.current?.cells ?? null, after: after(register, act, moment) };
  });
  const names = rows.flatMap((row) => factsOfWrite(register, row.before, row.after));
  return Facts.open({ sql, register, actor, moment, rows }, names);
}

/** Decides one act as a push would decide a row, rights of the person aside. */
export function planAct({ moment }: Pick<Acting, "moment">, register: Register, facts: Facts, act: Act): RowPlan {
  const before = act.current?.cells ?? null;
  const cells = after(register, act, moment);
  const { now, today, person } = moment;
  const refusals = checkRow(register, before, cells, {
    ...{ person, held: ANYBODY, now, today },
    fact: facts.of(act.id, before),
  });
  if (refusals.length > 0) return { do: "REFUSE", refusals };
  facts.took({ id: act.id, before, after: cells });
  return landing(register, act.current, cells, false);
}

export const asPlanned = ({ id, current }: Act, plan: RowPlan): PlannedRow => ({
  ...{ id, plan, current },
  row: { row: id, base: current?.version ?? null, cells: {} },
});

/** Carries acts on existing rows out, and gives the rows as they then are. Those that a rule refuses stay as they were. */
export async function act(acting: Acting, register: Register, acts: readonly Act[]): Promise<readonly StoredRow[]> {
  if (acts.length === 0) return [];
  const facts = await factsOfActs(acting, register, acts);
  const planned = acts.map((one) => asPlanned(one, planAct(acting, register, facts, one)));
  const { logged } = await writePlans(acting.sql, register, planned, acting.by);
  await logged;
  return planned.flatMap(({ id, plan }) =>
    plan !== "TWICE" && plan.do === "WRITE"
      ? { id, version: (plan.before?.version ?? 0) + 1, retired: plan.retired, cells: plan.cells }
      : [],
  );
}
