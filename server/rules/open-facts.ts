import type { Fill } from "../../schema/messages/refusals.ts";
import { FACTS, type FactName } from "../../schema/registers/facts.ts";
import { stateOf } from "../../schema/registers/lifecycle.ts";
import type { Moment } from "../../schema/registers/prepare-row.ts";
import type { Guard, Register, Row } from "../../schema/registers/register.ts";
import { modelOf, stepsFrom, wayOf } from "../../schema/registers/steps.ts";
import type { StoredCells } from "../store/stored-row.ts";
import type { FactAnswer, FactAsk, FactRow } from "./fact.ts";
import { FACT_LOADERS } from "./loaders.ts";

/** Facts that the rules of a write ask about: those kept always, and those of the steps it takes. */
export function factsOfWrite(register: Register, before: Row | null, after: Row): readonly FactName[] {
  const steps = wayOf(register, before, after) ?? [];
  return named([...(register.guards ?? []), ...steps.flatMap(({ guards = [] }) => guards)]);
}

/** Facts that any step from where a row is asks about. */
export function factsOfSteps(register: Register, row: Row): readonly FactName[] {
  const { lifecycle } = register;
  if (!lifecycle) return [];
  const steps = stepsFrom(lifecycle, stateOf(register, row), modelOf(register, row));
  return named(steps.flatMap(({ guards = [] }) => guards));
}

const named = (guards: readonly Guard[]): readonly FactName[] => guards.flatMap(({ fact }) => fact ?? []);

/** Whether any rule of the register asks about facts at all. */
export function asksFacts(register: Register): boolean {
  const steps = register.lifecycle?.transitions.flatMap(({ guards = [] }) => guards) ?? [];
  return named([...(register.guards ?? []), ...steps]).length > 0;
}

const IN_ORDER = Object.keys(FACTS) as readonly FactName[];

/** Rows of a write whose facts are wanted: whose write it is, and when. */
interface FactsAsked extends Pick<FactAsk, "sql" | "register" | "actor" | "rows"> {
  readonly moment: Pick<Moment, "today" | "settings">;
}

/** Facts looked up once for all rows of a write. */
export class Facts {
  readonly #answers: ReadonlyMap<FactName, FactAnswer>;
  private constructor(answers: ReadonlyMap<FactName, FactAnswer>) {
    this.#answers = answers;
  }

  static readonly none: Facts = new Facts(new Map());

  /**
   * Looks up `names`, one after another, for the rows of `asked`: always in the order in which facts are declared, since
   * some take locks, and two writes that took the same ones the other way round would wait for each other.
   */
  static async open(asked: FactsAsked, names: Iterable<FactName>): Promise<Facts> {
    const { actor, moment } = asked;
    const time = { today: moment.today, timeZone: moment.settings.timeZone };
    const ask: FactAsk = { ...asked, ...time, institutionId: actor.institutionId };
    const answers = new Map<FactName, FactAnswer>();
    const wanted = new Set(names);
    for (const name of IN_ORDER) if (wanted.has(name)) answers.set(name, await FACT_LOADERS[name](ask));
    return new Facts(answers);
  }

  /** What `Asker.fact` says about one row. */
  of(id: string, before: StoredCells | null): (name: FactName, row: Row) => Fill | null {
    return (name, row) => {
      const answer = this.#answers.get(name);
      if (!answer) throw new Error(`the fact ${name} was not looked up`);
      return answer.broken({ id, before, after: row as StoredCells });
    };
  }

  /** Tells that a row is taken as it would be. */
  took(row: FactRow): void {
    for (const { took } of this.#answers.values()) took?.(row);
  }
}
