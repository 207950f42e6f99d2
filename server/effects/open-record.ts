import { OPENED_BY_KIND } from "../../schema/registers/application-lifecycle.ts";
import { findRegister } from "../../schema/registers/catalogue.ts";
import { isEmpty, stateOf } from "../../schema/registers/lifecycle.ts";
import type { Register } from "../../schema/registers/register.ts";
import type { Refusal } from "../../schema/sync/protocol.ts";
import type { Facts } from "../rules/open-facts.ts";
import { lockCodes } from "../store/batches.ts";
import type { StoredCells } from "../store/stored-row.ts";
import { CodeGiver } from "../sync/code-giver.ts";
import type { Names } from "../sync/names.ts";
import type { PlannedRow } from "../sync/plan-row.ts";
import { writePlans } from "../sync/write-plans.ts";
import { asPlanned, factsOfActs, planAct, type Act, type Acting } from "./act.ts";
import type { Taken } from "./effect.ts";
import { effectsOf } from "./run.ts";

/** States in which an application's work goes on: what is over by the same write opens nothing any more. */
const GOES_ON = ["IN_PROGRESS", "PENDING"];

/** Of a new record's columns, the application's that a refusal is shown at. */
const SHOWN_AT: Readonly<Record<string, string>> = { title: "title", subject: "service", subjects: "service" };

interface Log {
  readonly register: Register;
  readonly codes: CodeGiver;
  readonly facts: Facts;
  readonly planned: PlannedRow[];
}

/**
 * Records that applications of one write open (domain.md, section 5). Each application's record is planned with it:
 * where a rule refuses the one, the other is refused too.
 */
export class Openings {
  readonly #acting: Acting;
  /** Ids of records to come, by application. */
  readonly #reserved: ReadonlyMap<string, { readonly id: string; readonly log: Log }>;
  readonly #codes = new Map<string, string>();

  private constructor(acting: Acting, reserved: ReadonlyMap<string, { readonly id: string; readonly log: Log }>) {
    this.#acting = acting;
    this.#reserved = reserved;
  }

  /** `drafts` are the rows as the write would leave them; taken only where the register's steps open records. */
  static async open(acting: Acting, register: Register, drafts: () => Iterable<Taken>): Promise<Openings> {
    const reserved = new Map<string, { readonly id: string; readonly log: Log }>();
    if (register.lifecycle?.transitions.some(({ effects = [] }) => effects.includes("OPEN_RECORD"))) {
      const opening = [...drafts()].filter((draft) => opensRecord(register, draft));
      for (const [kind, key] of Object.entries(OPENED_BY_KIND)) {
        const log = findRegister(key);
        const its = opening.filter(({ after }) => after["kind"] === kind);
        if (log && its.length > 0) await reserve(acting, log, its, reserved);
      }
    }
    return new Openings(acting, reserved);
  }

  /** The application with the record that it opens named in it. */
  naming(id: string, after: StoredCells): StoredCells {
    const record = this.#reserved.get(id);
    return record && isEmpty(after["opened"]) ? { ...after, opened: record.id } : after;
  }

  /** Plans the record of an application that is taken; what stands against it stands against the application. */
  plan(id: string, after: StoredCells): readonly Refusal[] {
    const record = this.#reserved.get(id);
    if (!record || after["opened"] !== record.id) return [];
    const { register, codes, facts, planned } = record.log;
    const act = actOf(record.id, register, after);
    const plan = codes.give(planAct(this.#acting, register, facts, act));
    if (plan.do === "REFUSE")
      return plan.refusals.map((refusal) => ({ ...refusal, column: SHOWN_AT[refusal.column ?? ""] ?? "opened" }));
    planned.push(asPlanned(act, plan));
    if (plan.do === "WRITE") this.#codes.set(record.id, String(plan.cells[register.code.column]));
    return [];
  }

  /** The names with those of the records opened. */
  names(names: Names): Names {
    if (this.#reserved.size === 0) return names;
    return { ...names, labelOf: (column, id) => this.#codes.get(id) ?? names.labelOf(column, id) };
  }

  async write(): Promise<void> {
    const { sql, by } = this.#acting;
    for (const { register, planned, codes } of new Set([...this.#reserved.values()].map(({ log }) => log))) {
      const { logged } = await writePlans(sql, register, planned, by);
      await logged;
      await codes.close(sql);
    }
  }
}

function opensRecord(register: Register, { before, after }: Taken): boolean {
  return (
    isEmpty(after["opened"]) &&
    GOES_ON.includes(stateOf(register, after)) &&
    effectsOf(register, before, after).includes("OPEN_RECORD")
  );
}

async function reserve(
  acting: Acting,
  register: Register,
  applications: readonly Taken[],
  reserved: Map<string, { readonly id: string; readonly log: Log }>,
): Promise<void> {
  const { sql, actor } = acting;
  await lockCodes(sql, actor.institutionId, register.key);
  const acts = applications.map(({ after }) => actOf(crypto.randomUUID(), register, after));
  const fresh = acts.map(({ id }) => ({ row: id, base: null, cells: {} }));
  const codes = await CodeGiver.open(sql, register, actor.institutionId, acting.moment.today, fresh);
  const log = { register, codes, facts: await factsOfActs(acting, register, acts), planned: [] };
  applications.forEach((application, at) => reserved.set(application.id, { id: acts[at]?.id ?? "", log }));
}

/**
 * What is carried over from the application. What the applicant wrote stays there: it is personal, and the record is
 * read by everyone of the institution.
 */
function actOf(id: string, register: Register, { code, title, service, receivedAt, priority }: StoredCells): Act {
  const all: StoredCells = {
    title: title ?? null,
    description: `Pieteikums / Application ${String(code ?? "")}`.trim(),
    subject: service ?? null,
    subjects: service === null || service === undefined ? null : [String(service)],
    source: "PERSON",
    detectedAt: receivedAt ?? null,
    priority: priority ?? null,
  };
  const own = Object.entries(all).filter(([key]) => register.columns[key] && !register.columns[key].readOnly);
  return { id, current: null, cells: Object.fromEntries(own) };
}
